package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.engine.RenderState;
import io.videogen.core.http.ApiCall;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpReply;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.store.StoredClip;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps drawn clips apart from real ones where a preview server was given as an endpoint: nothing in the settings tells
 * it then, and its clips have the keys of real ones. The server marks the ids of its jobs. Before a submission is
 * recorded, it is asked what it is; then the submission has the mark, so that one whose job nobody ever saw is known for
 * what it was. Once there is a job, its id alone counts: another server may have taken the place.
 */
public final class PreviewMark {

    /** What the preview server begins its job ids with. */
    private static final String JOB_MARK = "videogen-preview-";

    /** What a preview server answers at a path of the same name. */
    private static final String IDENTITY = "videogen-preview";
    /** A server of this machine that has not answered by then will not. */
    private static final Duration MOST = Duration.ofSeconds(2);

    private PreviewMark() {}

    /** Whether what is recorded is a preview server's. */
    static boolean isOn(RenderState state) {
        return isOn(state.jobId().isPresent() ? state.jobId() : state.submission());
    }

    /** The same render, of which nothing has been sent, to be sent to a preview server. */
    static RenderState on(RenderState planned) {
        return planned.withSubmission(JOB_MARK + UUID.randomUUID());
    }

    /** Asks what listens there. Without a token, and on this machine alone: preview servers listen nowhere else. */
    static boolean isServer(Endpoint endpoint, HttpTransport transport) throws InterruptedException {
        URI address = URI.create(endpoint.origin() + "/" + IDENTITY);
        if (!Endpoint.isLoopback(address.getHost())) {
            return false;
        }
        try {
            return transport.send(ApiCall.get(address, Optional.empty()), MOST, PreviewMark::isIdentity);
        } catch (IOException | VideogenException e) {
            return false;
        }
    }

    private static boolean isIdentity(HttpReply reply) {
        return reply.status() == 200 && new String(reply.body(), StandardCharsets.UTF_8).equals(IDENTITY);
    }

    /** Whether a job is a preview server's, by its id, before which an API may have put the path to it. */
    public static boolean isOn(Optional<String> jobId) {
        return jobId.filter(id -> id.startsWith(JOB_MARK) || id.contains("/" + JOB_MARK))
                .isPresent();
    }

    /** Whether a clip of the store may be delivered: a drawn one only where this build would draw it too. */
    static boolean allows(StoredClip clip, BatchSettings settings) {
        boolean sameEndpoint = settings.endpoint()
                .map(Endpoint::toString)
                .filter(clip.facts().endpoint()::equals)
                .isPresent();
        return !clip.facts().preview() || settings.preview() || sameEndpoint;
    }
}
