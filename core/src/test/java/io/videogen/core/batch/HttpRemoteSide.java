package io.videogen.core.batch;

import io.videogen.core.api.VideoApis;
import io.videogen.core.download.DownloadSettings;
import io.videogen.core.download.Downloader;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.remote.HttpRemoteJobs;
import io.videogen.core.remote.RemoteJobs;
import java.time.Clock;
import java.util.Optional;

/** The real client, as front ends put it together. */
final class HttpRemoteSide implements Remote {

    private final Endpoint endpoint;
    private final HttpTransport transport = new HttpTransport(HttpSettings.defaults());
    private final RemoteJobs jobs;
    private final Downloader downloader;

    HttpRemoteSide(BatchSettings settings, Endpoint endpoint) {
        this.endpoint = endpoint;
        jobs = new HttpRemoteJobs(
                VideoApis.of(settings.api()),
                endpoint,
                Optional.empty(),
                transport,
                settings.encoding(),
                settings.artifactPointer());
        downloader =
                new Downloader(transport, endpoint, Optional.empty(), DownloadSettings.defaults(), Clock.systemUTC());
    }

    @Override
    public Endpoint endpoint() {
        return endpoint;
    }

    @Override
    public RemoteJobs jobs() {
        return jobs;
    }

    @Override
    public ArtifactFetcher artifacts() {
        return downloader::fetch;
    }

    @Override
    public void close() {
        transport.close();
    }
}
