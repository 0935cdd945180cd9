package io.videogen.core.engine;

import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.Stills;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.reply.Cost;
import io.videogen.core.text.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The next state, as a change of the present one. */
final class RenderStateChange {

    private final RenderState from;
    private Phase phase;
    private Optional<String> submission;
    private Optional<Instant> submittedAt;
    private Optional<String> jobId;
    private Optional<Said> statusWord;
    private OptionalInt percent;
    private Optional<Instant> completedAt;
    private int attempts;
    private List<VerifiedFile> videos;
    private Stills<VerifiedFile> stills;
    private Optional<Failure> failure;
    private Optional<Cost> cost;
    private Optional<String> lastReply;
    private Optional<String> search;

    RenderStateChange(RenderState from) {
        this.from = from;
        phase = from.phase();
        submission = from.submission();
        submittedAt = from.submittedAt();
        jobId = from.jobId();
        statusWord = from.statusWord();
        percent = from.percent();
        completedAt = from.completedAt();
        attempts = from.attempts();
        videos = from.videos();
        stills = from.stills();
        failure = from.failure();
        cost = from.cost();
        lastReply = from.lastReply();
        search = from.search();
    }

    RenderStateChange phase(Phase value) {
        phase = value;
        return this;
    }

    RenderStateChange submission(String value, Instant at) {
        return submission(value).submittedAt(at);
    }

    RenderStateChange submission(String value) {
        submission = Optional.of(value);
        return this;
    }

    RenderStateChange submittedAt(Instant value) {
        submittedAt = Optional.of(value);
        return this;
    }

    RenderStateChange jobId(Said value) {
        return knownJob(Optional.of(value.toString()));
    }

    /** An id that a user gave, or a record: no server's word of now. */
    RenderStateChange knownJob(Optional<String> id) {
        jobId = id;
        return this;
    }

    RenderStateChange status(Said word, OptionalInt progress) {
        statusWord = Optional.of(word);
        percent = progress;
        return this;
    }

    RenderStateChange completedAt(Instant value) {
        completedAt = Optional.of(value);
        return this;
    }

    RenderStateChange attempts(int value) {
        attempts = value;
        return this;
    }

    RenderStateChange addVideo(VerifiedFile file) {
        List<VerifiedFile> more = new ArrayList<>(videos);
        more.add(file);
        videos = more;
        return this;
    }

    RenderStateChange files(List<VerifiedFile> clips, Stills<VerifiedFile> pictures) {
        videos = clips;
        stills = pictures;
        return this;
    }

    RenderStateChange addStill(ArtifactKind kind, VerifiedFile file) {
        stills = stills.with(kind, file);
        return this;
    }

    RenderStateChange failure(Failure value) {
        failure = Optional.ofNullable(value);
        return this;
    }

    /** A reply that tells no cost leaves what an earlier one told. */
    RenderStateChange cost(Optional<Cost> told) {
        cost = told.or(() -> cost);
        return this;
    }

    RenderStateChange lastReply(String words) {
        lastReply = Optional.of(words);
        return this;
    }

    RenderStateChange search(String mark) {
        search = Optional.ofNullable(mark);
        return this;
    }

    RenderState build() {
        return new RenderState(
                from.key(),
                from.name(),
                from.model(),
                from.api(),
                from.endpoint(),
                phase,
                submission,
                submittedAt,
                jobId,
                statusWord,
                percent,
                completedAt,
                attempts,
                videos,
                stills,
                failure,
                cost,
                lastReply,
                search);
    }
}
