package io.videogen.core.engine;

/** Which jobs belong to which render, so that the search for a lost job never adopts one that is another's. */
public interface JobOwners {

    /** Whether a job belongs to a render already: another's, or an earlier one of the same video. */
    boolean isTaken(String jobId);

    /** Whose a job is, once it was tried to take it. */
    enum Claim {
        /** This render's, from now on. */
        OURS,
        /** Another's. */
        ANOTHERS,
        /** Whoever knows did not answer. */
        NOT_KNOWN;

        public static Claim of(boolean ours) {
            return ours ? OURS : ANOTHERS;
        }
    }

    /**
     * Takes a job for this render, if it is nobody else's. Of two renders that try at once, one gets it. Asked before a
     * job that was found is adopted, and told of one that is this render's in any case.
     */
    Claim take(String jobId);

    /**
     * How many renders have lost the reply to this very request at about this time, the one that asks counted. If no more
     * jobs fit than these, all of them are theirs, and each may take any.
     */
    default int lost(RenderState asking) {
        return 1;
    }
}
