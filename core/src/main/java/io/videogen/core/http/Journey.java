package io.videogen.core.http;

import java.net.InetAddress;
import java.net.Proxy;
import okhttp3.Route;

/** Whether a request may have left, and where to, told by a network interceptor to the caller. */
final class Journey {

    private volatile boolean sent;
    private volatile boolean inside;

    void markSent(Route route) {
        sent = true;
        inside = route.proxy().type() == Proxy.Type.DIRECT
                && isInside(route.socketAddress().getAddress());
    }

    /** Whether the connection led to an address that is not public; not known, and so no, through a proxy. */
    boolean isInside() {
        return inside;
    }

    boolean isSent() {
        return sent;
    }

    private static boolean isInside(InetAddress address) {
        return address != null && AddressRange.of(address) != AddressRange.PUBLIC;
    }
}
