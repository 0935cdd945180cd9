package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.advice.Setting;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One run's way to the build's budget: asked for the whole plan before anything is sent, and again at each create,
 * because what looked paid may turn out not to be (a damaged clip, a failed job of another build).
 */
final class SpendGuard {

    private static final int MOST_LISTED = 20;

    private final BatchSettings settings;
    private List<NewJob> planned = List.of();

    SpendGuard(BatchSettings settings) {
        this.settings = settings;
    }

    /** Why the batch as a whole may not be run. */
    Optional<VideogenException> check(List<NewJob> jobs) {
        if (jobs.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> broken = frozen(jobs).or(() -> settings.budget().plan(jobs, settings.limits()));
        if (broken.isEmpty()) {
            planned = jobs;
        }
        return broken.map(limit -> error("%s Would have been created: %s. Nothing was created.", limit, list(jobs)));
    }

    /**
     * Takes one job from the budget, just before it is created.
     *
     * @throws VideogenException when the limits do not allow it
     */
    void take(Order order) {
        NewJob job = NewJob.of(order, settings.prices());
        Optional<String> broken =
                frozen(List.of(job)).or(() -> settings.budget().take(job, settings.limits()));
        if (broken.isPresent()) {
            throw error(
                    "%s The video \"%s\" needs a job that was not planned, and it was not created.",
                    broken.get(), order.name());
        }
    }

    /** Gives back what the run planned and did not create. */
    void close() {
        if (!planned.isEmpty()) {
            settings.budget().giveBack(planned);
        }
    }

    private Optional<String> frozen(List<NewJob> jobs) {
        return settings.frozen() && !jobs.isEmpty()
                ? Optional.of(
                        Message.text("The build is frozen (%s), and a job would have to be created.", Setting.FROZEN))
                : Optional.empty();
    }

    private static String list(List<NewJob> jobs) {
        String listed = jobs.stream().limit(MOST_LISTED).map(NewJob::label).collect(Collectors.joining(", "));
        return jobs.size() > MOST_LISTED ? Message.text("%s and %s more", listed, jobs.size() - MOST_LISTED) : listed;
    }

    private static VideogenException error(String text, Object... values) {
        return VideogenException.of(ErrorKind.SPEND_GUARD, "spend_guard").says(text, values);
    }
}
