package io.videogen.core.http;

import io.videogen.core.threads.DaemonThreads;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;

/** The two OkHttp clients of a transport, made at their first use. */
final class Clients implements AutoCloseable {

    private static final String PROXY_AUTHORIZATION = "Proxy-Authorization";
    /** Polls come back to the same host all the time, and each connection is two round trips. */
    private static final int MOST_IDLE = 64;

    private static final Duration LONGEST_IDLE = Duration.ofMinutes(1);

    private final HttpSettings settings;
    private final OkHttpClient.Builder prepared;
    private final Watch watch;
    private Names names;
    private OkHttpClient shared;
    private OkHttpClient once;

    Clients(HttpSettings settings, OkHttpClient.Builder prepared, Watch watch) {
        this.settings = settings;
        this.prepared = prepared;
        this.watch = watch;
    }

    /** For requests that may be repeated. */
    synchronized OkHttpClient shared() {
        if (shared == null) {
            shared = build();
        }
        return shared;
    }

    /**
     * For a request that must arrive at most once. A kept connection may be dead without notice, and one of HTTP/2 is
     * shared with other requests; so each request gets a connection of its own, which is closed after it.
     */
    synchronized OkHttpClient once() {
        if (once == null) {
            once = shared().newBuilder()
                    .protocols(List.of(Protocol.HTTP_1_1))
                    .retryOnConnectionFailure(false)
                    // Some gateways answer only when their upstream did; to give up early leaves an unknown outcome.
                    .readTimeout(settings.createTimeout())
                    .connectionPool(new ConnectionPool(0, 1, TimeUnit.MILLISECONDS))
                    .build();
        }
        return once;
    }

    /**
     * Nobody waits for the connections to close: over TLS each takes a round trip, for the other side's farewell, and OkHttp
     * closes one after the other, which for those that are kept far away were ten seconds at the end of a build.
     */
    @Override
    public synchronized void close() {
        if (shared != null) {
            DaemonThreads.start("videogen-http-farewell", shared.connectionPool()::evictAll);
            names.close();
        }
    }

    private OkHttpClient build() {
        OkHttpClient base = prepared.build();
        names = new Names(base.dns(), watch);
        OkHttpClient.Builder builder = base.newBuilder()
                .dns(names)
                .connectionPool(new ConnectionPool(MOST_IDLE, LONGEST_IDLE.toSeconds(), TimeUnit.SECONDS))
                .followRedirects(false)
                .followSslRedirects(false)
                // A connection kept from the last poll is often closed by now, which is no trouble worth telling.
                .retryOnConnectionFailure(true)
                .connectTimeout(settings.connectTimeout())
                .readTimeout(settings.idleTimeout())
                .writeTimeout(settings.idleTimeout())
                .addNetworkInterceptor(Clients::markSent);
        settings.proxies().ifPresent(builder::proxySelector);
        settings.proxyCredentials().ifPresent(credentials -> builder.proxyAuthenticator(answerProxy(credentials))
                .addNetworkInterceptor(greetProxy(credentials)));
        return builder.build();
    }

    /** A network interceptor runs once a connection stands, TLS and proxy tunnel included, before the first byte. */
    private static Response markSent(Interceptor.Chain chain) throws IOException {
        Journey journey = chain.request().tag(Journey.class);
        if (journey != null) {
            journey.markSent(chain.connection().route());
        }
        return chain.proceed(chain.request());
    }

    private static Authenticator answerProxy(ProxyCredentials credentials) {
        return (route, response) -> {
            if (response.request().header(PROXY_AUTHORIZATION) != null || route == null) {
                return null;
            }
            return find(credentials, route)
                    .map(value -> response.request()
                            .newBuilder()
                            .header(PROXY_AUTHORIZATION, value)
                            .build())
                    .orElse(null);
        };
    }

    /** Plain http through a proxy has no tunnel to be asked at; waiting to be asked would mean to send it twice. */
    private static Interceptor greetProxy(ProxyCredentials credentials) {
        return chain -> {
            Request request = chain.request();
            Route route = chain.connection().route();
            if (!request.isHttps() && route.proxy().type() == Proxy.Type.HTTP) {
                Optional<String> value = find(credentials, route);
                if (value.isPresent()) {
                    request = request.newBuilder()
                            .header(PROXY_AUTHORIZATION, value.get())
                            .build();
                }
            }
            return chain.proceed(request);
        };
    }

    private static Optional<String> find(ProxyCredentials credentials, Route route) {
        return route.proxy().address() instanceof InetSocketAddress address
                ? credentials.find(address).map(Clients::basic)
                : Optional.empty();
    }

    private static String basic(PasswordAuthentication login) {
        return Credentials.basic(login.getUserName(), new String(login.getPassword()));
    }
}
