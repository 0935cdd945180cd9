package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.artifact.Stills;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.http.Endpoint;
import io.videogen.core.remote.CancelOutcome;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.Lookup;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.reply.JobSnapshot;
import io.videogen.core.reply.JobStatus;
import io.videogen.core.reply.RemoteError;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.testing.Words;
import io.videogen.core.text.Said;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A remote side in memory. What a prompt says decides what becomes of its job. */
final class FakeRemote implements Remote, RemoteJobs, ArtifactFetcher, RemoteFactory {

    private record Job(String id, VideoRequest request, Instant createdAt) {}

    private final Endpoint endpoint;
    private final Clock clock;
    private final Map<String, Job> jobs = new HashMap<>();
    final List<String> createdPrompts = new ArrayList<>();
    final List<VideoRequest> created = new ArrayList<>();
    Duration renderTime = Duration.ofSeconds(30);
    int opened;
    int mostInFlight;
    Runnable beforeCreate = () -> {};
    /** An outcome in place of the download's, or null to let it come. */
    Supplier<DownloadOutcome> beforeDownload = () -> null;

    /** The same of thumbnails, which may be fetched while the clip is. */
    Supplier<DownloadOutcome> beforeThumbnail = () -> beforeDownload.get();

    /** An outcome in place of a poll's, or null to let it come. */
    Supplier<PollOutcome> beforePoll = () -> null;

    int mostClips = Integer.MAX_VALUE;
    /** The same once the bytes are in the file. */
    Function<Path, DownloadOutcome> afterDownload = part -> null;

    /** How long the latest download was allowed to take. */
    Duration granted;

    boolean findLostJobs;
    /** A lost job is one that nobody has, as where a list does not tell which submission made it. */
    boolean passesOverTakenJobs;

    /** The bytes of a clip. */
    Function<ArtifactLocation, byte[]> content =
            location -> ("clip of " + location.uri()).getBytes(StandardCharsets.UTF_8);

    boolean loseCreateReplies;
    boolean refuseDisk;
    boolean hasThumbnails;
    /** Of a job that asks for one as Ark does. */
    boolean hasLastFrames;

    /** An outcome in place of the last frame's download, or null to let it come. */
    Supplier<DownloadOutcome> beforeLastFrame = () -> null;

    String idPrefix = "";
    /** What it says when it is asked. */
    boolean preview;

    FakeRemote(String endpoint, Clock clock) {
        this.endpoint = Endpoint.parse(endpoint, true);
        this.clock = clock;
    }

    @Override
    public Remote open() {
        opened++;
        return this;
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public boolean isPreview() {
        return preview;
    }

    @Override
    public RemoteJobs jobs() {
        return this;
    }

    @Override
    public ArtifactFetcher artifacts() {
        return this;
    }

    @Override
    public void close() {}

    @Override
    public CreateOutcome create(VideoRequest request, String idempotencyKey) {
        beforeCreate.run();
        if (request.prompt().contains("refused")) {
            return new CreateOutcome.Refused(
                    new VideogenException(ErrorKind.REFUSED, "insufficient_quota", "No quota is left."));
        }
        Job job = new Job(idPrefix + "job_" + (jobs.size() + 1), request, clock.instant());
        jobs.put(job.id(), job);
        createdPrompts.add(request.prompt());
        created.add(request);
        mostInFlight = (int) Math.max(
                mostInFlight, jobs.values().stream().filter(this::isRunning).count());
        return loseCreateReplies
                ? new CreateOutcome.Unknown("the connection broke")
                : new CreateOutcome.Accepted(Words.said(job.id()), snapshot(job), Optional.empty());
    }

    @Override
    public PollOutcome poll(VideoRequest request, String jobId) {
        PollOutcome instead = beforePoll.get();
        return instead != null ? instead : new PollOutcome.Seen(snapshot(jobs.get(jobId)), Optional.empty());
    }

    @Override
    public LookupOutcome lookUp(VideoRequest request, Lookup lookup) {
        if (!findLostJobs) {
            return new LookupOutcome.NotPossible("This API has no list of jobs.");
        }
        Said latest = Words.said("job_" + jobs.size());
        return passesOverTakenJobs && lookup.known().test(latest.toString())
                ? new LookupOutcome.NoneFits()
                : new LookupOutcome.Found(latest);
    }

    @Override
    public CancelOutcome cancel(VideoRequest request, String jobId) {
        return CancelOutcome.NOT_POSSIBLE;
    }

    @Override
    public DownloadOutcome fetch(ArtifactLocation location, ArtifactKind kind, Path partFile, Duration most) {
        granted = most;
        if (refuseDisk && partFile.toString().contains("cache")) {
            throw new VideogenException(ErrorKind.STORAGE, "disk_full", "The disk is full.");
        }
        DownloadOutcome instead =
                switch (kind) {
                    case VIDEO -> beforeDownload.get();
                    case THUMBNAIL -> beforeThumbnail.get();
                    case LAST_FRAME -> beforeLastFrame.get();
                };
        if (instead != null) {
            return instead;
        }
        byte[] content = this.content.apply(location);
        try {
            Files.write(partFile, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        DownloadOutcome afterwards = afterDownload.apply(partFile);
        if (afterwards != null) {
            return afterwards;
        }
        return new DownloadOutcome.Complete(new VerifiedFile(
                kind == ArtifactKind.LAST_FRAME ? "png" : "mp4",
                sha256(content),
                content.length,
                OptionalDouble.of(4),
                Optional.of(1280),
                Optional.of(720)));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean asksForLastFrame(VideoRequest request) {
        return request.options()
                .filter(options -> options.text().contains("\"return_last_frame\":true"))
                .isPresent();
    }

    private boolean isRunning(Job job) {
        return !snapshot(job).status().isFinal();
    }

    private JobSnapshot snapshot(Job job) {
        boolean due = !clock.instant().isBefore(job.createdAt().plus(renderTime))
                && !job.request().prompt().contains("endless");
        boolean fails = job.request().prompt().contains("fails");
        JobStatus status = !due ? JobStatus.RUNNING : fails ? JobStatus.FAILED : JobStatus.COMPLETED;
        List<ArtifactLocation> videos = status != JobStatus.COMPLETED
                ? List.of()
                : IntStream.range(0, Math.min(mostClips, job.request().clips()))
                        .mapToObj(index -> new ArtifactLocation(
                                URI.create(endpoint.base() + "/" + job.id() + "/" + index), true, OptionalLong.empty()))
                        .toList();
        Optional<RemoteError> error = status == JobStatus.FAILED
                ? Optional.of(Words.error("It went wrong.", "server_error"))
                : Optional.empty();
        return new JobSnapshot(
                Optional.of(Words.said(job.id())),
                status,
                Words.said(status.name().toLowerCase(java.util.Locale.ROOT)),
                OptionalDouble.empty(),
                error,
                videos,
                Stills.of(
                        hasThumbnails && !videos.isEmpty() ? Optional.of(videos.get(0)) : Optional.empty(),
                        hasLastFrames && !videos.isEmpty() && asksForLastFrame(job.request())
                                ? Optional.of(new ArtifactLocation(
                                        URI.create(endpoint.base() + "/" + job.id() + "/end"),
                                        true,
                                        OptionalLong.empty()))
                                : Optional.empty()),
                Optional.empty(),
                Optional.empty());
    }
}
