package io.videogen.preview.script;

import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.job.JobError;
import io.videogen.preview.job.JobPlan;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What the server is told to do, changeable while it runs. Modes and plans are fixed for a job when it is created; faults
 * hold from now on. Every setter returns the script.
 */
public final class Script {
    private record Rule(Operation operation, Predicate<RecordedRequest> when, AtomicInteger left, Fault fault) {}

    private final List<Rule> rules = new CopyOnWriteArrayList<>();
    private final Map<String, ReplyMode> modesByPrompt = new ConcurrentHashMap<>();
    private final Map<String, JobError> failuresByPrompt = new ConcurrentHashMap<>();
    private final List<String> endlessPrompts = new CopyOnWriteArrayList<>();
    private volatile ReplyMode mode = ReplyMode.AS_DOCUMENTED;
    private volatile Duration queueTime = Duration.ZERO;
    private volatile Function<String, Duration> renderTime = prompt -> Duration.ZERO;
    private volatile int pollsUntilDone;
    private volatile String token;

    /** Replies of all jobs created from now on. */
    public Script mode(ReplyMode replies) {
        mode = replies;
        return this;
    }

    /** Replies of jobs whose prompt contains a text. */
    public Script modeFor(String promptPart, ReplyMode replies) {
        modesByPrompt.put(promptPart, replies);
        return this;
    }

    /** Jobs whose prompt contains a text fail in place of completing. */
    public Script failJobs(String promptPart, String code, String message) {
        failuresByPrompt.put(promptPart, new JobError(code, message));
        return this;
    }

    /** Jobs whose prompt contains a text run for ever. */
    public Script neverFinish(String promptPart) {
        endlessPrompts.add(promptPart);
        return this;
    }

    /** How long a job stays queued, by the server's clock; zero at first. */
    public Script queueTime(Duration time) {
        queueTime = time;
        return this;
    }

    /** How long a job runs at least, by the server's clock; zero at first. */
    public Script renderTime(Duration time) {
        return renderTime(prompt -> time);
    }

    /** The same by a job's prompt. */
    public Script renderTime(Function<String, Duration> byPrompt) {
        renderTime = byPrompt;
        return this;
    }

    /** A job is not done before so many status requests: progress without a clock. */
    public Script pollsUntilDone(int polls) {
        pollsUntilDone = polls;
        return this;
    }

    /** Every API request needs {@code Authorization: Bearer TOKEN}, else 401; null for none needed. */
    public Script requireToken(String required) {
        token = required;
        return this;
    }

    /** Every request of that kind meets the fault. */
    public Script on(Operation operation, Fault fault) {
        return on(operation, Integer.MAX_VALUE, fault);
    }

    /** The next requests of that kind meet the fault; of several rules the first one that is left applies. */
    public Script on(Operation operation, int times, Fault fault) {
        return on(operation, times, request -> true, fault);
    }

    /** The next requests of that kind that also fit a condition meet the fault. */
    public Script on(Operation operation, int times, Predicate<RecordedRequest> when, Fault fault) {
        rules.add(new Rule(operation, when, new AtomicInteger(times), fault));
        return this;
    }

    /** Takes back all faults. */
    public Script clearFaults() {
        rules.clear();
        return this;
    }

    /** The token that is required. */
    public Optional<String> token() {
        return Optional.ofNullable(token);
    }

    /** The mode for a prompt. */
    public ReplyMode modeOf(String prompt) {
        return modesByPrompt.entrySet().stream()
                .filter(entry -> prompt.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(mode);
    }

    /** How a job with this prompt will go. */
    public JobPlan planOf(String prompt) {
        Optional<JobError> failure = failuresByPrompt.entrySet().stream()
                .filter(entry -> prompt.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        boolean endless = endlessPrompts.stream().anyMatch(prompt::contains);
        return new JobPlan(queueTime, renderTime.apply(prompt), pollsUntilDone, endless, failure);
    }

    /** The fault that the next request meets; counts it. */
    public Optional<Fault> take(Operation operation, RecordedRequest request) {
        return rules.stream()
                .filter(rule -> rule.operation() == operation && rule.when().test(request))
                .filter(rule -> rule.left().getAndUpdate(left -> Math.max(0, left - 1)) > 0)
                .map(Rule::fault)
                .findFirst();
    }
}
