package io.videogen.core.http;

import java.net.ProxySelector;
import java.time.Duration;
import java.util.Optional;

/**
 * How a {@link HttpTransport} reaches the network.
 *
 * @param proxies which proxy to use for an address; without it the JVM's own rule
 * @param proxyCredentials user and password of proxies
 * @param connectTimeout longest wait for a connection
 * @param idleTimeout longest silence in the middle of an exchange
 * @param callTimeout longest time for one short API call (status, list, cancel), its reply included
 * @param createTimeout longest time for one submission, the upload of its reference included
 * @param allowInsecureHttp whether a clip may be fetched by plain {@code http} from a host that is neither loopback nor
 *     the endpoint itself
 */
public record HttpSettings(
        Optional<ProxySelector> proxies,
        Optional<ProxyCredentials> proxyCredentials,
        Duration connectTimeout,
        Duration idleTimeout,
        Duration callTimeout,
        Duration createTimeout,
        boolean allowInsecureHttp) {

    /** No proxy of its own; 10 s to connect, 60 s of silence, 2 minutes for a call, 5 minutes for a submission. */
    public static HttpSettings defaults() {
        return new HttpSettings(
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofMinutes(2),
                Duration.ofMinutes(5),
                false);
    }

    public HttpSettings withProxies(ProxySelector selector, ProxyCredentials credentials) {
        return new HttpSettings(
                Optional.of(selector),
                Optional.of(credentials),
                connectTimeout,
                idleTimeout,
                callTimeout,
                createTimeout,
                allowInsecureHttp);
    }

    public HttpSettings withTimeouts(Duration connect, Duration idle, Duration call, Duration create) {
        return new HttpSettings(proxies, proxyCredentials, connect, idle, call, create, allowInsecureHttp);
    }

    public HttpSettings withAllowInsecureHttp(boolean allow) {
        return new HttpSettings(
                proxies, proxyCredentials, connectTimeout, idleTimeout, callTimeout, createTimeout, allow);
    }
}
