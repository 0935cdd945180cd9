package io.videogen.maven.preview;

import io.videogen.core.batch.ArtifactFetcher;
import io.videogen.core.batch.BatchSettings;
import io.videogen.core.batch.HttpRemote;
import io.videogen.core.batch.Remote;
import io.videogen.core.batch.RemoteFactory;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.preview.PreviewServer;
import io.videogen.preview.api.Api;
import java.util.Optional;

/** Starts a preview server for one run and speaks to it by the same code that speaks to a real endpoint. */
public final class PreviewFactory implements RemoteFactory {

    private final BatchSettings settings;
    private final DrawingServer server;

    public PreviewFactory(BatchSettings settings, DrawingServer server) {
        this.settings = settings;
        this.server = server;
    }

    @Override
    public Remote open() {
        PreviewServer started = server.start(0, Api.of(settings.api().word()));
        Endpoint endpoint = Endpoint.parse(started.baseUrl(), false);
        HttpRemote remote = new HttpRemote(settings, endpoint, Optional.empty(), HttpSettings.defaults());
        return new Remote() {
            @Override
            public Endpoint endpoint() {
                return endpoint;
            }

            @Override
            public RemoteJobs jobs() {
                return remote.jobs();
            }

            @Override
            public ArtifactFetcher artifacts() {
                return remote.artifacts();
            }

            @Override
            public void close() {
                try (started) {
                    remote.close();
                }
            }
        };
    }
}
