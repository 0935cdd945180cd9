package io.videogen.it.bench.shared;

import io.videogen.core.batch.BatchListener;
import io.videogen.core.batch.BatchReport;
import io.videogen.core.batch.BatchSettings;
import io.videogen.core.batch.VideoBatch;
import io.videogen.core.batch.VideoTask;
import io.videogen.core.http.Endpoint;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.shared.AccessKeys;
import io.videogen.core.shared.Holder;
import io.videogen.core.shared.SharedStore;
import io.videogen.core.shared.SharedTimes;
import io.videogen.it.bench.HttpSide;
import io.videogen.it.bench.Project;
import io.videogen.it.bench.Times;
import io.videogen.store.s3.S3StorageProvider;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * One build on one machine. Arguments: endpoint, store, folder, first video, videos; prints the seconds, those of the
 * processor, and whether the storage's client was loaded.
 */
public final class MachineSide {

    private MachineSide() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        Path folder = Path.of(arguments[2]);
        Clock clock = Clock.systemUTC();
        boolean[] opened = {false};
        SharedStore store = store(arguments[1], folder, () -> opened[0] = true);
        int first = Integer.parseInt(arguments[3]);
        int videos = Integer.parseInt(arguments[4]);
        BatchSettings settings = BatchSettings.builder(folder.resolve("out"), folder.resolve("cache"))
                .endpoint(Endpoint.parse(arguments[0], false))
                .sharedStore(store)
                .concurrency(videos)
                .build();
        BatchReport report = new VideoBatch(
                        settings, () -> new HttpSide(settings, jobs -> jobs), new BatchListener() {}, clock)
                .run(IntStream.range(first, first + videos)
                        .mapToObj(number -> new VideoTask(
                                "clip-" + number,
                                VideoRequest.builder(Project.prompt(number))
                                        .model("sora-2")
                                        .seconds("4")
                                        .size("1280x720")
                                        .build()))
                        .toList());
        if (!report.failures().isEmpty()) {
            throw new IllegalStateException(report.failures().get(0).toString());
        }
        System.out.println(
                "{\"seconds\":" + Times.since(start) + ",\"cpu\":" + cpu() + ",\"opened\":" + opened[0] + "}");
        System.exit(0);
    }

    /** Seconds of the processor so far. */
    static double cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }

    /** The store as the machine in a folder sees it. */
    static SharedStore store(String location, Path folder, Runnable whenOpened) {
        Clock clock = Clock.systemUTC();
        return new SharedStore(
                location,
                () -> {
                    whenOpened.run();
                    return new S3StorageProvider().open(location, Optional.of(new AccessKeys("key", "secret")));
                },
                folder.resolve("cache"),
                new Holder(
                        UUID.randomUUID().toString(),
                        "benchmark",
                        folder.getFileName().toString(),
                        clock.instant()),
                SharedTimes.DEFAULT,
                clock);
    }
}
