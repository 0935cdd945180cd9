package io.videogen.core.batch;

import io.videogen.core.api.ApiName;
import io.videogen.core.event.RenderEvent;
import io.videogen.core.http.Endpoint;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Builds and runs batches against a fake remote side in virtual time. */
final class BatchFixture {

    static final String HERE = "https://gateway.example.com";

    final VirtualTime time;
    final FakeRemote remote;
    final List<RenderEvent> events = new ArrayList<>();
    final List<String> warnings = new ArrayList<>();
    /** Clips whose last frame was cut. */
    final List<Path> cut = new ArrayList<>();

    final Path output;
    final Path cache;

    BatchFixture(Path folder) {
        this(folder, new VirtualTime());
    }

    private BatchFixture(Path folder, VirtualTime time) {
        this(folder, time, new FakeRemote(HERE, time));
    }

    /** A machine with folders of its own. */
    BatchFixture(Path folder, VirtualTime time, FakeRemote remote) {
        this.time = time;
        this.remote = remote;
        output = folder.resolve("out");
        cache = folder.resolve("cache");
    }

    BatchSettingsBuilder settings() {
        return BatchSettings.builder(output, cache)
                .api(ApiName.NEW_API)
                .endpoint(Endpoint.parse(HERE, false))
                .pollInterval(Duration.ofSeconds(2))
                .jobTimeout(Duration.ofMinutes(10));
    }

    VideoBatch batch(BatchSettingsBuilder settings) {
        return batch(settings, remote);
    }

    VideoBatch batch(BatchSettingsBuilder settings, RemoteFactory factory) {
        BatchListener listener = new BatchListener() {
            @Override
            public void event(String name, RenderEvent event) {
                events.add(event);
            }

            @Override
            public void warning(String message) {
                warnings.add(message);
            }
        };
        return new VideoBatch(settings.build(), factory, this::lastFrame, listener, time, time.restarted());
    }

    BatchReport run(BatchSettingsBuilder settings, VideoTask... tasks) {
        return batch(settings).run(List.of(tasks));
    }

    BatchReport run(VideoTask... tasks) {
        return run(settings(), tasks);
    }

    List<String> plan(BatchSettingsBuilder settings, VideoTask... tasks) {
        BatchPlan plan = batch(settings).plan(List.of(tasks));
        List<String> lines =
                new ArrayList<>(plan.videos().stream().map(PlannedVideo::line).toList());
        lines.add(plan.summary());
        return lines;
    }

    /** A picture beside the clip; its content tells of which. */
    private Path lastFrame(Path clip) {
        try {
            cut.add(clip);
            Path picture = Files.createTempFile(Files.createDirectories(cache.resolve("frames")), "frame", ".png");
            byte[] head = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
            Files.write(picture, head);
            return Files.write(picture, Files.readAllBytes(clip), StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static VideoTask task(String name, String prompt) {
        return new VideoTask(
                name, VideoRequest.builder(prompt).model("kling").seconds("4").build());
    }

    static VideoTask clips(String name, String prompt, int n) {
        return new VideoTask(
                name,
                VideoRequest.builder(prompt)
                        .model("kling")
                        .seconds("4")
                        .set(VideoField.N, n)
                        .build());
    }
}
