package io.videogen.maven.session;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.drawing.ffmpeg.FfmpegNatives;
import io.videogen.drawing.ffmpeg.MavenArtifact;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.ArtifactResult;

/**
 * Gets FFmpeg for this platform alone, at first use, through Maven's resolver: mirrors, proxies, credentials and offline
 * mode mean what they mean for plugins.
 */
public final class FfmpegJars {

    private final RepositorySystem repositories;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> remotes;

    public FfmpegJars(RepositorySystem repositories, MavenSession session, MavenProject project) {
        this.repositories = repositories;
        this.session = session.getRepositorySession();
        this.remotes = project == null ? List.of() : project.getRemotePluginRepositories();
    }

    /**
     * What a JVM needs on its class path to draw: FFmpeg, and the font.
     *
     * @throws VideogenException naming the artifacts that can not be had
     */
    public List<Path> libraries() {
        List<MavenArtifact> all = new ArrayList<>(natives().libraries());
        all.add(new MavenArtifact(OwnModule.GROUP, "videogen-glyphs", OwnModule.version(), ""));
        return resolve(all);
    }

    /**
     * What FFmpeg's programs are in.
     *
     * @throws VideogenException naming the artifact if it can not be had
     */
    public Path program() {
        return resolve(List.of(natives().program())).get(0);
    }

    private List<Path> resolve(List<MavenArtifact> wanted) {
        List<ArtifactRequest> requests = wanted.stream()
                .map(artifact -> new ArtifactRequest(coordinates(artifact), remotes, "plugin"))
                .toList();
        try {
            return repositories.resolveArtifacts(session, requests).stream()
                    .map(ArtifactResult::getArtifact)
                    .map(Artifact::getFile)
                    .map(File::toPath)
                    .toList();
        } catch (ArtifactResolutionException e) {
            throw missing(e);
        }
    }

    private static FfmpegNatives natives() {
        try {
            return FfmpegNatives.forThisPlatform();
        } catch (UnsupportedOperationException e) {
            throw new VideogenException(
                    ErrorKind.INVALID_INPUT,
                    "unsupported_platform",
                    "Nothing can be drawn here: " + e.getMessage() + ", or, for clips, set an endpoint.",
                    e);
        }
    }

    private VideogenException missing(ArtifactResolutionException cause) {
        String names = cause.getResults().stream()
                .filter(result -> !result.isResolved())
                .map(result -> result.getRequest().getArtifact().toString())
                .collect(Collectors.joining(", "));
        return session.isOffline()
                ? new VideogenException(
                        ErrorKind.OFFLINE,
                        "ffmpeg_offline",
                        "Maven is offline, and FFmpeg, which draws preview clips and makes films, is not in the local"
                                + " repository: " + names + ". Run the build once without -o.",
                        cause)
                : new VideogenException(
                        ErrorKind.UNREACHABLE,
                        "ffmpeg_missing",
                        "FFmpeg, which draws preview clips and makes films, can not be resolved: " + names + ". "
                                + cause.getMessage(),
                        cause);
    }

    private static Artifact coordinates(MavenArtifact artifact) {
        return new DefaultArtifact(
                artifact.groupId(), artifact.artifactId(), artifact.classifier(), "jar", artifact.version());
    }
}
