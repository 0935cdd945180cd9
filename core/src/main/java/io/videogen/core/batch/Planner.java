package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
import io.videogen.core.api.VideoApi;
import io.videogen.core.api.VideoApis;
import io.videogen.core.artifact.Stills;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.request.Continued;
import io.videogen.core.request.FileDigests;
import io.videogen.core.request.Reference;
import io.videogen.core.request.RequestKey;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.shared.Course;
import io.videogen.core.shared.Holder;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds out what has to be done, from the declaration, the disk, and the store of many machines. */
final class Planner {

    /** So many requests, one after the other, are not worth a thread. */
    private static final int FEW = 20;

    private final BatchSettings settings;
    private final ClipStore store;
    private final FileDigests digests;
    private final Function<String, Optional<StoredClip>> clips;
    private final Recorded recorded;

    /**
     * @param clips looks a clip up by its key
     */
    Planner(
            BatchSettings settings,
            ClipStore store,
            FileDigests digests,
            Function<String, Optional<StoredClip>> clips) {
        this.clips = clips;
        this.settings = settings;
        this.store = store;
        this.digests = digests;
        this.recorded = new Recorded(settings);
    }

    /** The distinct requests of the tasks, in order. */
    List<Order> orders(List<VideoTask> tasks) {
        NameRules.check(tasks);
        List<VideoTask> linked = linked(tasks);
        checkFields(linked);
        checkNamed("refresh", settings.refresh().names(), tasks);
        checkNamed("resubmit", settings.resubmit(), tasks);
        Map<String, List<VideoTask>> byKey = new LinkedHashMap<>();
        Set<String> continued = new HashSet<>();
        Map<String, VideoTask> keyed = new HashMap<>();
        for (VideoTask declared : linked) {
            VideoTask task = keyed(declared, keyed);
            byKey.computeIfAbsent(contentKey(task), ignored -> new ArrayList<>())
                    .add(task);
            if (task.before().isPresent()) {
                continued.add(contentKey(task.before().get()));
            }
        }
        return byKey.entrySet().stream()
                .map(entry -> order(entry.getKey(), entry.getValue(), continued.contains(entry.getKey())))
                .toList();
    }

    /** Most builds have no video that continues another, and need not load what that takes. */
    private static List<VideoTask> linked(List<VideoTask> tasks) {
        for (VideoTask task : tasks) {
            if (task.request().has(VideoField.CONTINUES)) {
                return Continuing.linked(tasks);
            }
        }
        return tasks;
    }

    private String contentKey(VideoTask keyed) {
        return RequestKey.of(keyed.request(), settings.preview(), digests);
    }

    /**
     * With the key of the video that it continues in place of its name.
     *
     * @param done by name: in a long chain each is digested once, and not for each that follows it
     */
    private VideoTask keyed(VideoTask task, Map<String, VideoTask> done) {
        if (task.before().isEmpty()) {
            return task;
        }
        VideoTask known = done.get(task.name());
        if (known == null) {
            VideoTask before = keyed(task.before().get(), done);
            String clip = before.request().clips() > 1 ? " " + before.chosen() : "";
            Continued continued = task.request().continued().orElseThrow();
            known = new VideoTask(
                    task.name(),
                    task.request()
                            .with(
                                    VideoField.CONTINUES,
                                    continued.of(contentKey(before) + clip).toString()),
                    task.take(),
                    Optional.of(before));
            done.put(task.name(), known);
        }
        return known;
    }

    /**
     * The content key, or the key of before prompts were normalised, if a clip or a job is there and none under the
     * content key.
     */
    private String keptUnder(String contentKey, List<VideoTask> tasks) {
        List<String> keys = Stream.concat(
                        Stream.of(contentKey),
                        tasks.stream()
                                .flatMap(task ->
                                        RequestKey.former(task.request(), settings.preview(), digests).stream()))
                .distinct()
                .toList();
        return keys.size() == 1
                ? contentKey
                : keys.stream().filter(this::isKept).findFirst().orElse(contentKey);
    }

    private boolean isKept(String key) {
        try {
            return clips.apply(key).isPresent() || store.ledger().find(key).isPresent();
        } catch (VideogenException e) {
            // There is something that can not be read; the assessment tells of it.
            return true;
        }
    }

    /** Tells at once what the API would refuse after other videos were paid. */
    private void checkFields(List<VideoTask> tasks) {
        VideoApi api = VideoApis.of(settings.api());
        for (VideoTask task : tasks) {
            try {
                api.check(checked(task), settings.encoding());
                if (task.request().isExtension()) {
                    api.checkExtension(task.request(), first(task).request());
                }
            } catch (VideogenException e) {
                throw new VideogenException(e.kind(), e.code(), "Video \"" + task.name() + "\": " + e.getMessage(), e);
            }
        }
    }

    /** What a clip is in the end that is made longer again and again. */
    private static VideoTask first(VideoTask task) {
        VideoTask first = task;
        while (first.request().isExtension()) {
            first = first.before().orElseThrow();
        }
        return first;
    }

    private VideoRequest checked(VideoTask task) {
        return task.request().has(VideoField.CONTINUES)
                ? Continuing.sent(settings.api(), task.request(), new Reference.LastFrame(task.name()))
                : task.request();
    }

    /** In the orders' order; several at once where each may cost a request. */
    List<Assessment> assess(List<Order> orders) {
        boolean slow = settings.sharedStore().isPresent() && orders.size() > FEW;
        Stream<Order> stream = slow ? orders.parallelStream() : orders.stream();
        return stream.map(this::assess).toList();
    }

    /** Asks the store of many machines only for what this one has neither a clip nor a job of. */
    Assessment assess(Order order) {
        Optional<SharedOrder> shared = settings.sharedStore().map(store -> new SharedOrder(order, store));
        if (settings.lock().isPresent()) {
            return locked(order, shared, settings.lock().get());
        }
        if (!order.refresh()) {
            var clip = clips.apply(order.key()).filter(found -> PreviewMark.allows(found, settings));
            if (clip.isPresent()) {
                return Assessment.cached(order, shared, clip.get());
            }
        }
        Optional<RenderState> state;
        try {
            state = store.ledger().find(order.key());
        } catch (VideogenException e) {
            return assessment(order, shared, PlannedVideo.Action.UNKNOWN, Optional.empty(), Optional.of(e));
        }
        if (state.isPresent() && !recorded.isForgettable(order, state.get())) {
            return goingOn(order, shared, state.get());
        }
        try {
            return shared.map(there -> elsewhere(order, there))
                    .orElseGet(() ->
                            assessment(order, shared, PlannedVideo.Action.NEW, Optional.empty(), Optional.empty()));
        } catch (VideogenException e) {
            return assessment(
                    order,
                    shared,
                    PlannedVideo.Action.NEW,
                    Optional.empty(),
                    Optional.of(Troubles.notBought(order, e)));
        }
    }

    private Assessment elsewhere(Order order, SharedOrder shared) {
        Course course = shared.plan();
        Optional<RenderState> state = shared.state();
        if (course == Course.TAKE_OVER && !recorded.isForgettable(order, state.orElseThrow())) {
            return goingOn(order, Optional.of(shared), state.get());
        }
        return switch (course) {
            case TAKE_CLIP -> taken(order, shared);
            case WAIT ->
                new Assessment(
                        order,
                        Optional.of(shared),
                        PlannedVideo.Action.WAIT,
                        Optional.empty(),
                        state.flatMap(RenderState::jobId),
                        Optional.empty(),
                        shared.holder().map(Holder::build),
                        Optional.empty());
            default ->
                assessment(order, Optional.of(shared), PlannedVideo.Action.NEW, Optional.empty(), Optional.empty());
        };
    }

    private static Assessment taken(Order order, SharedOrder shared) {
        return new Assessment(
                order,
                Optional.of(shared),
                PlannedVideo.Action.CACHED,
                Optional.empty(),
                shared.clip().flatMap(clip -> clip.facts().jobId()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Assessment goingOn(Order order, Optional<SharedOrder> shared, RenderState state) {
        boolean unknown = state.phase() == Phase.SUBMITTING || state.phase() == Phase.UNKNOWN;
        return assessment(
                order,
                shared,
                unknown ? PlannedVideo.Action.UNKNOWN : PlannedVideo.Action.RESUME,
                Optional.of(state),
                recorded.obstacle(state));
    }

    /** The clip that the lock file names, or nothing: a build that has one never creates a job. */
    private Assessment locked(Order order, Optional<SharedOrder> shared, LockFile lock) {
        Optional<StoredClip> here =
                clips.apply(order.key()).filter(found -> !found.facts().preview());
        try {
            boolean refused = here.isEmpty() || refusal(order, lock, here).isPresent();
            Optional<StoredClip> there = refused && shared.isPresent() ? clipOf(shared.get()) : Optional.empty();
            if (there.isPresent() && refusal(order, lock, there).isEmpty()) {
                return taken(order, shared.get());
            }
        } catch (VideogenException e) {
            return notAsLocked(order, shared, e);
        }
        return refusal(order, lock, here)
                .map(error -> notAsLocked(order, shared, error))
                .orElseGet(() -> Assessment.cached(order, shared, here.orElseThrow()));
    }

    private static Optional<VideogenException> refusal(Order order, LockFile lock, Optional<StoredClip> clip) {
        return order.names().stream()
                .flatMap(name -> lock.refusal(name, order, clip).stream())
                .findFirst();
    }

    private static Assessment notAsLocked(Order order, Optional<SharedOrder> shared, VideogenException why) {
        return assessment(order, shared, PlannedVideo.Action.NOT_AS_LOCKED, Optional.empty(), Optional.of(why));
    }

    /** What would be fetched; where it will lie is not known yet. */
    private static Optional<StoredClip> clipOf(SharedOrder shared) {
        return shared.plan() != Course.TAKE_CLIP
                ? Optional.empty()
                : shared.clip()
                        .map(clip -> new StoredClip(
                                clip.key(),
                                clip.videos().stream()
                                        .map(item -> new StoredFile(Path.of(""), item.file()))
                                        .toList(),
                                Stills.none(),
                                clip.facts()));
    }

    /** What a lock file says of these videos. */
    List<LockFile.Entry> lockable(List<VideoTask> tasks) {
        List<LockFile.Entry> entries = new ArrayList<>();
        for (Order order : orders(tasks)) {
            Optional<StoredClip> clip =
                    clips.apply(order.key()).filter(found -> !found.facts().preview());
            for (String name : order.names()) {
                entries.add(clip.map(found -> LockFile.Entry.of(name, order, found))
                        .orElseThrow(() -> VideogenException.invalid(
                                "not_lockable",
                                "The video \"" + name + "\" can not be locked: no clip of it is kept."
                                        + Advice.RENDER_FIRST.sentence())));
            }
        }
        return entries;
    }

    BatchPlan plan(List<VideoTask> tasks, List<Assessment> assessments) {
        Map<String, PlannedVideo> byName = new HashMap<>();
        for (Assessment assessment : assessments) {
            assessment.order().names().forEach(name -> byName.put(name, assessment.planned(name)));
        }
        return new BatchPlan(
                tasks.stream().map(task -> byName.get(task.name())).toList(),
                assessments.stream()
                        .filter(Assessment::isNew)
                        .map(Assessment::order)
                        .map(order -> NewJob.of(order, settings.prices()))
                        .toList());
    }

    private Order order(String contentKey, List<VideoTask> tasks, boolean continued) {
        List<String> names = tasks.stream().map(VideoTask::name).toList();
        return new Order(
                keptUnder(contentKey, tasks),
                contentKey,
                tasks.get(0).request(),
                names,
                tasks.stream().anyMatch(this::isRefreshed),
                names.stream().anyMatch(settings.resubmit()::contains),
                before(tasks.get(0)),
                continued,
                takes(tasks));
    }

    /** With the one that it continues, it is rendered again. */
    private boolean isRefreshed(VideoTask task) {
        return settings.refresh().includes(task.name())
                || task.before().filter(this::isRefreshed).isPresent();
    }

    private Optional<Order.Before> before(VideoTask task) {
        return task.before()
                .map(before -> new Order.Before(
                        before.name(), keptUnder(contentKey(before), List.of(before)), before.chosen()));
    }

    private static Map<String, Integer> takes(List<VideoTask> tasks) {
        Map<String, Integer> takes = new HashMap<>();
        for (VideoTask task : tasks) {
            task.take().ifPresent(take -> {
                if (take < 1 || take > task.request().clips()) {
                    throw VideogenException.invalid(
                            "invalid_take",
                            "Video \"" + task.name() + "\": The take is \"" + take
                                    + "\". It must be from 1 to its n, \""
                                    + task.request().clips() + "\".");
                }
                takes.put(task.name(), take);
            });
        }
        return takes;
    }

    private static Assessment assessment(
            Order order,
            Optional<SharedOrder> shared,
            PlannedVideo.Action action,
            Optional<RenderState> state,
            Optional<VideogenException> obstacle) {
        return new Assessment(
                order,
                shared,
                action,
                Optional.empty(),
                state.flatMap(RenderState::jobId),
                state.flatMap(RenderState::submittedAt),
                Optional.empty(),
                obstacle);
    }

    /** A name that is spelt wrong would do nothing, and the user would wait for what never comes. */
    private static void checkNamed(String parameter, Set<String> names, List<VideoTask> tasks) {
        Set<String> declared = new TreeSet<>();
        tasks.forEach(task -> declared.add(task.name()));
        for (String name : new TreeSet<>(names)) {
            if (!declared.contains(name)) {
                throw VideogenException.invalid(
                        "unknown_name",
                        "The name \"" + name + "\" in " + parameter + " is none of the videos " + declared + ".");
            }
        }
    }
}
