package io.videogen.core.batch;

import io.videogen.core.api.VideoApi;
import io.videogen.core.api.VideoApis;
import io.videogen.core.download.DownloadSettings;
import io.videogen.core.download.Downloader;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.http.Token;
import io.videogen.core.remote.HttpRemoteJobs;
import io.videogen.core.remote.RemoteJobs;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** An endpoint reached by HTTP: its jobs and its files through one transport, which ends with it. */
public final class HttpRemote implements Remote {

    private final Endpoint endpoint;
    private final HttpTransport transport;
    private final RemoteJobs jobs;
    private final ArtifactFetcher artifacts;
    private boolean knownForReal;
    private Instant previewTold = Instant.MIN;

    public HttpRemote(BatchSettings settings, Endpoint endpoint, Optional<Token> token, HttpSettings http) {
        this.endpoint = endpoint;
        this.transport = new HttpTransport(http);
        VideoApi api = VideoApis.of(settings.api());
        this.jobs =
                new HttpRemoteJobs(api, endpoint, token, transport, settings.encoding(), settings.artifactPointer());
        Optional<Token> worn = token.map(value -> value.wornAs(api.tokenScheme()));
        this.artifacts =
                new Downloader(transport, endpoint, worn, DownloadSettings.defaults(), Clock.systemUTC())::fetch;
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    /**
     * Asked anew each time, because servers come and go at an address of this machine; but a real one stays real, and of
     * all that want to know within a second one asks.
     */
    @Override
    public synchronized boolean isPreview() throws InterruptedException {
        if (!knownForReal && Instant.now().isAfter(previewTold.plusSeconds(1))) {
            knownForReal = !PreviewMark.isServer(endpoint, transport);
            previewTold = Instant.now();
        }
        return !knownForReal;
    }

    @Override
    public RemoteJobs jobs() {
        return jobs;
    }

    @Override
    public ArtifactFetcher artifacts() {
        return artifacts;
    }

    @Override
    public void close() {
        transport.close();
    }
}
