package io.videogen.core.store;

import io.videogen.core.NewerSchemaException;
import io.videogen.core.VideogenException;
import io.videogen.core.engine.Journal;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The jobs in flight, one file each: the journal of renders on this machine. A record that cannot be read is an error and never counts as absent: its job may
 * have been paid.
 *
 * <p>Thread-safe; writers of one key hold its {@link KeyLock}.
 */
public final class Ledger implements Journal {

    private static final String SUFFIX = ".json";

    private final CacheLayout layout;
    private final Optional<Ledger> former;

    /**
     * @param former ledger of an earlier version's directory: its jobs are found until they are forgotten here
     */
    Ledger(CacheLayout layout, Optional<Ledger> former) {
        this.layout = layout;
        this.former = former;
    }

    private interface Writing {
        void write(Path file, byte[] content) throws IOException;
    }

    /**
     * All records.
     *
     * @param jobs those that can be read, by name of the video
     * @param damaged files that cannot
     */
    public record Contents(List<RenderState> jobs, List<Path> damaged) {
        public Contents {
            jobs = List.copyOf(jobs);
            damaged = List.copyOf(damaged);
        }
    }

    /** @throws VideogenException of kind STORAGE if there is a record and it is damaged or of a newer version */
    public Optional<RenderState> find(String key) {
        Path file = layout.job(key);
        String json;
        try {
            json = new String(DurableFiles.read(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return former.flatMap(older -> older.find(key));
        } catch (IOException e) {
            throw StorageErrors.failed(file, e, "read the job record");
        }
        RenderState state = parse(file, json);
        if (!state.key().equals(key)) {
            throw StorageErrors.damagedJob(file, null, "it belongs to \"%s\"", state.key());
        }
        return Optional.of(state);
    }

    /** As {@link #save} or {@link #update}; a render of which nothing has left needs no record. */
    @Override
    public void write(RenderState before, RenderState after, boolean durable) {
        if (after.phase() == Phase.PLANNED) {
            remove(after.key());
        } else if (durable) {
            save(after);
        } else {
            update(after);
        }
    }

    /** Records a state; when this returns, it survives a crash and a loss of power. Not stopped by an interrupt. */
    public void save(RenderState state) {
        replace(state, DurableFiles::write);
    }

    /**
     * Records how a job went on that is recorded already; when this returns, it survives a crash of the process. A loss
     * of power may bring back the record before, from which the job is taken up as well, for half the waiting for the
     * disk. Not stopped by an interrupt.
     */
    public void update(RenderState state) {
        replace(state, DurableFiles::writeOrKeep);
    }

    private void replace(RenderState state, Writing writing) {
        Path file = layout.job(state.key());
        try {
            layout.create(layout.jobs());
            writing.write(file, state.toJson().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw StorageErrors.failed(file, e, "record the job of \"%s\"", state.name());
        }
    }

    /** Forgets a job; a key without a record is no error. */
    public void remove(String key) {
        remove(key, true);
    }

    /**
     * Forgets a job whose clip is kept. A loss of power may bring its record back, and whoever finds both forgets it
     * again: so nobody waits for the disk.
     */
    public void removeKept(String key) {
        remove(key, false);
    }

    private void remove(String key, boolean durable) {
        Path file = layout.job(key);
        try {
            if (Files.deleteIfExists(file) && durable) {
                DurableFiles.syncDirectory(layout.jobs());
            }
        } catch (IOException e) {
            throw StorageErrors.failed(file, e, "remove the job record");
        }
        former.ifPresent(older -> older.remove(key, durable));
    }

    /** All records that can be read, by name of the video. */
    public List<RenderState> all() {
        return contents().jobs();
    }

    /** All records, the damaged ones told apart. */
    public Contents contents() {
        List<RenderState> jobs = new ArrayList<>();
        List<Path> damaged = new ArrayList<>();
        for (Path file : files()) {
            try {
                find(keyOf(file)).ifPresent(jobs::add);
            } catch (VideogenException e) {
                damaged.add(file);
            }
        }
        jobs.sort(Comparator.comparing(RenderState::name).thenComparing(RenderState::key));
        return new Contents(jobs, damaged);
    }

    /** Whether anything is recorded under the key, readable or not. */
    boolean mentions(String key) throws IOException {
        return DurableFiles.exists(layout.job(key));
    }

    /** Whether a job of the key may still be running or paid for. */
    boolean hasJobInFlight(String key) {
        try {
            return find(key).filter(RenderState::isInFlight).isPresent();
        } catch (VideogenException e) {
            return true;
        }
    }

    private List<Path> files() {
        try {
            return CacheLayout.list(layout.jobs()).stream()
                    .filter(file -> file.toString().endsWith(SUFFIX) && CacheLayout.isKey(keyOf(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StorageErrors.failed(layout.jobs(), e, "list the jobs");
        }
    }

    private static String keyOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, Math.max(0, name.length() - SUFFIX.length()));
    }

    private static RenderState parse(Path file, String json) {
        try {
            return RenderState.fromJson(json);
        } catch (NewerSchemaException e) {
            throw new NewerSchemaException("%s The record is \"%s\".", e.getMessage(), file);
        } catch (VideogenException e) {
            throw StorageErrors.damagedJob(file, e, "its text is not a job record");
        }
    }
}
