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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** An endpoint reached by HTTP: its jobs and its files through one transport, which ends with it. */
public final class HttpRemote implements Remote {

    private final Endpoint endpoint;
    private final HttpTransport transport;
    private final RemoteJobs jobs;
    private final ArtifactFetcher artifacts;
    /** No monitor: who waits for the one that asks must be able to end. */
    private final ReentrantLock asking = new ReentrantLock();

    private boolean knownForReal;
    /** By {@link System#nanoTime}, which nobody sets back. */
    private Optional<Long> previewTold = Optional.empty();

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
    public boolean isPreview() throws InterruptedException {
        asking.lockInterruptibly();
        try {
            if (!knownForReal && previewTold.filter(HttpRemote::isLatest).isEmpty()) {
                knownForReal = !PreviewMark.isServer(endpoint, transport);
                previewTold = Optional.of(System.nanoTime());
            }
            return !knownForReal;
        } finally {
            asking.unlock();
        }
    }

    private static boolean isLatest(long told) {
        return System.nanoTime() - told < TimeUnit.SECONDS.toNanos(1);
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
