package io.videogen.core.engine;

import io.videogen.core.artifact.Stills;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.json.JsonFields;
import io.videogen.core.reply.Cost;
import io.videogen.core.text.Said;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * All that must survive a crash of one render. Immutable; {@link #toJson()} and {@link #fromJson(String)} are exact
 * inverses. It holds no token and no result URL: both are asked for anew.
 *
 * @param key content key of the request, 64 hexadecimal digits
 * @param name the video's name, for messages
 * @param model the model asked for, for messages and for learning job lengths
 * @param api the API's word
 * @param endpoint base URL of the endpoint that the job belongs to
 * @param phase where the render stands
 * @param submission idempotency key of the latest submission
 * @param submittedAt when the latest submission was recorded, just before it left
 * @param jobId the remote job, once it is known
 * @param statusWord the API's latest word for the job's status
 * @param percent latest progress
 * @param completedAt when the job was first seen completed
 * @param attempts consecutive tries of the present operation that did not succeed
 * @param videos clips that have arrived, in order
 * @param stills the pictures beside the clips that have arrived
 * @param failure why the render ended, in the phases FAILED and UNKNOWN
 * @param cost what the API says that the job costs
 * @param lastReply the beginning of the API's last reply, or why there was none; fit to be shown
 * @param search how far the search for a lost submission has come, in the remote side's own words
 */
public record RenderState(
        String key,
        String name,
        Optional<String> model,
        String api,
        String endpoint,
        Phase phase,
        Optional<String> submission,
        Optional<Instant> submittedAt,
        Optional<String> jobId,
        Optional<Said> statusWord,
        OptionalInt percent,
        Optional<Instant> completedAt,
        int attempts,
        List<VerifiedFile> videos,
        Stills<VerifiedFile> stills,
        Optional<Failure> failure,
        Optional<Cost> cost,
        Optional<String> lastReply,
        Optional<String> search) {

    public RenderState {
        videos = List.copyOf(videos);
    }

    public Optional<VerifiedFile> thumbnail() {
        return stills.thumbnail();
    }

    /** A render of which nothing has been sent. */
    public static RenderState planned(String key, String name, Optional<String> model, String api, String endpoint) {
        return new RenderState(
                key,
                name,
                model,
                api,
                endpoint,
                Phase.PLANNED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                0,
                List.of(),
                Stills.none(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, with a key of its own for the submission that is to come. */
    public RenderState withSubmission(String value) {
        return change().submission(value).build();
    }

    /** The same, of a job that exists and of which nothing but its id is known. */
    public RenderState withJob(String id) {
        return change().phase(Phase.WAITING).knownJob(Optional.of(id)).build();
    }

    /** The same, finished by a job whose files are kept. */
    public RenderState finished(
            Optional<String> id,
            Instant submitted,
            Instant completed,
            List<VerifiedFile> clips,
            Stills<VerifiedFile> stills) {
        return change().phase(Phase.DONE)
                .knownJob(id)
                .submittedAt(submitted)
                .completedAt(completed)
                .files(clips, stills)
                .build();
    }

    /**
     * The state with which a later run may try again what the last one could not find out: a job that was not found is
     * asked for again, a lost submission is looked up again, and a failed render starts from nothing. Never leads to a
     * second submission of one whose outcome is unknown.
     */
    public RenderState reopened() {
        return switch (phase) {
            case UNKNOWN ->
                change().phase(jobId.isPresent() ? Phase.WAITING : Phase.SUBMITTING)
                        .attempts(0)
                        .failure(null)
                        .build();
            case FAILED -> planned(key, name, model, api, endpoint);
            case PLANNED, SUBMITTING, WAITING, DOWNLOADING, DONE -> this;
        };
    }

    /** The state from which the files of a completed job are fetched once more. The job is paid. */
    public RenderState toBeFetchedAgain() {
        return change().phase(Phase.DOWNLOADING)
                .attempts(0)
                .files(List.of(), Stills.none())
                .build();
    }

    /** Whether money may have been spent on a job that is not finished here, so that it must not be forgotten. */
    public boolean isInFlight() {
        return phase == Phase.SUBMITTING
                || phase == Phase.WAITING
                || phase == Phase.DOWNLOADING
                || phase == Phase.UNKNOWN;
    }

    public String toJson() {
        return RenderStateJson.write(this);
    }

    /** Reads what {@link #toJson()} wrote; text of a newer version is refused with a clear error. */
    public static RenderState fromJson(String json) {
        return RenderStateJson.read(json);
    }

    /** The same where it is a part of another record. */
    public static RenderState from(JsonFields json) {
        return RenderStateJson.read(json);
    }

    RenderStateChange change() {
        return new RenderStateChange(this);
    }

    static String newSubmission() {
        return UUID.randomUUID().toString();
    }
}
