package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
import io.videogen.core.api.VideoApi;
import io.videogen.core.api.VideoApis;
import io.videogen.core.engine.RenderState;
import io.videogen.core.request.FileDigests;
import io.videogen.core.request.RequestKey;
import io.videogen.core.shared.Course;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.StoredClip;
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
        List<VideoTask> linked = VideoTask.linked(tasks);
        checkFields(linked);
        checkNamed("refresh", settings.refresh().names(), tasks);
        checkNamed("resubmit", settings.resubmit(), tasks);
        Map<String, List<VideoTask>> byKey = new LinkedHashMap<>();
        Set<String> continued = new HashSet<>();
        Map<String, VideoTask> keyed = new HashMap<>();
        for (VideoTask declared : linked) {
            VideoTask task =
                    declared.continuesAnother() ? Continuing.keyed(declared, keyed, this::contentKey) : declared;
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

    private String contentKey(VideoTask keyed) {
        return RequestKey.of(keyed.request(), settings.preview(), digests);
    }

    /**
     * The content key, or the key of before prompts were normalised, if a clip or a job is there and none under the
     * content key.
     */
    private String keptUnder(String contentKey, List<VideoTask> tasks) {
        boolean normalised = false;
        for (VideoTask task : tasks) {
            normalised |= task.request().formerPrompt().isPresent();
        }
        if (!normalised) {
            return contentKey;
        }
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
                api.check(
                        task.continuesAnother() ? Continuing.checked(settings.api(), task) : task.request(),
                        settings.encoding());
                if (task.request().isExtension()) {
                    api.checkExtension(task.request(), Continuing.first(task).request());
                }
            } catch (VideogenException e) {
                throw VideogenException.of(e.kind(), e.code(), e).says("Video \"%s\": %s", task.name(), e.getMessage());
            }
        }
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
            return Assessment.of(order, shared, PlannedVideo.Action.UNKNOWN).because(e);
        }
        if (state.isPresent() && !recorded.isForgettable(order, state.get())) {
            return goingOn(order, shared, state.get());
        }
        try {
            return shared.map(there -> elsewhere(order, there))
                    .orElseGet(() -> Assessment.of(order, shared, PlannedVideo.Action.NEW));
        } catch (VideogenException e) {
            return Assessment.of(order, shared, PlannedVideo.Action.NEW).because(Troubles.notBought(order, e));
        }
    }

    private Assessment elsewhere(Order order, SharedOrder shared) {
        Course course = shared.plan();
        Optional<RenderState> state = shared.state();
        if (course == Course.TAKE_OVER && !recorded.isForgettable(order, state.orElseThrow())) {
            return goingOn(order, Optional.of(shared), state.get());
        }
        return switch (course) {
            case TAKE_CLIP -> Assessment.taken(order, shared);
            case WAIT -> Assessment.waiting(order, shared);
            default -> Assessment.of(order, Optional.of(shared), PlannedVideo.Action.NEW);
        };
    }

    private Assessment goingOn(Order order, Optional<SharedOrder> shared, RenderState state) {
        Assessment goingOn = Assessment.goingOn(order, shared, state);
        return recorded.obstacle(state).map(goingOn::because).orElse(goingOn);
    }

    /** The clip that the lock file names, or nothing: a build that has one never creates a job. */
    private Assessment locked(Order order, Optional<SharedOrder> shared, LockFile lock) {
        Optional<StoredClip> here =
                clips.apply(order.key()).filter(found -> !found.facts().preview());
        try {
            boolean refused = here.isEmpty() || lock.refusal(order, here).isPresent();
            Optional<StoredClip> there = refused ? shared.flatMap(SharedOrder::offered) : Optional.empty();
            if (there.isPresent() && lock.refusal(order, there).isEmpty()) {
                return Assessment.taken(order, shared.get());
            }
        } catch (VideogenException e) {
            return notAsLocked(order, shared, e);
        }
        return lock.refusal(order, here)
                .map(error -> notAsLocked(order, shared, error))
                .orElseGet(() -> Assessment.cached(order, shared, here.orElseThrow()));
    }

    private static Assessment notAsLocked(Order order, Optional<SharedOrder> shared, VideogenException why) {
        return Assessment.of(order, shared, PlannedVideo.Action.NOT_AS_LOCKED).because(why);
    }

    /** What a lock file says of these videos. */
    List<LockFile.Entry> lockable(List<VideoTask> tasks) {
        List<LockFile.Entry> entries = new ArrayList<>();
        for (Order order : orders(tasks)) {
            Optional<StoredClip> clip =
                    clips.apply(order.key()).filter(found -> !found.facts().preview());
            for (String name : order.names()) {
                entries.add(clip.map(found -> LockFile.Entry.of(name, order, found))
                        .orElseThrow(() -> VideogenException.invalid("not_lockable")
                                .says(
                                        "The video \"%s\" can not be locked: no clip of it is kept.%s",
                                        name, Advice.RENDER_FIRST.sentence())));
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
                    throw VideogenException.invalid("invalid_take")
                            .says(
                                    "Video \"%s\": The take is \"%s\". It must be from 1 to its n, \"%s\".",
                                    task.name(), take, task.request().clips());
                }
                takes.put(task.name(), take);
            });
        }
        return takes;
    }

    /** A name that is spelt wrong would do nothing, and the user would wait for what never comes. */
    private static void checkNamed(String parameter, Set<String> names, List<VideoTask> tasks) {
        Set<String> declared = new TreeSet<>();
        tasks.forEach(task -> declared.add(task.name()));
        for (String name : new TreeSet<>(names)) {
            if (!declared.contains(name)) {
                throw VideogenException.invalid("unknown_name")
                        .says("The name \"%s\" in %s is none of the videos %s.", name, parameter, declared);
            }
        }
    }
}
