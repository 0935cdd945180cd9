package io.videogen.it.bench.poll;

import java.util.Random;

/** Distributions of job lengths, in seconds, with the least cost that any schedule without progress values can have. */
public enum JobLengths {
    /** Median 90 s, 95th percentile 300 s. */
    LOG_NORMAL("log-normal, median 90 s, p95 300 s") {
        @Override
        double draw(Random random) {
            return 90 * Math.exp(SIGMA * random.nextGaussian());
        }

        @Override
        double density(double t) {
            return logNormal(t, 90, SIGMA);
        }
    },
    /** A quick and a slow kind of job under one model name. */
    TWO_KINDS("60 % around 35 s, 40 % around 150 s") {
        @Override
        double draw(Random random) {
            boolean quick = random.nextDouble() < 0.6;
            return quick ? 35 * Math.exp(0.35 * random.nextGaussian()) : 150 * Math.exp(0.4 * random.nextGaussian());
        }

        @Override
        double density(double t) {
            return 0.6 * logNormal(t, 35, 0.35) + 0.4 * logNormal(t, 150, 0.4);
        }
    };

    private static final double SIGMA = Math.log(300.0 / 90) / 1.6448536;

    private final String description;

    JobLengths(String description) {
        this.description = description;
    }

    abstract double draw(Random random);

    /** So many lengths, the same for the same seed. */
    double[] draw(int jobs, long seed) {
        Random random = new Random(seed);
        double[] drawn = new double[jobs];
        for (int i = 0; i < jobs; i++) {
            drawn[i] = draw(random);
        }
        return drawn;
    }

    abstract double density(double t);

    public String description() {
        return description;
    }

    /** The squared integral of sqrt(f S / 2): seconds of delay times requests that can not be undercut. */
    public double limit() {
        double step = 0.01;
        double survival = 1;
        double sum = 0;
        for (double t = step / 2; t < 10_000; t += step) {
            double f = density(t);
            sum += Math.sqrt(f * Math.max(survival, 0) / 2) * step;
            survival -= f * step;
        }
        return sum * sum;
    }

    private static double logNormal(double t, double median, double sigma) {
        double z = Math.log(t / median) / sigma;
        return Math.exp(-z * z / 2) / (t * sigma * Math.sqrt(2 * Math.PI));
    }
}
