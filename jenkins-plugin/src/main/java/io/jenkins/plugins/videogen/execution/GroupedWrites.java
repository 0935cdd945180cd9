package io.jenkins.plugins.videogen.execution;

import java.io.IOException;

/**
 * Writes of one thing as a whole, one after the other: all who ask while one is under way share the next. Jenkins writes a
 * build's record and its program whole, whatever has changed: with two writes of each for a submission, 500 steps at once made
 * two thousand, and 31 of 32 threads did nothing but wait for them.
 */
final class GroupedWrites {
    private boolean underWay;
    private Round next = new Round();

    /**
     * Returns when a write has ended that began after this call. A write that fails is the trouble of who made it alone; the
     * next of those who wait tries by itself. An interrupt does not end the waiting, since what is to be written may be written
     * all the same.
     */
    void write(Write write) throws IOException, InterruptedException {
        Round round = join();
        if (round == null) {
            return;
        }
        boolean written = false;
        try {
            write.run();
            written = true;
        } finally {
            end(round, written);
        }
    }

    /** The round that is the caller's to write, or {@code null} if another one has. */
    private synchronized Round join() {
        Round round = next;
        boolean interrupted = false;
        while (underWay && !round.written) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (round.written) {
            return null;
        }
        underWay = true;
        if (next == round) {
            next = new Round();
        }
        return round;
    }

    private synchronized void end(Round round, boolean written) {
        round.written = written;
        underWay = false;
        notifyAll();
    }

    /** Writes the whole. */
    @FunctionalInterface
    interface Write {
        void run() throws IOException, InterruptedException;
    }

    /** Those who are served by one write. */
    private static final class Round {
        private boolean written;
    }
}
