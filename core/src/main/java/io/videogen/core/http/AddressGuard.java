package io.videogen.core.http;

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
    private final boolean allowInsecureHttp;

    AddressGuard(Endpoint endpoint, boolean allowInsecureHttp) {
        this.endpoint = endpoint;
        this.allowInsecureHttp = allowInsecureHttp;
    }

    /** A client for this one address; the endpoint's own origin was chosen by the user and needs no judgement. */
    OkHttpClient admit(OkHttpClient client, HttpUrl url) throws RefusedAddressException {
        if (isAtEndpoint(endpoint, url)) {
            return client;
        }
        boolean loopback = Endpoint.isLoopback(bracketed(url.host()));
        if (!url.isHttps() && !loopback && !allowInsecureHttp) {
            throw new RefusedAddressException("The clip's address at \"" + url.host()
                    + "\" is plain http, which anyone on the way can read and change."
                    + " Set videogen.allowInsecureHttp if that is acceptable; the job is kept.");
        }
        Dns dns = client.dns();
        return client.newBuilder()
                .dns(new GuardedDns(url.host(), endpoint.base().getHost(), dns))
                .addInterceptor(literals(url.host(), loopback, dns))
                .build();
    }

    /** Whether an address has the endpoint's scheme, host and port: only there the token goes. */
    static boolean isAtEndpoint(Endpoint endpoint, HttpUrl url) {
        HttpUrl own = HttpUrl.get(endpoint.base().toString());
        return own.scheme().equals(url.scheme()) && own.host().equals(url.host()) && own.port() == url.port();
    }

    /** Addresses written as numbers never reach a {@link Dns}, and a proxy resolves names by itself. */
    private Interceptor literals(String host, boolean loopback, Dns dns) {
        return chain -> {
            if (loopback || host.indexOf(':') >= 0 || host.matches("[\\d.]+")) {
                judge(
                        host,
                        List.of(InetAddress.getAllByName(host)),
                        endpoint.base().getHost(),
                        dns);
            }
            return chain.proceed(chain.request());
        };
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    }

    private static void judge(String host, List<InetAddress> addresses, String endpointHost, Dns dns)
            throws RefusedAddressException {
        AddressRange worst = AddressRange.worst(addresses);
        if (worst == AddressRange.FORBIDDEN || worst == AddressRange.INTERNAL && !isInternal(endpointHost, dns)) {
            throw new RefusedAddressException("The API told an address at \"" + host + "\", which is inside a private"
                    + " network or reserved, while the API itself is outside: it is not fetched.");
        }
    }

    private static boolean isInternal(String endpointHost, Dns dns) {
        if (Endpoint.isLoopback(endpointHost)) {
            return true;
        }
        String plain = endpointHost.replaceAll("[\\[\\]]", "");
        try {
            return AddressRange.worst(dns.lookup(plain)) != AddressRange.PUBLIC;
        } catch (UnknownHostException e) {
            // Only a proxy knows the name, so nothing shows that the endpoint is inside.
            return false;
        }
    }

    /** Equal for equal hosts, so that connections are still shared between calls. */
    private record GuardedDns(String guarded, String endpointHost, Dns dns) implements Dns {

        @Override
        public List<InetAddress> lookup(String host) throws UnknownHostException {
            List<InetAddress> addresses = dns.lookup(host);
            // Other names that are asked for here are those of proxies, which the user chose.
            if (host.equals(guarded)) {
                judge(host, addresses, endpointHost, dns);
            }
            return addresses;
        }
    }
}
