package io.videogen.it.crash;

import io.videogen.preview.fault.ConnectionFault;
import io.videogen.preview.fault.FaultProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands between builds and their shared store, and kills processes at the request to it that was chosen. */
final class WatchedStore implements AutoCloseable {

    private static final Pattern ENDPOINT = Pattern.compile("(?<=[?&]endpoint=)[^&]+");

    private final FaultProxy proxy;
    private final String location;
    private volatile Trap trap;

    /** @param store as users write it, with its endpoint */
    WatchedStore(String store) throws IOException {
        Matcher endpoint = ENDPOINT.matcher(store);
        if (!endpoint.find()) {
            throw new IllegalArgumentException("no endpoint in \"" + store + "\"");
        }
        proxy = new FaultProxy(endpoint.group(), (number, method, target) -> choose());
        location = endpoint.replaceFirst(proxy.baseUrl());
    }

    /** The same store, by way of this. */
    String location() {
        return location;
    }

    void set(Trap next) {
        trap = next;
    }

    void disarm() {
        trap = null;
    }

    private ConnectionFault choose() {
        Trap set = trap;
        if (set == null || !set.springs()) {
            return new ConnectionFault.None();
        }
        return switch (set.moment().where()) {
            case BEFORE_HANDLING -> {
                // A body that is still on its way is cut.
                set.kill();
                yield new ConnectionFault.None();
            }
            case INSTEAD_OF_HANDLING -> {
                set.kill();
                yield new ConnectionFault.ResetBefore();
            }
            case BEFORE_REPLY, WITHIN_REPLY -> {
                set.killLater(10 + set.moment().millis());
                yield new ConnectionFault.Drip(40, Duration.ofMillis(20));
            }
            case AFTER_REPLY -> {
                set.killLater(set.moment().millis());
                yield new ConnectionFault.None();
            }
        };
    }

    @Override
    public void close() throws IOException {
        proxy.close();
    }
}
