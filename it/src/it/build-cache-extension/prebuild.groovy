// The page's own snippet is what is tested.
def page = new File(basedir, '../../../../docs/maven.md').getText('UTF-8')
def snippet = (page =~ '(?s)```xml\\n(<configuration>\\s*<attachedOutputs>.*?)```')[0][1]
new File(basedir, '.mvn/maven-build-cache-config.xml').setText(
        '<cache xmlns="http://maven.apache.org/BUILD-CACHE-CONFIG/1.2.0">' + snippet + '</cache>', 'UTF-8')
io.videogen.it.Stage.openWithoutEndpoint(context, basedir)
io.videogen.it.Stage.properties(context).setProperty('maven.build.cache.location', new File(basedir, 'build-cache').path)
true
