package io.jenkins.plugins.videogen.execution;

import hudson.model.Item;
import io.jenkins.plugins.videogen.config.Endpoints;
import io.jenkins.plugins.videogen.config.Settings;
import io.jenkins.plugins.videogen.config.VideogenEndpoint;
import io.jenkins.plugins.videogen.shared.SharedStore;
import io.jenkins.plugins.videogen.spending.Purse;
import io.jenkins.plugins.videogen.workspace.ClipPaths;
import io.jenkins.plugins.videogen.workspace.WorkspaceSink;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.batch.Prices;
import io.videogen.core.download.ArtifactSink;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.engine.Engine;
import io.videogen.core.file.Sha256;
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

/** The real machine between a remote API and a workspace that are not there. */
final class FakeSurroundings implements Settings, Account, Workspaces {
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

    FakeSurroundings(FakeApi api) {
        this.api = api;
    }

    Surroundings all() {
        return new Surroundings(this, (endpoint, name, step, build) -> this, this);
    }

    @Override
    public Endpoints endpoints(Item item) {
        return new Endpoints(List.of(), configured, false);
    }

    @Override
    public void check(VideoRequest request) {}

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
    public Optional<String> digest() {
        return Optional.of(account);
    }

    @Override
    public void prepare(ClipPaths clips, BuildAccess build) {
        whenClaimed.run();
    }

    @Override
    public void discardParts(ClipPaths clips, BuildAccess build) {}

    @Override
    public Engine engine(Clock clock) {
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
    public Optional<SharedStore> store() {
        return store;
    }

    @Override
    public WorkspaceSink.ControllerDownload download(Clock clock) {
        return (kind, location, part, most) -> {
            received.add(location.uri().getPath());
            try {
                Files.writeString(part, "a clip");
                return new DownloadOutcome.Complete(new VerifiedFile(
                        "mp4", Sha256.of(part), 6, OptionalDouble.empty(), Optional.empty(), Optional.empty()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    @Override
    public void deliver(VideoJob job, StoredClip clip, BuildAccess build) {
        clip.videos().forEach(video -> delivered.add(video.path()));
    }
}
