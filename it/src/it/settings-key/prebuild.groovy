io.videogen.it.Stage.open(context, basedir).with { stage ->
    stage.script().requireToken('token-of-the-settings')
    stage.writeSettings('settings-key.xml', """<servers>
    <server><id>gateway</id><password>token-of-the-settings</password></server>
  </servers>""")
}
true
