package io.jenkins.plugins.videogen.execution;

import hudson.model.Run;
import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.jenkins.plugins.videogen.config.Endpoints;
import io.jenkins.plugins.videogen.config.ResolvedEndpoint;
import io.jenkins.plugins.videogen.config.VideogenEndpoint;
import io.jenkins.plugins.videogen.shared.SharedJobs;
import io.jenkins.plugins.videogen.shared.SharedSink;
import io.jenkins.plugins.videogen.shared.SharedStore;
import io.jenkins.plugins.videogen.shared.SharedVideos;
import io.jenkins.plugins.videogen.spending.Purse;
import io.jenkins.plugins.videogen.workspace.ClipPaths;
import io.videogen.core.api.ApiName;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.batch.Prices;
import io.videogen.core.download.ArtifactSink;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.engine.Engine;
import io.videogen.core.file.Sha256;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.store.StoredClip;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Supplier;

/** The real machine between a remote API and a workspace that are not there. */
final class FakeEngines implements Engines {
    static final String SHA_256 = "c0ffee00".repeat(8);

    private static final Path SPENDING = temporary();

    final FakeApi api;
    final List<VideogenEndpoint> configured = new ArrayList<>();
    final List<String> received = new ArrayList<>();
    final List<Duration> leftToDownload = new ArrayList<>();
    final List<Path> delivered = new ArrayList<>();
    Optional<SharedStore> store = Optional.empty();
    Purse purse;
    /** Digest of the token that builds have. */
    String account = "one";

    volatile boolean broken;
    volatile Runnable whenClaimed = () -> {};

    FakeEngines(FakeApi api) {
        this.api = api;
    }

    @Override
    public Endpoints endpoints(Run<?, ?> run) {
        return new Endpoints(configured, false);
    }

    @Override
    public String key(VideoRequest request) {
        return String.format("%064x", Integer.toUnsignedLong(request.hashCode()));
    }

    @Override
    public void check(ApiName name, VideoRequest request, GenerateVideoStep step) {}

    @Override
    public Purse purse() {
        return purse == null ? new Purse(Prices.NONE, List.of(), SPENDING, Clock.systemUTC()) : purse;
    }

    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("spending");
            folder.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RemoteJobs remote(ResolvedEndpoint endpoint, ApiName name, GenerateVideoStep step, BuildAccess build) {
        return api;
    }

    @Override
    public void prepareWorkspace(ClipPaths clips, BuildAccess build) {
        whenClaimed.run();
    }

    @Override
    public void discardParts(ClipPaths clips, BuildAccess build) {}

    @Override
    public Engine engine(VideoJob job, Clock clock) {
        return new Engine(api, view -> Duration.ofMillis(1), Duration.ofMillis(1), clock, new Random(0));
    }

    @Override
    public ArtifactSink sink(VideoJob job, BuildAccess build, Clock clock) {
        return (key, kind, index, location, most) -> {
            api.between.run();
            leftToDownload.add(most);
            if (broken) {
                return new DownloadOutcome.Transient("its time is up", Optional.empty());
            }
            received.add(job.clips().path(index, "mp4"));
            return new DownloadOutcome.Complete(
                    new VerifiedFile("mp4", SHA_256, 5, OptionalDouble.empty(), Optional.empty(), Optional.empty()));
        };
    }

    @Override
    public Optional<SharedVideos> videos(ResolvedEndpoint endpoint, RemoteJobs remote) {
        return store.map(open -> open.of(VideoJob.origin(endpoint.url())));
    }

    @Override
    public Optional<SharedJobs> jobs(ResolvedEndpoint endpoint, RemoteJobs remote) {
        return store.map(open -> open.jobs(endpoint.url(), endpoint.api(), account));
    }

    @Override
    public SharedSink sharedSink(VideoJob job, SharedVideos videos, Supplier<Optional<String>> jobId, Clock clock) {
        return new SharedSink(videos, jobId, (kind, location, part, most) -> {
            received.add(location.uri().getPath());
            try {
                Files.writeString(part, "a clip");
                return new DownloadOutcome.Complete(new VerifiedFile(
                        "mp4", Sha256.of(part), 6, OptionalDouble.empty(), Optional.empty(), Optional.empty()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void deliver(VideoJob job, StoredClip clip, BuildAccess build) {
        clip.videos().forEach(video -> delivered.add(video.path()));
    }
}
