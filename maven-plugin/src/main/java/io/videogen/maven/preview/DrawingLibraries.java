package io.videogen.maven.preview;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.drawing.ffmpeg.FfmpegNatives;
import io.videogen.drawing.ffmpeg.MavenArtifact;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
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
final class DrawingLibraries {

    private final RepositorySystem repositories;
    private final RepositorySystemSession session;
    private final List<RemoteRepository> remotes;

    DrawingLibraries(RepositorySystem repositories, RepositorySystemSession session, List<RemoteRepository> remotes) {
        this.repositories = repositories;
        this.session = session;
        this.remotes = remotes;
    }

    /** @throws VideogenException naming the artifacts that can not be had */
    List<Path> resolve() {
        List<MavenArtifact> wanted = wanted();
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

    private static List<MavenArtifact> wanted() {
        try {
            return FfmpegNatives.forThisPlatform().libraries();
        } catch (UnsupportedOperationException e) {
            throw new VideogenException(
                    ErrorKind.INVALID_INPUT, "unsupported_platform", "The preview fails: " + e.getMessage() + ".");
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
                        "preview_libraries_offline",
                        "Maven is offline, and what draws preview clips is not in the local repository: " + names
                                + ". Run the build once without -o.",
                        cause)
                : new VideogenException(
                        ErrorKind.UNREACHABLE,
                        "preview_libraries_missing",
                        "What draws preview clips can not be resolved: " + names + ". " + cause.getMessage(),
                        cause);
    }

    private static Artifact coordinates(MavenArtifact artifact) {
        return new DefaultArtifact(
                artifact.groupId(), artifact.artifactId(), artifact.classifier(), "jar", artifact.version());
    }
}
