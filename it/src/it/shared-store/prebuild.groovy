io.videogen.it.Stage.open(context, basedir).with { stage ->
    def storage = new io.videogen.store.s3.FakeS3()
    context.put('storage', storage)
    io.videogen.it.Stage.properties(context).setProperty('videogen.store', storage.location('team'))
    io.videogen.it.Stage.properties(context).setProperty('videogen.storeServerId', 'store')
    io.videogen.it.Stage.properties(context).setProperty('videogen.cacheDirectory', stage.file('cache-1').toString())
    stage.writeSettings('shared-store.xml', """<servers>
    <server><id>store</id><username>the-access-key</username><password>the-secret-key</password></server>
  </servers>""")
}
true
