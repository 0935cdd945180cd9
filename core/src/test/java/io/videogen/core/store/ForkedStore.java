package io.videogen.core.store;

import io.videogen.core.VideogenException;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** What another process does with a store; each step is told on standard output. */
final class ForkedStore {

    static final int KEYS = 6;

    private ForkedStore() {}

    public static void main(String[] arguments) throws IOException {
        ClipStore store = ClipStore.open(Path.of(arguments[1]), Clock.systemUTC(), System.err::println);
        switch (arguments[0]) {
            case "hold" -> {
                System.out.println(store.tryLock(arguments[2]).isPresent() ? "held" : "refused");
                System.in.read();
            }
            case "probe" -> System.out.println(store.tryLock(arguments[2]).isPresent() ? "free" : "held");
            case "render" -> render(store, Long.parseLong(arguments[2]));
            case "fill" -> fill(store, arguments[2]);
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** Renders clips again and again, as a host does: record, download, record, keep, forget. */
    private static void render(ClipStore store, long seed) throws IOException {
        Random random = new Random(seed);
        while (true) {
            int number = random.nextInt(KEYS);
            String key = StoreFixture.key(number);
            try (KeyLock lock = store.tryLock(key).orElseThrow()) {
                finish(store, lock.key());
                byte[] content = content(random);
                store.ledger().save(StoreFixture.job(key, "video", "SUBMITTING"));
                System.out.println("submitting " + number);
                store.ledger().save(StoreFixture.job(key, "video", "WAITING"));
                System.out.println("waiting " + number);
                try (OutputStream part = new FileOutputStream(
                        store.partFile(key, ArtifactKind.VIDEO, 0).toFile())) {
                    part.write(content);
                }
                store.ledger().save(done(key, StoreFixture.video(content)));
                System.out.println("done " + number);
                finish(store, key);
                System.out.println("kept " + number);
            }
        }
    }

    /** Completes what an earlier process left. */
    static void finish(ClipStore store, String key) {
        Optional<RenderState> state = store.ledger().find(key);
        if (state.filter(found -> found.phase() == Phase.DONE).isPresent()) {
            store.keep(state.get(), StoreFixture.facts("video", StoreFixture.NOW));
            store.ledger().remove(key);
        }
    }

    /** Tries to write more than the disk takes. */
    private static void fill(ClipStore store, String key) {
        store.ledger().save(StoreFixture.job(key, "small", "WAITING"));
        try {
            store.ledger().save(StoreFixture.job(key, "x".repeat(100_000), "WAITING"));
            System.out.println("saved");
        } catch (VideogenException e) {
            System.out.println(
                    e.kind() + " " + store.ledger().find(key).orElseThrow().name());
        }
    }

    private static RenderState done(String key, VerifiedFile file) {
        return StoreFixture.done(key, "video", List.of(file), Optional.empty());
    }

    private static byte[] content(Random random) {
        byte[] content = new byte[1 + random.nextInt(20_000)];
        Arrays.fill(content, (byte) random.nextInt());
        return content;
    }
}
