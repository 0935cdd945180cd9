package io.videogen.it.bench.waiting;

import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.batch.ArtifactFetcher;
import io.videogen.core.batch.Remote;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.file.Sha256;
import io.videogen.core.http.Endpoint;
import io.videogen.core.remote.CancelOutcome;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.Lookup;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.reply.JobSnapshot;
import io.videogen.core.reply.JobStatus;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.text.Said;
import io.videogen.core.text.ServerText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** A remote side without a network, to see what the engine itself costs. No job is done before all are created. */
final class MemorySide implements Remote, RemoteJobs {

    private static final int LEAST_POLLS = 7;
    private static final ServerText GATE = ServerText.hiding(Optional.empty());

    private final int expected;
    private final Endpoint endpoint = Endpoint.parse("http://127.0.0.1:9", false);
    private final AtomicInteger created = new AtomicInteger();
    private final int[] polls;
    private final RemoteJobs watched;

    MemorySide(int expected, UnaryOperator<RemoteJobs> watch) {
        this.expected = expected;
        this.polls = new int[expected];
        this.watched = watch.apply(this);
    }

    @Override
    public CreateOutcome create(VideoRequest request, String idempotencyKey) {
        String id = "video_" + created.getAndIncrement();
        return new CreateOutcome.Accepted(said(id), snapshot(id, false), Optional.empty());
    }

    @Override
    public PollOutcome poll(VideoRequest request, String jobId) {
        // The engine keeps the polls of one job apart, so that each number has one writer at a time.
        int seen = ++polls[Integer.parseInt(jobId.substring(jobId.indexOf('_') + 1))];
        boolean done = created.get() == expected && seen >= LEAST_POLLS;
        return new PollOutcome.Seen(snapshot(jobId, done), Optional.empty());
    }

    private JobSnapshot snapshot(String id, boolean done) {
        return new JobSnapshot(
                Optional.of(said(id)),
                done ? JobStatus.COMPLETED : JobStatus.RUNNING,
                said(done ? "completed" : "in_progress"),
                OptionalDouble.empty(),
                Optional.empty(),
                done
                        ? List.of(new ArtifactLocation(
                                URI.create(endpoint.base() + "/" + id), true, OptionalLong.empty()))
                        : List.of(),
                Optional.empty());
    }

    private static Said said(String word) {
        return GATE.said(word, 100);
    }

    private static DownloadOutcome write(ArtifactLocation location, Path file) {
        byte[] bytes = location.uri().getPath().getBytes(StandardCharsets.UTF_8);
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            return new DownloadOutcome.Complete(new VerifiedFile(
                    "mp4", Sha256.of(bytes), bytes.length, OptionalDouble.of(4), Optional.of(1280), Optional.of(720)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public LookupOutcome lookUp(VideoRequest request, Lookup lookup) {
        return new LookupOutcome.NoneFits();
    }

    @Override
    public CancelOutcome cancel(VideoRequest request, String jobId) {
        return CancelOutcome.NOT_POSSIBLE;
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public RemoteJobs jobs() {
        return watched;
    }

    @Override
    public ArtifactFetcher artifacts() {
        return (location, kind, file, most) -> write(location, file);
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
