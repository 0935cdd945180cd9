package io.videogen.core.shared;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A storage in memory that keeps its conditions, and has the trouble that a test hands it. */
public final class MemoryStorage implements SharedStorage {

    /** What becomes of one call. */
    public enum Trouble {
        NONE,
        /** It never arrives. */
        LOST_REQUEST,
        /** It is done, and the answer never arrives. */
        LOST_REPLY,
        /** It is done, repeated on the way, and the repetition is refused. */
        REPEATED,
        /** 409 and the like: nothing is done. */
        BUSY,
        /** It is done as if there were no condition. */
        CONDITION_IGNORED
    }

    /** Decides what becomes of a call; may also let other things happen before it. */
    public interface Weather {
        Trouble before(String call, String name);
    }

    private final Map<String, Versioned> objects = new TreeMap<>();
    private final AtomicInteger versions = new AtomicInteger();
    public final List<String> calls = new ArrayList<>();
    public Weather weather = (call, name) -> Trouble.NONE;
    public Runnable afterCall = () -> {};

    @Override
    public Optional<Versioned> read(String name) throws StorageTroubleException {
        check(before("read", name));
        Optional<Versioned> found = Optional.ofNullable(objects.get(name));
        afterCall.run();
        return found;
    }

    @Override
    public WriteOutcome claim(String name, byte[] content) {
        return write("claim", name, content, objects -> !objects.containsKey(name));
    }

    @Override
    public WriteOutcome replace(String name, String version, byte[] content) {
        return write("replace", name, content, objects -> Optional.ofNullable(objects.get(name))
                .filter(present -> present.version().equals(version))
                .isPresent());
    }

    private interface Condition {
        boolean holds(Map<String, Versioned> objects);
    }

    private WriteOutcome write(String call, String name, byte[] content, Condition condition) {
        Trouble trouble = before(call, name);
        if (trouble == Trouble.LOST_REQUEST) {
            return new WriteOutcome.Unknown("the request was lost");
        }
        if (trouble == Trouble.BUSY) {
            return new WriteOutcome.Busy();
        }
        // Judged now: what the weather let happen comes first.
        boolean holds = trouble == Trouble.CONDITION_IGNORED || condition.holds(objects);
        Versioned written = new Versioned(content, "\"" + versions.incrementAndGet() + "\"");
        if (holds) {
            objects.put(name, written);
        }
        afterCall.run();
        if (trouble == Trouble.LOST_REPLY) {
            return new WriteOutcome.Unknown("the reply was lost");
        }
        return holds && trouble != Trouble.REPEATED
                ? new WriteOutcome.Written(written.version())
                : new WriteOutcome.Refused();
    }

    @Override
    public List<String> list(String prefix) throws StorageTroubleException {
        check(before("list", prefix));
        return objects.keySet().stream().filter(name -> name.startsWith(prefix)).toList();
    }

    @Override
    public void put(String name, Path file) throws StorageTroubleException {
        Trouble trouble = before("put", name);
        if (trouble != Trouble.LOST_REQUEST) {
            try {
                objects.put(name, new Versioned(Files.readAllBytes(file), "\"" + versions.incrementAndGet() + "\""));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        check(trouble);
    }

    @Override
    public Optional<OpenedFile> open(String name) throws StorageTroubleException {
        check(before("open", name));
        return Optional.ofNullable(objects.get(name))
                .map(found -> new OpenedFile(
                        new ByteArrayInputStream(found.content()), OptionalLong.of(found.content().length)));
    }

    public void remove(String name) {
        objects.remove(name);
    }

    /** What lies there, as text. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(objects.get(name)).map(found -> new String(found.content()));
    }

    void damage(String name) {
        objects.computeIfPresent(name, (ignored, found) -> new Versioned(new byte[found.content().length], "\"x\""));
    }

    private Trouble before(String call, String name) {
        calls.add(call + " " + name);
        return weather.before(call, name);
    }

    private static void check(Trouble trouble) throws StorageTroubleException {
        if (trouble != Trouble.NONE) {
            throw new StorageTroubleException("the test has bad weather", null);
        }
    }

    @Override
    public void close() {}
}
