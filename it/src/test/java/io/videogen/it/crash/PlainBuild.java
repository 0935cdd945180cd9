package io.videogen.it.crash;

import io.videogen.core.batch.BatchListener;
import io.videogen.core.batch.BatchReport;
import io.videogen.core.batch.BatchSettings;
import io.videogen.core.batch.HttpRemote;
import io.videogen.core.batch.VideoBatch;
import io.videogen.core.batch.VideoTask;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.shared.AccessKeys;
import io.videogen.core.shared.Holder;
import io.videogen.core.shared.SharedStore;
import io.videogen.core.shared.SharedTimes;
import io.videogen.store.s3.S3StorageProvider;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a front end does, in the smallest form: a process to be killed. Says how each video ended. */
final class PlainBuild {

    private PlainBuild() {}

    /** Names a shared store, for a build on one machine of many. */
    static final String STORE = "videogen.it.store";
    /** How far the engine's clock is ahead, in hours. */
    static final String CLOCK_AHEAD = "videogen.it.clockAhead";

    /** Short, so that who waits for a dead build need not wait long; too short for a busy machine now and then. */
    private static final SharedTimes TIMES =
            new SharedTimes(Duration.ofMillis(400), Duration.ofSeconds(2), Duration.ofSeconds(10));

    /** Arguments: id and number of the videos, build folder, cache folder, endpoint, names to resubmit. */
    public static void main(String[] arguments) {
        VideoSet videos = new VideoSet(
                arguments[0], Integer.parseInt(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]));
        Set<String> resubmit = Arrays.stream(arguments[5].split(","))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        Endpoint endpoint = Endpoint.parse(arguments[4], false);
        Clock clock = Clock.offset(Clock.systemUTC(), Duration.ofHours(Integer.getInteger(CLOCK_AHEAD, 0)));
        BatchSettings settings = BatchSettings.builder(videos.output(), videos.cache())
                .endpoint(endpoint)
                .sharedStore(sharedStore(videos, clock))
                .pollInterval(Duration.ofMillis(50))
                .resubmit(resubmit)
                .build();
        List<VideoTask> tasks = videos.names().stream()
                .map(name -> new VideoTask(
                        name,
                        VideoRequest.builder(videos.prompt(name))
                                .model(VideoSet.MODEL)
                                .seconds(VideoSet.SECONDS)
                                .size(VideoSet.SIZE)
                                .build()))
                .toList();
        BatchReport report = new VideoBatch(
                        settings,
                        () -> new HttpRemote(settings, endpoint, Optional.empty(), HttpSettings.defaults()),
                        new BatchListener() {},
                        clock)
                .run(tasks);
        report.videos()
                .forEach(video -> System.out.println(video.name() + ": "
                        + video.status().word()
                        + video.error().map(error -> " " + error.getMessage()).orElse("")));
        System.exit(report.failures().isEmpty() ? 0 : 1);
    }

    private static SharedStore sharedStore(VideoSet videos, Clock clock) {
        String location = System.getProperty(STORE);
        if (location == null) {
            return null;
        }
        Holder me = new Holder(
                UUID.randomUUID().toString(),
                videos.id(),
                videos.folder().getFileName().toString(),
                clock.instant());
        return new SharedStore(
                location,
                () -> new S3StorageProvider().open(location, Optional.of(new AccessKeys("key", "secret"))),
                videos.cache(),
                me,
                TIMES,
                clock);
    }
}
