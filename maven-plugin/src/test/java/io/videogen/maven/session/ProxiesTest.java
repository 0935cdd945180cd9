package io.videogen.maven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.util.repository.AuthenticationBuilder;
import org.eclipse.aether.util.repository.DefaultProxySelector;
import org.junit.jupiter.api.Test;

class ProxiesTest {

    private final Settings settings = new Settings();
    private final DefaultRepositorySystemSession repositories = repositories();

    @Test
    void theProxyAndItsLoginAreMavensOwn() {
        Proxies proxies = active();

        Proxy proxy =
                proxies.select(URI.create("https://api.example.com/v1/videos")).get(0);

        assertThat(proxy).isEqualTo(new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.corp", 3128)));
        assertThat(proxies.find(InetSocketAddress.createUnresolved("proxy.corp", 3128)))
                .hasValueSatisfying(login -> {
                    assertThat(login.getUserName()).isEqualTo("me");
                    assertThat(new String(login.getPassword())).isEqualTo("hush");
                });
        assertThat(proxies.find(InetSocketAddress.createUnresolved("other.corp", 3128)))
                .isEmpty();
    }

    @Test
    void nonProxyHostsAndThisMachineAreReachedDirectly() {
        Proxies proxies = active();

        assertThat(proxies.select(URI.create("https://media.internal/clip.mp4")))
                .containsExactly(Proxy.NO_PROXY);
        assertThat(proxies.select(URI.create("http://127.0.0.1:8788/v1/videos")))
                .containsExactly(Proxy.NO_PROXY);
        assertThat(proxies.select(URI.create("http://localhost:8788/v1/videos")))
                .containsExactly(Proxy.NO_PROXY);
    }

    @Test
    void withoutAnActiveProxyTheRuleOfTheJvmHolds() {
        settings.addProxy(proxy(false));

        assertThat(Proxies.of(session())).isEmpty();
    }

    private Proxies active() {
        settings.addProxy(proxy(true));
        return Proxies.of(session()).orElseThrow();
    }

    private MavenSession session() {
        MavenSession session = mock();
        when(session.getSettings()).thenReturn(settings);
        when(session.getRepositorySession()).thenReturn(repositories);
        return session;
    }

    private static org.apache.maven.settings.Proxy proxy(boolean active) {
        org.apache.maven.settings.Proxy proxy = new org.apache.maven.settings.Proxy();
        proxy.setActive(active);
        return proxy;
    }

    private static DefaultRepositorySystemSession repositories() {
        DefaultProxySelector selector = new DefaultProxySelector();
        selector.add(
                new org.eclipse.aether.repository.Proxy(
                        "http",
                        "proxy.corp",
                        3128,
                        new AuthenticationBuilder()
                                .addUsername("me")
                                .addPassword("hush")
                                .build()),
                "*.internal|localhost");
        DefaultRepositorySystemSession session =
                org.apache.maven.repository.internal.MavenRepositorySystemUtils.newSession();
        session.setProxySelector(selector);
        return session;
    }
}
