package io.jenkins.plugins.videogen.execution;

import io.videogen.core.batch.PreviewMark;
import io.videogen.core.engine.RenderState;
import io.videogen.core.store.ClipFacts;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
import java.time.Instant;

/** A render as the store tells of it, and a clip of the store as a render. */
final class Sharing {
    private Sharing() {}

    /** What is told of the clip of a finished render. */
    static ClipFacts factsOf(RenderState done, VideoJob job) {
        Instant submitted = done.submittedAt().or(done::completedAt).orElse(Instant.EPOCH);
        return new ClipFacts(
                done.name(),
                job.request().model(),
                job.request().prompt(),
                job.request().seconds(),
                job.request().size(),
                done.api(),
                done.endpoint(),
                done.jobId(),
                submitted,
                done.completedAt().orElse(submitted),
                PreviewMark.isOn(done.jobId()));
    }

    /** A job that a user names, of which nothing more is known. */
    static RenderState stateOf(String jobId, VideoJob job) {
        return job.planned().withJob(jobId);
    }

    /** The finished render that a clip was, for the step that takes it. */
    static RenderState stateOf(StoredClip clip, VideoJob job) {
        ClipFacts facts = clip.facts();
        return RenderState.planned(
                        clip.key(),
                        facts.name(),
                        facts.model(),
                        facts.api(),
                        job.endpoint().url())
                .finished(
                        facts.jobId(),
                        facts.createdAt(),
                        facts.completedAt(),
                        clip.videos().stream().map(StoredFile::file).toList(),
                        clip.stills().map((kind, still) -> still.file()));
    }
}
