io.videogen.it.Stage.open(context, basedir).with { stage ->
    stage.script().requireToken('token-kept-encrypted')
    stage.writeSettings('settings-encrypted-key.xml', """<servers>
    <server><id>gateway</id><password>{rqZ6AZ713skHIr5Vd3GK4avChqbOta/5fTDL+QpfItQ8o+nYYfICd+KKfDJYYbim}</password></server>
  </servers>""")
}

io.videogen.it.Stage.properties(context).setProperty('settings.security', new File(basedir, 'security.xml').path)
true
