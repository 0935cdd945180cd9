io.videogen.it.Stage.close(context) { stage ->
    assert stage.requests() == 0
    ['frozen', 'max-new-jobs', 'max-new-seconds', 'seconds-unknown'].each { stage.module(it).assertNoClip('hero') }
    stage.assertLogged('The build is frozen (videogen.frozen), and a job would have to be created.')
    stage.assertLogged('would create "2" new jobs, and videogen.maxNewJobs allows "1"')
    stage.assertLogged('would buy "8" new seconds, and videogen.maxNewSeconds allows "7.5"')
    stage.assertLogged('the video "hero" has no seconds to count')
    stage.assertLogged('hero (sora-2, 4 s), teaser (sora-2, 4 s)')
    assert stage.log().count('BUILD FAILURE') == 4
}
