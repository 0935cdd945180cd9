package io.videogen.core.poll;

import java.util.List;

/**
 * The integral of the square root of the estimated hazard over a job's age, on a geometric grid. Polls that are evenly
 * spaced along it are spaced best along time.
 *
 * <p>The estimate is a kernel density over the logarithms of known lengths, blended with a prior that counts as
 * {@value #PRIOR_WEIGHT} jobs: a log-normal of typical video jobs, and a share that is flat in the logarithm, so that
 * very short and very long jobs are found too.
 */
final class HazardCurve {

    private static final int PRIOR_WEIGHT = 5;
    private static final double PRIOR_MEDIAN = 90;
    private static final double PRIOR_SIGMA = 0.8;
    private static final double FLAT_SHARE = 0.2;
    private static final double FLAT_FROM = 0.5;
    private static final double FLAT_TO = 7_200;

    private static final double NARROWED = 0.65;
    /** Beyond so many widths a kernel adds less than a millionth of a millionth. */
    private static final double NEAR = 8;

    private static final int POINTS = 800;
    private static final double FIRST = 0.05;
    private static final double LAST = 20_000;
    private static final double STEP = Math.log(LAST / FIRST) / (POINTS - 1);
    private static final double LEAST_SURVIVAL = 1e-4;

    private final double[] integral = new double[POINTS];

    HazardCurve(List<JobLength> known) {
        double[] logs = known.stream()
                .mapToDouble(length -> Math.log(length.length().toMillis() / 1000.0))
                .sorted()
                .toArray();
        double width = bandwidth(logs);
        double survived = 1;
        double lastRate = 0;
        for (int i = 0; i < POINTS; i++) {
            double log = Math.log(FIRST) + i * STEP;
            // Densities are taken over the logarithm of the age; dividing by the age turns them into ones over time.
            double density = blend(logs, width, log);
            double age = Math.exp(log);
            double rate = Math.sqrt(density / age / Math.max(survived, LEAST_SURVIVAL));
            if (i > 0) {
                double span = age - Math.exp(log - STEP);
                integral[i] = integral[i - 1] + (rate + lastRate) / 2 * span;
            }
            lastRate = rate;
            survived -= density * STEP;
        }
    }

    /** The age at which the integral has grown by {@code amount} since {@code age}, both in seconds. */
    double ageAfter(double age, double amount) {
        double wanted = at(age) + amount;
        if (wanted >= integral[POINTS - 1]) {
            return Double.POSITIVE_INFINITY;
        }
        int low = 0;
        int high = POINTS - 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (integral[middle] < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        double rise = integral[high] - integral[low];
        double part = rise > 0 ? (wanted - integral[low]) / rise : 1;
        return ageOf(low) + part * (ageOf(high) - ageOf(low));
    }

    private double at(double age) {
        if (age <= FIRST) {
            return 0;
        }
        int low = (int) Math.min(Math.log(age / FIRST) / STEP, POINTS - 2.0);
        double part = Math.min((age - ageOf(low)) / (ageOf(low + 1) - ageOf(low)), 1);
        return integral[low] + part * (integral[low + 1] - integral[low]);
    }

    private static double ageOf(int index) {
        return FIRST * Math.exp(index * STEP);
    }

    private static double blend(double[] logs, double width, double log) {
        double prior = (1 - FLAT_SHARE) * normal((log - Math.log(PRIOR_MEDIAN)) / PRIOR_SIGMA) / PRIOR_SIGMA;
        if (log >= Math.log(FLAT_FROM) && log <= Math.log(FLAT_TO)) {
            prior += FLAT_SHARE / Math.log(FLAT_TO / FLAT_FROM);
        }
        double sum = 0;
        for (double known : logs) {
            double z = (log - known) / width;
            // Nearly all are further away, and most of the time went into finding out how little they add.
            if (Math.abs(z) < NEAR) {
                sum += normal(z);
            }
        }
        return (sum / width + PRIOR_WEIGHT * prior) / (logs.length + PRIOR_WEIGHT);
    }

    /**
     * Silverman's rule, over the smaller of standard deviation and scaled quartile distance, made narrower: to blur two
     * kinds of jobs of one model into one costs more polls than a curve that is a little rough.
     */
    private static double bandwidth(double[] sorted) {
        int n = sorted.length;
        if (n < 2) {
            return 0.3;
        }
        double mean = 0;
        for (double value : sorted) {
            mean += value / n;
        }
        double squares = 0;
        for (double value : sorted) {
            squares += (value - mean) * (value - mean);
        }
        double quartiles = (sorted[(3 * n) / 4] - sorted[n / 4]) / 1.349;
        double spread = Math.sqrt(squares / (n - 1));
        double narrow = quartiles > 0 ? Math.min(spread, quartiles) : spread;
        return NARROWED * 0.9 * Math.max(narrow, 0.05) * Math.pow(n, -0.2);
    }

    private static double normal(double z) {
        return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }
}
