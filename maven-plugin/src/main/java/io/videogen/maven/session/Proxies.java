package io.videogen.maven.session;

import io.videogen.core.http.Endpoint;
import io.videogen.core.http.ProxyCredentials;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.repository.AuthenticationContext;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Proxies of settings.xml, chosen by Maven itself, so that {@code active}, {@code nonProxyHosts} and encrypted passwords
 * mean what they mean for artifacts. Nothing is written to system properties: those are global to all modules.
 */
public final class Proxies extends ProxySelector implements ProxyCredentials {

    private final RepositorySystemSession session;
    private final Map<String, PasswordAuthentication> logins = new ConcurrentHashMap<>();

    private Proxies(RepositorySystemSession session) {
        this.session = session;
    }

    /** The proxies of the settings; empty without an active one, and then the JVM's own rule holds. */
    public static Optional<Proxies> of(MavenSession session) {
        boolean any = session.getSettings().getProxies().stream().anyMatch(org.apache.maven.settings.Proxy::isActive);
        return any ? Optional.of(new Proxies(session.getRepositorySession())) : Optional.empty();
    }

    /** The proxy for an address; none for this machine, which no proxy can reach. */
    @Override
    public List<Proxy> select(URI address) {
        if (Endpoint.isLoopback(address.getHost())) {
            return List.of(Proxy.NO_PROXY);
        }
        RemoteRepository target = new RemoteRepository.Builder("videogen", "default", Endpoint.origin(address)).build();
        org.eclipse.aether.repository.Proxy proxy = session.getProxySelector().getProxy(target);
        if (proxy == null) {
            return List.of(Proxy.NO_PROXY);
        }
        rememberLogin(target, proxy);
        return List.of(
                new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort())));
    }

    @Override
    public Optional<PasswordAuthentication> find(InetSocketAddress proxy) {
        return Optional.ofNullable(logins.get(key(proxy.getHostString(), proxy.getPort())));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException reason) {
        // The client reports it; there is no second proxy to turn to.
    }

    private void rememberLogin(RemoteRepository target, org.eclipse.aether.repository.Proxy proxy) {
        RemoteRepository throughProxy =
                new RemoteRepository.Builder(target).setProxy(proxy).build();
        try (AuthenticationContext login = AuthenticationContext.forProxy(session, throughProxy)) {
            String user = login == null ? null : login.get(AuthenticationContext.USERNAME);
            if (user != null) {
                String password = login.get(AuthenticationContext.PASSWORD);
                logins.put(
                        key(proxy.getHost(), proxy.getPort()),
                        new PasswordAuthentication(user, password == null ? new char[0] : password.toCharArray()));
            }
        }
    }

    private static String key(String host, int port) {
        return host + ":" + port;
    }
}
