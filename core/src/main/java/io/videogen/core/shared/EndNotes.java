package io.videogen.core.shared;

import io.videogen.core.VideogenException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Notes that jobs have ended, so that a build which waits for many asks one list for all of them, and not each record
 * again and again.
 *
 * <p>A note lies below the hour of its holder's claim, as the record tells it: the list is as short as what was claimed
 * within an hour, however much the store holds, and no clocks are compared. (A list of all records would tell as much,
 * but is as long as the store is old, and changes with each sign of life.)
 *
 * <p>Nothing is decided by a note. One that is there has the record read, one that is missing has it read later.
 */
final class EndNotes {

    /** How many that wait are worth a list; storages charge for it as for a dozen reads. */
    static final int ENOUGH = 10;

    private static final String FOLDER = "ended/";
    private static final int HOUR = "2026-11-28T23".length();
    private static final Duration ROUND = Duration.ofSeconds(2);

    private final SafeStorage storage;
    private final Clock clock;
    private final int enough;
    private final Map<String, Hour> hours = new HashMap<>();
    private boolean mayList = true;

    EndNotes(SafeStorage storage, Clock clock, int enough) {
        this.storage = storage;
        this.clock = clock;
        this.enough = enough;
    }

    /** What is known of the jobs that were claimed within an hour. */
    private static final class Hour {
        private final Set<String> waitedFor = new HashSet<>();
        private Set<String> told = Set.of();
        private Instant asked = Instant.MIN;
    }

    /** Name of the note that a holder leaves. */
    static String name(Holder holder, String key) {
        return folder(holder) + key + "-" + holder.run();
    }

    /** Tells all who wait that the holder works on the key no more; that may fail. */
    void tell(Holder holder, String key) {
        storage.tryClaim(name(holder, key), "{}".getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Whether the end was told, as of a moment ago.
     *
     * @return nothing where no list is kept: few wait, or the storage does not let us list
     */
    Optional<Boolean> isTold(Holder holder, String key) {
        String folder = folder(holder);
        synchronized (this) {
            Hour hour = hours.computeIfAbsent(folder, ignored -> new Hour());
            hour.waitedFor.add(key);
            if (!mayList || hour.waitedFor.size() < enough) {
                return Optional.empty();
            }
            Duration age = Duration.between(hour.asked, clock.instant());
            if (!age.isNegative() && age.compareTo(ROUND) < 0) {
                return Optional.of(hour.told.contains(name(holder, key)));
            }
            // Others go by the list before, meanwhile: a storage that hangs must not hold them all up.
            hour.asked = clock.instant();
        }
        list(folder);
        synchronized (this) {
            return mayList ? Optional.of(hours.get(folder).told.contains(name(holder, key))) : Optional.empty();
        }
    }

    private void list(String folder) {
        try {
            Optional<List<String>> names = storage.tryList(folder);
            synchronized (this) {
                names.ifPresent(found -> hours.get(folder).told = Set.copyOf(found));
            }
        } catch (VideogenException e) {
            synchronized (this) {
                mayList = false;
            }
        }
    }

    private static String folder(Holder holder) {
        String since = holder.since().toString();
        return FOLDER + since.substring(0, Math.min(HOUR, since.length())) + "/";
    }
}
