package io.jenkins.plugins.videogen.workspace;

import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import io.videogen.core.VideogenException;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.download.DownloadSettings;
import io.videogen.core.download.Downloader;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import jenkins.MasterToSlaveFileCallable;

/**
 * One attempt to fetch a clip on the agent, straight from where it is. Only for addresses that need no token: the token
 * never leaves the controller. The agent uses its own proxy, not the controller's.
 */
final class DownloadOnAgent extends MasterToSlaveFileCallable<DownloadReport> {
    private static final long serialVersionUID = 1L;

    private final ClipTarget target;
    private final String endpoint;
    private final boolean allowInsecureHttp;
    private final String address;
    private final long expectedBytes;
    private final boolean toldFromInside;
    private final long mostMillis;

    /** @param most after so long the attempt ends, and keeps what has arrived */
    DownloadOnAgent(
            ClipTarget target, String endpoint, boolean allowInsecureHttp, ArtifactLocation location, Duration most) {
        this.target = target;
        this.endpoint = endpoint;
        this.allowInsecureHttp = allowInsecureHttp;
        this.address = location.uri().toString();
        this.expectedBytes = location.expectedBytes().orElse(-1);
        this.toldFromInside = location.toldFromInside();
        this.mostMillis = most.toMillis();
    }

    @Override
    public DownloadReport invoke(File workspace, VirtualChannel channel) throws IOException, InterruptedException {
        Clock clock = Clock.systemUTC();
        Instant end = clock.instant().plusMillis(mostMillis);
        Path part = target.preparePart(workspace);
        ArtifactLocation location = new ArtifactLocation(
                URI.create(address),
                false,
                expectedBytes < 0 ? OptionalLong.empty() : OptionalLong.of(expectedBytes),
                toldFromInside);
        try (HttpTransport transport =
                new HttpTransport(HttpSettings.defaults().withAllowInsecureHttp(allowInsecureHttp))) {
            Downloader downloader = new Downloader(
                    transport,
                    Endpoint.parse(endpoint, true),
                    Optional.empty(),
                    DownloadSettings.defaults().withoutTags(),
                    clock);
            DownloadOutcome outcome =
                    downloader.fetch(location, ArtifactKind.VIDEO, part, Duration.ofMillis(mostMillis));
            if (outcome instanceof DownloadOutcome.Complete complete) {
                target.place(workspace, complete.file().extension());
            }
            return DownloadReport.of(outcome).emptyHanded(!Files.exists(part) || Files.size(part) == 0);
        } catch (InterruptedException e) {
            // An abort. Where the connection broke, or time is up, the build may come back for what is there.
            boolean broken = channel instanceof Channel connection && connection.isClosingOrClosed();
            if (!broken && clock.instant().isBefore(end)) {
                target.discardPart(workspace);
            }
            throw e;
        } catch (VideogenException e) {
            return DownloadReport.failed(e);
        }
    }
}
