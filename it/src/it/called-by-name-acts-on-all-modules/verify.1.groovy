io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    ['hero: new', 'teaser: new', 'intro: new', 'night: new'].each { stage.assertLogged('[INFO] ' + it) }
    stage.assertLogged('shop (clips)')
    stage.assertLogged('blog (clips)')
    stage.assertLogged('blog (extra)')
    stage.assertNotLogged('unused')
    // The hero of the shop and the intro of the blog are the same request.
    stage.assertLogged('[INFO] 3 new jobs, 12 new seconds')
    assert stage.log().count(' new seconds') == 1
}
