package io.videogen.it.bench.batch;

import io.videogen.core.batch.BatchListener;
import io.videogen.core.batch.BatchReport;
import io.videogen.core.batch.BatchSettings;
import io.videogen.core.batch.VideoBatch;
import io.videogen.core.batch.VideoTask;
import io.videogen.core.http.Endpoint;
import io.videogen.core.request.VideoRequest;
import io.videogen.it.bench.HttpSide;
import io.videogen.it.bench.Project;
import io.videogen.it.bench.Times;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Batches of the engine, one after the other: the first in a JVM that has done nothing before, as in a build, the last in
 * one that is warm, as a Jenkins controller. Arguments: endpoint, folder, videos, batches, milliseconds between
 * two polls; prints the seconds of each.
 */
public final class EngineBatch {

    private EngineBatch() {}

    public static void main(String[] arguments) {
        List<Double> seconds = new ArrayList<>();
        for (int batch = 1; batch <= Integer.parseInt(arguments[3]); batch++) {
            Path folder = Path.of(arguments[1], "batch-" + batch);
            seconds.add(run(
                    arguments[0],
                    folder,
                    Integer.parseInt(arguments[2]),
                    Duration.ofMillis(Long.parseLong(arguments[4]))));
        }
        System.out.println("{\"seconds\":" + seconds + "}");
        System.exit(0);
    }

    private static double run(String endpoint, Path folder, int videos, Duration interval) {
        long start = System.nanoTime();
        BatchSettings settings = BatchSettings.builder(folder.resolve("out"), folder.resolve("cache"))
                .endpoint(Endpoint.parse(endpoint, false))
                .concurrency(videos)
                .pollInterval(interval)
                .build();
        VideoBatch batch = new VideoBatch(
                settings, () -> new HttpSide(settings, jobs -> jobs), new BatchListener() {}, Clock.systemUTC());
        BatchReport report = batch.run(IntStream.rangeClosed(1, videos)
                .mapToObj(i -> new VideoTask(
                        "clip-" + i,
                        VideoRequest.builder(Project.prompt(i))
                                .model("sora-2")
                                .seconds("4")
                                .size("1280x720")
                                .build()))
                .toList());
        double seconds = Times.since(start);
        if (!report.failures().isEmpty()) {
            throw new IllegalStateException(report.failures().get(0).toString());
        }
        return seconds;
    }
}
