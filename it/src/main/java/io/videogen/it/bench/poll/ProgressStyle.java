package io.videogen.it.bench.poll;

import java.util.OptionalDouble;
import java.util.Random;

/** How a server tells progress. */
public enum ProgressStyle {
    NONE(false) {
        @Override
        OptionalDouble tell(double part, Random job) {
            return OptionalDouble.empty();
        }
    },
    /** Whole percent of the time that has passed. */
    LINEAR(true) {
        @Override
        OptionalDouble tell(double part, Random job) {
            return whole(part);
        }
    },
    /** As before, bent by up to one percent either way. */
    NEARLY_LINEAR(true) {
        @Override
        OptionalDouble tell(double part, Random job) {
            double phase = job.nextDouble() * 2 * Math.PI;
            return whole(part + 0.01 * (Math.sin(2 * Math.PI * part + phase) - Math.sin(phase)));
        }
    },
    STUCK_AT_99(false) {
        @Override
        OptionalDouble tell(double part, Random job) {
            return OptionalDouble.of(Math.min(99, Math.floor(part * (150 + 350 * job.nextDouble()))));
        }
    },
    JUMPS(false) {
        @Override
        OptionalDouble tell(double part, Random job) {
            double first = job.nextDouble();
            double second = job.nextDouble();
            return OptionalDouble.of(part < first * 0.5 ? 5 : part < 0.5 + second * 0.5 ? 30 : 80);
        }
    },
    ALWAYS_0(false) {
        @Override
        OptionalDouble tell(double part, Random job) {
            return OptionalDouble.of(0);
        }
    },
    /** A straight line that has come to half its way when the job is done. */
    ENDS_AT_50(false) {
        @Override
        OptionalDouble tell(double part, Random job) {
            return whole(part / 2);
        }
    };

    private final boolean honest;

    ProgressStyle(boolean honest) {
        this.honest = honest;
    }

    public boolean isHonest() {
        return honest;
    }

    /** @param job gives the same numbers at every poll of one job */
    abstract OptionalDouble tell(double part, Random job);

    private static OptionalDouble whole(double part) {
        return OptionalDouble.of(Math.min(99, Math.max(0, Math.floor(100 * part))));
    }
}
