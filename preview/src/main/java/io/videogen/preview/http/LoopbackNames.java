package io.videogen.preview.http;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Decides who may speak to a server on 127.0.0.1. Every web page that somebody on this machine looks at can: with a name
 * of its own that it lets point here (DNS rebinding), then even reading the replies, or blindly from its own origin. The
 * {@code Host} header tells the first, the {@code Origin} header the second; programs send no {@code Origin}. Replies
 * carry no CORS headers.
 */
final class LoopbackNames {
    private static final Pattern NAME = Pattern.compile("(?i)(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?");
    private static final int LONGEST = 100;

    private LoopbackNames() {}

    /**
     * @param headers by lower-case name
     * @return the reply to a request that is not for this server, or not from this machine
     */
    static Optional<Reply> refuse(Map<String, List<String>> headers) {
        List<String> hosts = headers.getOrDefault("host", List.of());
        if (hosts.size() != 1 || !NAME.matcher(hosts.get(0)).matches()) {
            return Optional.of(refusal("for the host", String.join(", ", hosts)));
        }
        return headers.getOrDefault("origin", List.of()).stream()
                .filter(origin -> !isHere(origin))
                .findFirst()
                .map(origin -> refusal("from a page of", origin));
    }

    private static boolean isHere(String origin) {
        try {
            String host = URI.create(origin).getRawAuthority();
            return host != null && NAME.matcher(host).matches();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Reply refusal(String what, String value) {
        String shown = value.substring(0, Math.min(value.length(), LONGEST));
        return Reply.text(
                403,
                "text/plain; charset=utf-8",
                "The preview server answers localhost and 127.0.0.1 alone, and this request is " + what + " \"" + shown
                        + "\".\n");
    }
}
