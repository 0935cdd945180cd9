io.videogen.it.Stage.open(context, basedir).script().failJobs('storm', 'out_of_wind', 'the wind ran out')
true
