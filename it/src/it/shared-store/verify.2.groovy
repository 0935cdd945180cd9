io.videogen.it.Stage.step(context) { stage ->
    assert stage.requests() == 0
    assert stage.assertClip('hero').path('source').asText() == 'cache'
    // The record, the clip and its thumbnail.
    assert context.get('storage').requests().size() == 3
    io.videogen.it.Stage.properties(context).setProperty('videogen.cacheDirectory', stage.file('cache-3').toString())
}
