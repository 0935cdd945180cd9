package io.videogen.maven.report;

import io.videogen.core.engine.RenderState;
import io.videogen.core.store.ClipFacts;
import io.videogen.core.store.Ledger;
import io.videogen.core.store.Pruned;
import io.videogen.core.store.StoreEntry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of the {@code store} goal. */
public final class StoreListing {

    private static final String[] UNITS = {"bytes", "kB", "MB", "GB", "TB"};

    private StoreListing() {}

    public static List<String> clips(List<StoreEntry> entries) {
        long bytes = entries.stream().mapToLong(StoreEntry::bytes).sum();
        List<String> lines = new ArrayList<>();
        lines.add(count(entries.size(), "clip") + ", " + size(bytes));
        entries.forEach(entry -> lines.add("  " + clip(entry)));
        return lines;
    }

    public static List<String> jobs(Ledger.Contents ledger, Clock clock) {
        List<RenderState> inFlight =
                ledger.jobs().stream().filter(RenderState::isInFlight).toList();
        List<String> lines = new ArrayList<>();
        lines.add(count(inFlight.size(), "job") + " in flight");
        inFlight.forEach(state -> lines.add("  " + job(state, clock)));
        ledger.damaged().forEach(file -> lines.add("  damaged record: " + file));
        return lines;
    }

    public static List<String> pruned(Pruned pruned) {
        long bytes = pruned.clips().stream().mapToLong(StoreEntry::bytes).sum();
        List<String> lines = new ArrayList<>();
        lines.add("Removed " + count(pruned.clips().size(), "clip") + ", " + size(bytes));
        pruned.clips().forEach(entry -> lines.add("  " + clip(entry)));
        return lines;
    }

    private static String clip(StoreEntry entry) {
        ClipFacts facts = entry.facts();
        return facts.name() + ": " + facts.model().orElse("default model") + ", "
                + facts.size().orElse("default size") + ", " + age(entry.age()) + " old, " + size(entry.bytes())
                + (facts.preview() ? ", PREVIEW" : "");
    }

    private static String job(RenderState state, Clock clock) {
        return state.name() + ": " + state.jobId().map(id -> "job " + id).orElse("outcome unknown")
                + state.statusWord().map(word -> ", " + word).orElse("") + ", " + state.endpoint()
                + state.submittedAt()
                        .map(since -> ", submitted " + age(Duration.between(since, clock.instant())) + " ago")
                        .orElse("");
    }

    private static String age(Duration age) {
        return age.toDays() > 0 ? count(age.toDays(), "day") : Elapsed.text(age);
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    static String size(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < UNITS.length - 1) {
            value /= 1000;
            unit++;
        }
        return unit == 0 ? bytes + " bytes" : String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }
}
