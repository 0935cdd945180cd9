package io.videogen.it.bench;

import io.videogen.core.batch.ArtifactFetcher;
import io.videogen.core.batch.BatchSettings;
import io.videogen.core.batch.HttpRemote;
import io.videogen.core.batch.Remote;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.remote.RemoteJobs;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The real client, with its requests watched. */
public final class HttpSide implements Remote {

    private final Remote remote;
    private final RemoteJobs jobs;

    public HttpSide(BatchSettings settings, UnaryOperator<RemoteJobs> watch) {
        remote = new HttpRemote(settings, settings.endpoint().orElseThrow(), Optional.empty(), HttpSettings.defaults());
        jobs = watch.apply(remote.jobs());
    }

    @Override
    public Endpoint endpoint() {
        return remote.endpoint();
    }

    @Override
    public RemoteJobs jobs() {
        return jobs;
    }

    @Override
    public ArtifactFetcher artifacts() {
        return remote.artifacts();
    }

    @Override
    public void close() {
        remote.close();
    }
}
