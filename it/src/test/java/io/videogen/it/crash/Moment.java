package io.videogen.it.crash;

import java.util.Random;

/** When a process is killed. */
sealed interface Moment {

    /** How a kill at a request lies to its handling. */
    enum Where {
        /** The request has arrived, and its sender is gone when the server handles it. */
        BEFORE_HANDLING,
        /** The request has left the sender, and is lost with it. */
        INSTEAD_OF_HANDLING,
        /** The job is made, and nobody hears the reply. */
        BEFORE_REPLY,
        /** Half of the reply's body is out. */
        WITHIN_REPLY,
        /** The reply is out, and the sender works on it. */
        AFTER_REPLY
    }

    /**
     * At a request.
     *
     * @param request to the one who is asked, from 1
     * @param millis after the reply, where the place says so
     */
    record AtRequest(int request, Where where, int millis) implements Moment {}

    /** Some time after the start, wherever the process stands then. */
    record AfterStart(long millis) implements Moment {}

    /** No kill. */
    record Never() implements Moment {}

    /**
     * Three of four at a request, where the money is; the others by time alone.
     *
     * @param mostRequests the last request that is a candidate
     * @param mostMillis the latest time
     */
    static Moment random(Random random, int mostRequests, long mostMillis) {
        if (random.nextInt(4) == 0) {
            return new AfterStart((long) (random.nextDouble() * mostMillis));
        }
        Where[] places = Where.values();
        return new AtRequest(
                1 + random.nextInt(mostRequests), places[random.nextInt(places.length)], random.nextInt(60));
    }
}
