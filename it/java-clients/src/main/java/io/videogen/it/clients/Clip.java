package io.videogen.it.clients;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the clients share: polling, and telling how it went on the last line of output. */
final class Clip {

    static final String PROMPT = "\u4e00\u53ea\u732b on a pier at dusk";

    private static final int PAUSE_MILLIS = 20;
    private static final int MOST_POLLS = 100;

    private Clip() {}

    /** Polls until the good or the bad end, and notes the states. */
    static <T> T finished(List<String> states, Callable<T> poll, Function<T, String> state, String good, String bad)
            throws Exception {
        for (int i = 0; i < MOST_POLLS; i++) {
            T job = poll.call();
            states.add(state.apply(job));
            if (states.get(i).equals(good)) {
                return job;
            }
            if (states.get(i).equals(bad)) {
                throw new IllegalStateException("ended as " + bad + ": " + job);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new IllegalStateException("not over after " + MOST_POLLS + " polls: " + states);
    }

    static void fetch(String url, String file) throws IOException {
        try (InputStream in = URI.create(url).toURL().openStream()) {
            Files.copy(in, Path.of(file));
        }
    }

    static void tell(String id, List<String> states) {
        System.out.println(states.stream()
                .map(state -> "\"" + state + "\"")
                .collect(Collectors.joining(",", "{\"id\":\"" + id + "\",\"states\":[", "]}")));
        // The clients' threads would keep the process.
        System.exit(0);
    }

    static List<String> states() {
        return new ArrayList<>();
    }
}
