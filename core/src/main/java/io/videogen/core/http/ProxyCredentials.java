package io.videogen.core.http;

import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.util.Optional;

/** User and password for a proxy; asked each time a connection through it is made. */
@FunctionalInterface
public interface ProxyCredentials {

    Optional<PasswordAuthentication> find(InetSocketAddress proxy);
}
