package io.videogen.maven.report;

import io.videogen.core.batch.BatchReport;
import io.videogen.core.batch.VideoResult;
import io.videogen.core.output.VideoSource;
import java.util.ArrayList;
import java.util.List;

/** The last lines of a run. */
public final class Summary {

    private Summary() {}

    /**
     * For example {@code 2 rendered, 1 cached, 0 resumed, 0 failed; 8 seconds bought; 1 min 3 s}, and last the gallery.
     *
     * @param preview whether clips were drawn here, so that nothing was bought
     */
    public static List<String> lines(BatchReport report, boolean preview) {
        List<String> lines = new ArrayList<>();
        long drawn = count(report, VideoSource.PREVIEW);
        String done = preview
                ? drawn + (drawn == 1 ? " preview clip" : " preview clips")
                : count(report, VideoSource.RENDERED) + " rendered, " + count(report, VideoSource.CACHE) + " cached, "
                        + count(report, VideoSource.RESUMED) + " resumed";
        lines.add(done + ", " + report.failures().size() + " failed"
                + (preview ? "" : "; " + report.spending().bought())
                + "; " + Elapsed.text(report.elapsed()));
        lines.add("Gallery: " + report.gallery());
        return lines;
    }

    /**
     * Which jobs run on after an interrupted run, and how to go on.
     *
     * @param preview whether clips were drawn here: those jobs end with this process, and cost nothing
     */
    public static List<String> runningOn(BatchReport report, boolean preview) {
        if (preview) {
            return List.of("Interrupted. Nothing was bought; the same command draws the clips that are missing.");
        }
        List<String> lines = report.failures().stream()
                .filter(VideoResult::runsOn)
                .map(video -> "  " + video.name() + ": job " + video.jobId().orElseThrow())
                .toList();
        if (lines.isEmpty()) {
            return List.of("Interrupted. No job is known to run on.");
        }
        List<String> all = new ArrayList<>();
        all.add("Interrupted. These jobs run on and are paid; the same command takes them up again:");
        all.addAll(lines);
        return all;
    }

    private static long count(BatchReport report, VideoSource source) {
        return report.videos().stream()
                .filter(video -> video.source().filter(source::equals).isPresent())
                .count();
    }
}
