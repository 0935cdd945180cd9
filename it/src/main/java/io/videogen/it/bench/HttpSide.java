package io.videogen.it.bench;

import io.videogen.core.api.VideoApis;
import io.videogen.core.batch.ArtifactFetcher;
import io.videogen.core.batch.BatchSettings;
import io.videogen.core.batch.Remote;
import io.videogen.core.download.DownloadSettings;
import io.videogen.core.download.Downloader;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.remote.HttpRemoteJobs;
import io.videogen.core.remote.RemoteJobs;
import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The real client, put together as the Maven plugin does it. */
public final class HttpSide implements Remote {

    private final Endpoint endpoint;
    private final HttpTransport transport = new HttpTransport(HttpSettings.defaults());
    private final RemoteJobs jobs;
    private final Downloader downloader;

    public HttpSide(BatchSettings settings, UnaryOperator<RemoteJobs> watch) {
        endpoint = settings.endpoint().orElseThrow();
        jobs = watch.apply(new HttpRemoteJobs(
                VideoApis.of(settings.api()),
                endpoint,
                Optional.empty(),
                transport,
                settings.encoding(),
                settings.artifactPointer()));
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
