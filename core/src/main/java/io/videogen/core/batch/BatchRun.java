package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.engine.RenderState;
import io.videogen.core.engine.SubmissionGate;
import io.videogen.core.output.ManifestEntry;
import io.videogen.core.output.OutputFolder;
import io.videogen.core.output.ReportFolder;
import io.videogen.core.store.ClipStore;
import io.videogen.core.threads.DaemonThreads;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One run of a batch, from the checks to the report. */
final class BatchRun {

    private static final Duration GRACE = Duration.ofMillis(1200);
    private static final Duration LONGEST_FAREWELL = Duration.ofMillis(500);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(2);

    private final BatchSettings settings;
    private final RemoteFactory factory;
    private final LastFrames frames;
    private final Clock clock;
    private final Lanes lanes;
    private final BatchListener listener;
    private final Purchases purchases = new Purchases();
    private final SpendGuard guard;
    private final SubmissionGate gate = new SubmissionGate();
    private final CountDownLatch done = new CountDownLatch(1);
    private final CountDownLatch reported = new CountDownLatch(1);
    private final Map<String, Rendering> renderings = new HashMap<>();
    private volatile boolean started;

    BatchRun(
            BatchSettings settings,
            RemoteFactory factory,
            LastFrames frames,
            BatchListener listener,
            Clock clock,
            Lanes lanes) {
        this.settings = settings;
        this.factory = factory;
        this.frames = frames;
        this.clock = clock;
        this.lanes = lanes;
        this.listener = listener;
        this.guard = new SpendGuard(settings);
    }

    /** Stops the run and waits until it has reported, for two seconds at most. */
    void interrupt() {
        gate.stop();
        done.countDown();
        if (!started) {
            return;
        }
        try {
            reported.await(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    BatchReport run(List<VideoTask> tasks) {
        started = true;
        try {
            return prepareAndRun(tasks);
        } finally {
            lanes.stop();
            guard.close();
            reported.countDown();
        }
    }

    private BatchReport prepareAndRun(List<VideoTask> tasks) {
        Instant startedAt = clock.instant();
        ClipStore store =
                ClipStore.open(settings.cacheDirectory(), settings.formerCacheDirectory(), clock, listener::warning);
        ReportFolder report = new ReportFolder(settings.reportDirectory(), settings.title(), listener::warning);
        Planner planner = new Planner(settings, store, store.digests(), key -> store.find(key, report::copiesOf));
        List<Order> orders = planner.orders(tasks);
        orders.forEach(order -> order.names()
                .forEach(name -> settings.declaredNames().claim(settings.outputDirectory(), name, order.contentKey())));
        List<Assessment> assessments = planner.assess(orders);
        OutputFolder output = new OutputFolder(settings.outputDirectory(), listener::warning);
        Delivery delivery = new Delivery(
                output, report.link(settings.outputDirectory()), report.readManifest(), name -> settings.declaredNames()
                        .contains(settings.outputDirectory(), name));
        List<String> names = tasks.stream().map(VideoTask::name).toList();
        Outcomes outcomes = new Outcomes(settings, names, delivery, listener, purchases);
        BatchPlan plan = planner.plan(tasks, assessments);
        refuse(new ClipRules(settings).drawing(), assessments, outcomes, report);
        if (!settings.offline()) {
            List<Assessment> created =
                    assessments.stream().filter(Assessment::isNew).toList();
            refuse(guard.check(plan.jobs()), created, outcomes, report);
        }
        listener.planned(plan);
        List<Assessment> open = new ArrayList<>();
        for (Assessment assessment : assessments) {
            if (!assessment.isCached()
                    || assessment.isOwed()
                    || !outcomes.isCurrent(
                            assessment.order(), assessment.stored().orElseThrow())) {
                open.add(assessment);
            }
        }
        if (!open.isEmpty()) {
            output.prepare();
            report.prepare();
        }
        boolean interrupted = finish(store, delivery, outcomes, output, report, open);
        Set<ManifestEntry.Place> gone = settings.declared()
                .map(declared -> Delivery.removeUndeclared(report, declared, listener::warning))
                .orElse(Set.of());
        report.updateManifest(manifest -> outcomes.applyTo(manifest.merge(List.of(), gone)));
        store.digests().save();
        return new BatchReport(
                names.stream().map(outcomes::result).toList(),
                report.manifestFile(),
                report.galleryFile(),
                purchases.all(),
                Duration.between(startedAt, clock.instant()),
                interrupted);
    }

    /** The clips of an older declaration must not pass for what is refused now. */
    private static void refuse(
            Optional<VideogenException> why, List<Assessment> refused, Outcomes outcomes, ReportFolder report) {
        if (why.isPresent()) {
            refused.forEach(assessment -> outcomes.ended(assessment.order(), Outcomes.refused(why.get())));
            report.updateManifest(outcomes::applyTo);
            throw why.get();
        }
    }

    /** Brings what is open to its end; true when the run was stopped before. */
    private boolean finish(
            ClipStore store,
            Delivery delivery,
            Outcomes outcomes,
            OutputFolder output,
            ReportFolder report,
            List<Assessment> open) {
        if (open.isEmpty()) {
            return false;
        }
        BatchJobOwners jobs = new BatchJobOwners(store, clock);
        RemoteSide remote = new RemoteSide(factory, store, output, listener::warning, settings, clock);
        Slots slots = new Slots(settings.concurrency(), work -> lanes.after(Duration.ZERO, Lanes.Lane.SUBMIT, work));
        BatchContext shared = new BatchContext(
                settings,
                store,
                guard,
                remote,
                frames,
                jobs,
                lanes,
                slots,
                listener,
                purchases,
                new Recorded(settings),
                clock,
                gate);
        AtomicInteger left = new AtomicInteger(open.size());
        Runnable oneLess = () -> {
            if (left.decrementAndGet() == 0) {
                done.countDown();
            }
        };
        Set<ManifestEntry.Place> outdated = new HashSet<>();
        open.stream()
                .filter(assessment -> !assessment.isCached())
                .map(Assessment::order)
                .forEach(order -> order.names().forEach(name -> {
                    delivery.discard(name, order.request().clips());
                    delivery.entriesOf(name).forEach(entry -> outdated.add(entry.place()));
                }));
        if (!outdated.isEmpty()) {
            report.updateManifest(manifest -> manifest.inProgress(outdated));
        }
        Sequels sequels = new Sequels(
                open.stream().map(assessment -> assessment.order().key()).collect(Collectors.toSet()));
        open.forEach(assessment -> launch(assessment, shared, outcomes, sequels, oneLess));
        boolean threadInterrupted = false;
        try {
            lanes.await(done);
        } catch (InterruptedException e) {
            threadInterrupted = true;
            gate.stop();
        }
        lanes.stop();
        remote.close();
        lanes.awaitStopped(GRACE);
        outcomes.close();
        letGo();
        boolean stopped = false;
        for (Assessment assessment : open) {
            stopped |= reportStopped(assessment, outcomes);
            remote.sink()
                    .ifPresent(sink -> sink.discardOutside(assessment.order().key()));
        }
        if (threadInterrupted) {
            Thread.currentThread().interrupt();
        }
        return stopped;
    }

    /** Tells other machines which jobs are theirs to take up; they find out by themselves if there is no time for it. */
    private void letGo() {
        if (settings.sharedStore().isEmpty()) {
            return;
        }
        Thread last = DaemonThreads.start(
                "videogen-let-go", () -> renderings.values().parallelStream().forEach(Rendering::letGo));
        try {
            last.join(LONGEST_FAREWELL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void launch(
            Assessment assessment, BatchContext shared, Outcomes outcomes, Sequels sequels, Runnable oneLess) {
        Order order = assessment.order();
        AtomicBoolean hasClip = new AtomicBoolean();
        Runnable over = () -> {
            sequels.ended(order.key(), hasClip.get());
            oneLess.run();
        };
        Consumer<Ending> ended = ending -> {
            hasClip.set(ending.clip().isPresent());
            outcomes.ended(order, ending);
        };
        Consumer<VideogenException> refuse = why -> {
            outcomes.ended(order, Outcomes.refused(why));
            over.run();
        };
        Rendering rendering = new Rendering(order, assessment.shared(), shared, ended, over);
        renderings.put(order.key(), rendering);
        if (assessment.isCached()) {
            rendering.startWith(assessment.stored().orElseThrow());
        } else if (settings.offline()) {
            refuse.accept(Troubles.offline(order));
        } else if (assessment.obstacle().isPresent()) {
            refuse.accept(assessment.obstacle().get());
        } else if (order.before().isPresent() && assessment.mayCreate()) {
            sequels.after(order.before().get().key(), there -> {
                if (there) {
                    rendering.start(assessment.isNew());
                } else {
                    refuse.accept(Troubles.nothingToContinue(order));
                }
            });
        } else {
            rendering.start(assessment.isNew());
        }
    }

    /** Tells of what has no outcome when the run is over; false if there is nothing. */
    private boolean reportStopped(Assessment assessment, Outcomes outcomes) {
        Order order = assessment.order();
        Optional<RenderState> state = renderings.get(order.key()).state();
        VideogenException why = assessment.isCached() && state.isEmpty()
                ? Troubles.notDelivered(order)
                : Troubles.interrupted(order, state);
        return outcomes.stopped(order, Ending.without(state, Duration.ZERO, why));
    }
}
