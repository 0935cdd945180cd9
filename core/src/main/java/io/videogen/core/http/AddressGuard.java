package io.videogen.core.http;

import io.videogen.core.advice.Setting;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/**
 * Keeps a public API from making this machine fetch from its own network: of an address that the API told, the host is
 * resolved once, judged, and connected to as judged, so that a name server has no second word.
 */
final class AddressGuard {

    private final Endpoint endpoint;
    private final boolean insideToo;
    private final boolean allowInsecureHttp;

    /**
     * @param insideToo whether the API told the address from inside. A name proves nothing of where an API is: it may have
     *     addresses inside and outside, and others tomorrow. So the connection counts by which the address came
     */
    AddressGuard(Endpoint endpoint, boolean insideToo, boolean allowInsecureHttp) {
        this.endpoint = endpoint;
        this.insideToo = insideToo || isInsideByName(plain(endpoint.base().getHost()));
        this.allowInsecureHttp = allowInsecureHttp;
    }

    /** A client for this one address; the endpoint's own origin was chosen by the user and needs no judgement. */
    OkHttpClient admit(OkHttpClient client, HttpUrl url) throws RefusedAddressException {
        if (isAtEndpoint(endpoint, url)) {
            return client;
        }
        boolean loopback = Endpoint.isLoopback(bracketed(url.host()));
        if (!url.isHttps() && !loopback && !allowInsecureHttp) {
            throw new RefusedAddressException(
                    "The address at \"%s\" is plain http, which anyone on the way can read and change. Set %s"
                            + " if that is acceptable; the job is kept.",
                    url.host(), Setting.ALLOW_INSECURE_HTTP);
        }
        Dns dns = client.dns();
        return client.newBuilder()
                .dns(new GuardedDns(url.host(), insideToo, dns))
                .addInterceptor(literals(url.host(), loopback))
                .build();
    }

    /** Whether an address has the endpoint's scheme, host and port: only there the token goes. */
    static boolean isAtEndpoint(Endpoint endpoint, HttpUrl url) {
        HttpUrl own = HttpUrl.get(endpoint.base().toString());
        return own.scheme().equals(url.scheme()) && own.host().equals(url.host()) && own.port() == url.port();
    }

    /** Addresses written as numbers never reach a {@link Dns}, and a proxy resolves names by itself. */
    private Interceptor literals(String host, boolean loopback) {
        return chain -> {
            if (loopback || isNumber(host)) {
                judge(host, List.of(InetAddress.getAllByName(host)), insideToo);
            }
            return chain.proceed(chain.request());
        };
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    private static void judge(String host, List<InetAddress> addresses, boolean insideToo)
            throws RefusedAddressException {
        AddressRange worst = AddressRange.worst(addresses);
        if (worst == AddressRange.FORBIDDEN || worst == AddressRange.INTERNAL && !insideToo) {
            throw new RefusedAddressException(
                    "The API told an address at \"%s\", which is inside a private network or reserved, while"
                            + " the API itself is outside: it is not fetched.",
                    host);
        }
    }

    /** Whether a host is inside by what is written there, which no name server can change. */
    static boolean isInsideByName(String host) {
        if (Endpoint.isLoopback(bracketed(host))) {
            return true;
        }
        try {
            return isNumber(host) && AddressRange.of(InetAddress.getByName(host)) != AddressRange.PUBLIC;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static boolean isNumber(String host) {
        return host.indexOf(':') >= 0 || host.matches("[\\d.]+");
    }

    private static String plain(String host) {
        return host.replaceAll("[\\[\\]]", "");
    }

    /** Equal for equal hosts, so that connections are still shared between calls. */
    private record GuardedDns(String guarded, boolean insideToo, Dns dns) implements Dns {

        @Override
        public List<InetAddress> lookup(String host) throws UnknownHostException {
            List<InetAddress> addresses = dns.lookup(host);
            // Other names that are asked for here are those of proxies, which the user chose.
            if (host.equals(guarded)) {
                judge(host, addresses, insideToo);
            }
            return addresses;
        }
    }
}
