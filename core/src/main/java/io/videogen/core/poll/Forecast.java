package io.videogen.core.poll;

import io.videogen.core.engine.PollView;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * When a job would be done if its progress were a straight line, in seconds of its age. Progress is told in whole
 * percent, so one value gives a range.
 *
 * @param earliest the least length that fits the latest value
 * @param latest the greatest length that fits it
 */
record Forecast(double earliest, double latest) {

    /** The last values before the end tell little of honesty: many gateways jump or stick there. */
    private static final double JUDGED_UP_TO = 90;

    /** Progress that bends by two percent is still honest, and is off by a fifth of the length at ten percent. */
    private static final double JUDGED_FROM = 20;

    static Optional<Forecast> of(List<PollView.Point> progress) {
        for (int i = progress.size() - 1; i >= 0; i--) {
            PollView.Point point = progress.get(i);
            if (point.percent() >= 1 && point.percent() <= 99) {
                return Optional.of(of(point));
            }
        }
        return Optional.empty();
    }

    /**
     * How wrong a forecast would have been, as a fraction of the true length, which is known to lie between the last
     * poll that saw the job running and the one that found it completed.
     */
    static OptionalDouble error(List<PollView.Point> progress, double running, double found) {
        for (int i = progress.size() - 1; i >= 0; i--) {
            PollView.Point point = progress.get(i);
            if (point.percent() >= JUDGED_FROM && point.percent() <= JUDGED_UP_TO) {
                Forecast forecast = of(point);
                return OptionalDouble.of(Math.abs(forecast.middle() - forecast.middleWithin(running, found)) / found);
            }
        }
        return OptionalDouble.empty();
    }

    double middle() {
        return (earliest + latest) / 2;
    }

    double middleWithin(double least, double most) {
        return Math.min(Math.max(middle(), least), most);
    }

    private static Forecast of(PollView.Point point) {
        double age = point.age().toMillis() / 1000.0;
        return new Forecast(age * 100 / (point.percent() + 1), age * 100 / point.percent());
    }
}
