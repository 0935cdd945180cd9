package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.http.Endpoint;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.reply.JobStatus;
import io.videogen.core.request.Continued;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.store.ClipFacts;
import io.videogen.core.store.StoredClip;
import java.net.URI;
import java.util.Optional;

/**
 * A video that is another one made longer by the API, which goes by the id of that one's job. An id expires, and is worth
 * nothing at another endpoint or to another account: all that is found out before anything is bought.
 */
final class Extension {

    private Extension() {}

    /**
     * What the API gets, or nothing where a preview is to be made longer that is gone with its server.
     *
     * @throws VideogenException if the job can not be made longer
     */
    static Optional<VideoRequest> request(Order order, StoredClip before, BatchContext run)
            throws InterruptedException {
        Remote remote = run.remote().open().remote();
        String job = before.facts().jobId().orElse("");
        Optional<String> obstacle = obstacle(order, before.facts(), job, run, remote);
        if (obstacle.isPresent()) {
            if (run.settings().preview()) {
                return Optional.empty();
            }
            throw Troubles.notExtensible(order, job, obstacle.get());
        }
        Continued continued = order.request().continued().orElseThrow();
        return Optional.of(
                order.request().with(VideoField.CONTINUES, continued.of(job).toString()));
    }

    private static Optional<String> obstacle(Order order, ClipFacts facts, String job, BatchContext run, Remote remote)
            throws InterruptedException {
        boolean here = run.settings().preview()
                || facts.api().equals(run.settings().api().word())
                        && Endpoint.origin(URI.create(facts.endpoint()))
                                .equals(remote.endpoint().origin());
        if (!here || job.isEmpty()) {
            return Optional.of(Message.text("it was made at \"%s\"", facts.endpoint()));
        }
        PollOutcome outcome = remote.jobs().poll(order.request(), job);
        if (outcome instanceof PollOutcome.Seen seen) {
            return seen.snapshot().status() == JobStatus.COMPLETED
                    ? Optional.empty()
                    : Optional.of(
                            Message.text("its status is \"%s\"", seen.snapshot().statusWord()));
        }
        if (outcome instanceof PollOutcome.NotFound absent) {
            return Optional.of(absent.error().getMessage());
        }
        // Trouble of the moment says nothing of the job; an API that does not know it refuses to make it longer.
        return outcome instanceof PollOutcome.Refused refused
                ? Optional.of(refused.error().getMessage())
                : Optional.empty();
    }
}
