// The server takes requests in the form that clients send to a proxy, and asks for the proxy's password.
import io.videogen.preview.http.Reply
import io.videogen.preview.script.Fault
import io.videogen.preview.script.Operation
def stage = io.videogen.it.Stage.open(context, basedir)
Operation.values().each { operation ->
    stage.script().on(operation, Integer.MAX_VALUE, { !it.header('Proxy-Authorization').present },
        { request, handling -> Reply.text(407, 'text/plain', '').header('Proxy-Authenticate', 'Basic realm="office"') } as Fault)
}
def properties = io.videogen.it.Stage.properties(context)
properties.setProperty('videogen.endpoint', 'http://gateway.example.invalid')
properties.setProperty('videogen.allowInsecureHttp', 'true')

stage.writeSettings('settings-proxy.xml', """<proxies><proxy><id>office</id><active>true</active><protocol>http</protocol>
    <host>127.0.0.1</host><port>${stage.server().port()}</port>
    <username>builder</username><password>proxy-password</password></proxy></proxies>""")
stage.writeSettings('settings-no-proxy-host.xml', """<proxies><proxy><id>office</id><active>true</active><protocol>http</protocol>
    <host>127.0.0.1</host><port>${stage.server().port()}</port>
    <username>builder</username><password>proxy-password</password>
    <nonProxyHosts>localhost|*.invalid</nonProxyHosts></proxy></proxies>""")
true
