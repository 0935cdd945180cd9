package io.videogen.maven.report;

import io.videogen.core.engine.RenderState;
import io.videogen.core.shared.SharedListing;
import io.videogen.core.store.ClipRecord;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The lines of the {@code store} goal for the store of many machines. */
public final class SharedStoreListing {

    private SharedStoreListing() {}

    public static List<String> lines(List<SharedListing> listed, Clock clock) {
        List<ClipRecord> clips =
                listed.stream().flatMap(entry -> entry.clip().stream()).toList();
        List<SharedListing> jobs = listed.stream()
                .filter(entry -> entry.state().filter(RenderState::isInFlight).isPresent())
                .toList();
        List<String> lines = new ArrayList<>();
        lines.add(StoreListing.count(clips.size(), "clip") + ", "
                + ByteCount.text(clips.stream().mapToLong(ClipRecord::bytes).sum()));
        clips.forEach(clip -> lines.add("  "
                + StoreListing.clip(
                        clip.facts(), Duration.between(clip.facts().completedAt(), clock.instant()), clip.bytes())));
        lines.add(StoreListing.count(jobs.size(), "job") + " in flight");
        jobs.forEach(job -> lines.add("  " + StoreListing.job(job.state().orElseThrow(), clock)
                + job.holder()
                        .map(holder -> ", of " + holder.build() + " on " + holder.host())
                        .orElse(", of nobody")));
        return lines;
    }
}
