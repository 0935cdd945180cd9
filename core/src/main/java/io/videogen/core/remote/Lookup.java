package io.videogen.core.remote;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A search for the job of a submission whose reply was lost.
 *
 * @param submission as it was given to {@link RemoteJobs#create}
 * @param submittedAt when the submission was recorded, just before it left
 * @param mark where an earlier step of this search had got to, see {@link LookupOutcome.More}
 * @param known job ids that belong to other submissions
 */
public record Lookup(String submission, Instant submittedAt, Optional<String> mark, Predicate<String> known) {}
