package io.videogen.core.shared;

/** What one attempt at a conditional write came to, as far as the storage told. */
public sealed interface WriteOutcome {

    /**
     * It was written.
     *
     * @param version what {@link SharedStorage#replace} takes next
     */
    record Written(String version) implements WriteOutcome {}

    /** The condition did not hold: someone else was there, or an earlier attempt of ours whose reply was lost. */
    record Refused() implements WriteOutcome {}

    /** Another write was under way at the same moment; nothing is said about the condition. */
    record Busy() implements WriteOutcome {}

    /**
     * Whether it was written is not known.
     *
     * @param reason a phrase to put into a sentence
     */
    record Unknown(String reason) implements WriteOutcome {}
}
