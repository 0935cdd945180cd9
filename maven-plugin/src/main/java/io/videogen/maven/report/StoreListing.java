package io.videogen.maven.report;

import io.videogen.core.engine.RenderState;
import io.videogen.core.store.ClipFacts;
import io.videogen.core.store.Ledger;
import io.videogen.core.store.Pruned;
import io.videogen.core.store.StoreEntry;
import io.videogen.core.text.Said;
import io.videogen.core.text.ServerText;
import io.videogen.film.store.FfmpegReleases;
import io.videogen.film.store.FilmStore;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The lines of the {@code store} goal. */
public final class StoreListing {

    private static final ServerText GATE = ServerText.hiding(Optional.empty());
    private static final int LONGEST = 200;

    private StoreListing() {}

    public static List<String> clips(List<StoreEntry> entries) {
        long bytes = entries.stream().mapToLong(StoreEntry::bytes).sum();
        List<String> lines = new ArrayList<>();
        lines.add(count(entries.size(), "clip") + ", " + ByteCount.text(bytes));
        entries.forEach(entry -> lines.add("  " + clip(entry)));
        return lines;
    }

    /**
     * What films keep.
     *
     * @param done what was done to them, or nothing
     */
    public static List<String> films(String done, List<FilmStore.Entry> films) {
        if (films.isEmpty()) {
            return List.of();
        }
        int pieces = films.stream().mapToInt(FilmStore.Entry::pieces).sum();
        long bytes = films.stream().mapToLong(FilmStore.Entry::bytes).sum();
        List<String> lines = new ArrayList<>();
        lines.add(done + count(pieces, "piece") + " of " + count(films.size(), "film") + ", " + ByteCount.text(bytes));
        films.forEach(film -> lines.add("  " + film.film() + ": " + film.pieces() + ", " + ByteCount.text(film.bytes())
                + ", last used " + age(film.unused()) + " ago"));
        return lines;
    }

    /**
     * The releases of FFmpeg that are unpacked for films.
     *
     * @param done what was done to them, or nothing
     */
    public static List<String> ffmpeg(String done, List<FfmpegReleases.Entry> releases) {
        return releases.stream()
                .map(release -> done + release.name() + ", " + ByteCount.text(release.bytes()) + ", last used "
                        + age(release.unused()) + " ago" + (release.current() ? ", current" : ""))
                .toList();
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

    /** What is known of one job, whether it is in flight or its clip is kept. */
    public static List<String> job(String id, List<StoreEntry> clips, Ledger.Contents ledger, Clock clock) {
        List<String> lines = new ArrayList<>();
        for (RenderState state : ledger.jobs()) {
            if (state.jobId().filter(id::equals).isPresent()) {
                lines.add("Job " + id + " of video \"" + state.name() + "\"");
                lines.add("  " + job(state, clock));
                lines.add("  phase " + state.phase().name().toLowerCase(Locale.ROOT) + ", api " + state.api()
                        + ", model " + state.model().orElse("not set"));
                lines.add("  request key " + state.key());
                state.failure().ifPresent(failure -> lines.add("  " + failure.message()));
                lines.add("  last reply: " + state.lastReply().orElse("none is kept"));
            }
        }
        for (StoreEntry entry : clips) {
            if (entry.facts().jobId().filter(id::equals).isPresent()) {
                lines.add("Job " + id + " of video \"" + said(entry.facts().name())
                        + "\": completed, and its clip is kept");
                lines.add("  " + clip(entry));
                lines.add("  api " + said(entry.facts().api()) + " at "
                        + said(entry.facts().endpoint()) + ", submitted "
                        + entry.facts().createdAt() + ", completed "
                        + entry.facts().completedAt());
                lines.add("  request key " + entry.key());
            }
        }
        return lines.isEmpty()
                ? List.of("Nothing is known of the job \"" + id + "\": it is neither in flight nor is its clip kept.")
                : lines;
    }

    public static List<String> pruned(Pruned pruned) {
        long bytes = pruned.clips().stream().mapToLong(StoreEntry::bytes).sum();
        List<String> lines = new ArrayList<>();
        lines.add("Removed " + count(pruned.clips().size(), "clip") + ", " + ByteCount.text(bytes));
        pruned.clips().forEach(entry -> lines.add("  " + clip(entry)));
        return lines;
    }

    /** A record may have been put there by anybody who can write to the cache. */
    private static Said said(String text) {
        return GATE.said(text, LONGEST);
    }

    private static String clip(StoreEntry entry) {
        ClipFacts facts = entry.facts();
        return clip(facts, entry.age(), entry.bytes());
    }

    static String clip(ClipFacts facts, Duration age, long bytes) {
        return said(facts.name()) + ": " + said(facts.model().orElse("default model")) + ", "
                + said(facts.size().orElse("default size")) + ", " + age(age) + " old, " + ByteCount.text(bytes)
                + (facts.preview() ? ", PREVIEW" : "");
    }

    static String job(RenderState state, Clock clock) {
        return state.name() + ": " + state.jobId().map(id -> "job " + id).orElse("outcome unknown")
                + state.statusWord().map(word -> ", " + word).orElse("") + ", " + state.endpoint()
                + state.submittedAt()
                        .map(since -> ", submitted " + age(Duration.between(since, clock.instant())) + " ago")
                        .orElse("");
    }

    /** Clocks of other machines may be ahead. */
    private static String age(Duration age) {
        return age.isNegative()
                ? Elapsed.text(Duration.ZERO)
                : age.toDays() > 0 ? count(age.toDays(), "day") : Elapsed.text(age);
    }

    static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
