package io.jenkins.plugins.videogen.workspace;

import hudson.FilePath;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.download.ArtifactSink;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.http.Endpoint;
import io.videogen.core.text.ServerText;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Brings clips into the workspace of a build: the agent fetches what needs no token by itself; what does, and what only
 * this machine reaches, comes through the controller.
 */
public final class WorkspaceSink implements ArtifactSink {
    /** An agent ends its download by itself; it is waited for a little longer, in case it hangs or is slow to tell. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final ClipPaths paths;
    private final String endpoint;
    private final boolean allowInsecureHttp;
    private final DownloadVia via;
    private final Path spool;
    private final WorkspaceSupplier workspaces;
    private final ControllerDownload controller;
    private boolean agentGetsNothing;

    /**
     * @param endpoint base URL of the API
     * @param allowInsecureHttp whether clips may come by plain HTTP
     * @param via who fetches what needs no token
     * @param spool folder of the controller where clips grow that pass through it
     * @param workspaces gives the workspace, anew for each attempt
     * @param controller fetches to a file of the controller, with the token
     */
    public WorkspaceSink(
            ClipPaths paths,
            String endpoint,
            boolean allowInsecureHttp,
            DownloadVia via,
            Path spool,
            WorkspaceSupplier workspaces,
            ControllerDownload controller) {
        this.paths = paths;
        this.endpoint = endpoint;
        this.allowInsecureHttp = allowInsecureHttp;
        this.via = via;
        this.spool = spool;
        this.workspaces = workspaces;
        this.controller = controller;
    }

    /**
     * Makes the workspace ready before anything is paid: a place outside of it is refused.
     */
    public static void prepare(FilePath workspace, ClipPaths paths) throws InterruptedException {
        try {
            for (int i = 0; i < paths.clips(); i++) {
                workspace.act(new ClipTarget.Prepare(new ClipTarget(paths, i)));
            }
        } catch (IOException e) {
            throw WorkspaceException.of(e);
        }
    }

    /** Takes unfinished clips out of the workspace of a build that will not go on with them. */
    public static void discard(FilePath workspace, ClipPaths paths) throws IOException, InterruptedException {
        for (int i = 0; i < paths.clips(); i++) {
            workspace.act(new ClipTarget.Discard(new ClipTarget(paths, i)));
        }
    }

    @Override
    public DownloadOutcome receive(String key, ArtifactKind kind, int index, ArtifactLocation location, Duration most)
            throws InterruptedException {
        if (kind == ArtifactKind.THUMBNAIL) {
            return thumbnail(key, location, most);
        }
        ClipTarget target = new ClipTarget(paths, index);
        try {
            FilePath workspace = workspaces.get();
            if (!workspace.isRemote()) {
                return here(target, new File(workspace.getRemote()), location, most);
            }
            return via == DownloadVia.CONTROLLER || agentGetsNothing || isForController(location)
                    ? throughController(target, workspace, key + "-" + index, location, most)
                    : onAgent(target, workspace, location, most);
        } catch (IOException e) {
            throw WorkspaceException.of(e);
        }
    }

    /** A still picture is for the pages of the build, and the workspace does not get it. */
    private DownloadOutcome thumbnail(String key, ArtifactLocation location, Duration most)
            throws InterruptedException {
        try {
            Files.createDirectories(spool);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return controller.fetch(ArtifactKind.THUMBNAIL, location, thumbnail(spool, key), most);
    }

    /** Where the still picture of a request's clips is, once it has arrived. */
    public static Path thumbnail(Path spool, String key) {
        return spool.resolve(key + "-thumbnail.part");
    }

    /** This machine's own loopback is meant only by an API that was reached inside; an agent refuses it to any other. */
    private static boolean isForController(ArtifactLocation location) {
        String host = location.uri().getHost();
        return location.atEndpoint() || host == null || location.toldFromInside() && Endpoint.isLoopback(host);
    }

    /** The workspace is on this machine: the clip grows in its place, through the controller's proxy. */
    private DownloadOutcome here(ClipTarget target, File workspace, ArtifactLocation location, Duration most)
            throws IOException, InterruptedException {
        Path part = target.preparePart(workspace);
        DownloadOutcome outcome = controller.fetch(ArtifactKind.VIDEO, location, part, most);
        if (outcome instanceof DownloadOutcome.Complete complete) {
            target.place(workspace, complete.file().extension());
        }
        return outcome;
    }

    private DownloadOutcome onAgent(ClipTarget target, FilePath workspace, ArtifactLocation location, Duration most)
            throws IOException, InterruptedException {
        DownloadReport report = await(
                        workspace.actAsync(new DownloadOnAgent(target, endpoint, allowInsecureHttp, location, most)),
                        most.plus(GRACE))
                .shownBy(controller.words());
        DownloadOutcome outcome = report.toOutcome();
        if (via == DownloadVia.AUTO && report.isEmptyHanded() && outcome instanceof DownloadOutcome.Transient trouble) {
            agentGetsNothing = true;
            return new DownloadOutcome.Transient(
                    "the agent can not fetch it: " + trouble.reason() + "; the controller does now",
                    trouble.retryAfter());
        }
        return outcome;
    }

    /** Waits for an agent, but not for ever: one that hangs must not hold the build. */
    static DownloadReport await(Future<DownloadReport> download, Duration most)
            throws IOException, InterruptedException {
        try {
            return download.get(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            download.cancel(true);
            return DownloadReport.late();
        } catch (InterruptedException e) {
            download.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException trouble ? trouble : new IOException(e.getCause());
        }
    }

    /** Fetches and checks here, where an interrupted transfer can go on, and then hands the whole clip over. */
    private DownloadOutcome throughController(
            ClipTarget target, FilePath workspace, String name, ArtifactLocation location, Duration most)
            throws IOException, InterruptedException {
        workspace.act(new ClipTarget.Prepare(target));
        Files.createDirectories(spool);
        Path part = spool.resolve(name + ".part");
        DownloadOutcome outcome = controller.fetch(ArtifactKind.VIDEO, location, part, most);
        if (outcome instanceof DownloadOutcome.Complete complete) {
            handOver(part, target, workspace, complete.file());
            Files.delete(part);
        }
        return outcome;
    }

    /** Copies a whole clip of this machine to its place in a workspace. */
    public static void deliver(Path clip, VerifiedFile file, ClipPaths paths, int index, FilePath workspace)
            throws InterruptedException {
        ClipTarget target = new ClipTarget(paths, index);
        try {
            workspace.act(new ClipTarget.Prepare(target));
            handOver(clip, target, workspace, file);
        } catch (IOException e) {
            throw WorkspaceException.of(e);
        }
    }

    private static void handOver(Path clip, ClipTarget target, FilePath workspace, VerifiedFile file)
            throws IOException, InterruptedException {
        try (InputStream content = Files.newInputStream(clip)) {
            workspace.child(target.part()).copyFrom(content);
        }
        workspace.act(new PlaceClip(target, file.extension(), file.sha256()));
    }

    /** Gives the workspace of the build. */
    @FunctionalInterface
    public interface WorkspaceSupplier {
        FilePath get() throws IOException, InterruptedException;
    }

    /** One attempt to fetch a clip to a file of this machine, as {@link io.videogen.core.download.Downloader#fetch}. */
    @FunctionalInterface
    public interface ControllerDownload {
        DownloadOutcome fetch(ArtifactKind kind, ArtifactLocation location, Path part, Duration most)
                throws InterruptedException;

        /** The gate for what an agent tells, which does not know the token. */
        default ServerText words() throws InterruptedException {
            return ServerText.hiding(Optional.empty());
        }
    }
}
