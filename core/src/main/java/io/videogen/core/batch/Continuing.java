package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.FieldTable;
import io.videogen.core.api.VideoApis;
import io.videogen.core.request.Continued;
import io.videogen.core.request.Nearest;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Videos that continue others. What a user writes is a name; what counts for the key is the key of the video with that
 * name, so that it may be renamed, and a change of it is a change of all that follow; and what the API gets is a first
 * frame, the last one of that video, or the id of its job ({@link Extension}).
 */
final class Continuing {

    private Continuing() {}

    /** The tasks, each with the one that it continues. */
    static List<VideoTask> linked(List<VideoTask> tasks) {
        Map<String, VideoTask> byName = new LinkedHashMap<>();
        tasks.forEach(task -> byName.put(task.name(), task));
        return tasks.stream()
                .map(task -> linked(task, byName, new LinkedHashSet<>()))
                .toList();
    }

    private static VideoTask linked(VideoTask task, Map<String, VideoTask> byName, Set<String> way) {
        Optional<String> name = task.request().continued().map(Continued::what);
        if (name.isEmpty() || task.before().isPresent()) {
            return task;
        }
        if (!way.add(task.name())) {
            List<String> circle = new ArrayList<>(way);
            circle.add(task.name());
            throw VideogenException.invalid("circle")
                    .says(
                            "The videos \"%s\": a circle, in which none can be the first. Take one \"continues\" out.",
                            String.join("\" continues \"", circle));
        }
        VideoTask before = byName.get(name.get());
        if (before == null) {
            throw VideogenException.invalid("unknown_name")
                    .says(
                            "Video \"%s\" continues \"%s\", which is none of the videos declared with it.%s They are:"
                                    + " %s.",
                            task.name(),
                            name.get(),
                            Nearest.to(name.get(), byName.keySet())
                                    .map(nearest -> Message.text(" Did you mean \"%s\"?", nearest))
                                    .orElse(""),
                            String.join(", ", byName.keySet()));
        }
        return task.after(linked(before, byName, way));
    }

    /**
     * The task with the key of the video that it continues in place of its name.
     *
     * @param done by name: in a long chain each is digested once, and not for each that follows it
     */
    static VideoTask keyed(VideoTask task, Map<String, VideoTask> done, Function<VideoTask, String> contentKey) {
        if (task.before().isEmpty()) {
            return task;
        }
        VideoTask known = done.get(task.name());
        if (known == null) {
            VideoTask before = keyed(task.before().get(), done, contentKey);
            String clip = before.request().clips() > 1 ? " " + before.chosen() : "";
            Continued continued = task.request().continued().orElseThrow().of(contentKey.apply(before) + clip);
            known = new VideoTask(
                    task.name(),
                    task.request().with(VideoField.CONTINUES, continued.toString()),
                    task.take(),
                    Optional.of(before));
            done.put(task.name(), known);
        }
        return known;
    }

    /** What a clip is in the end that is made longer again and again. */
    static VideoTask first(VideoTask task) {
        VideoTask first = task;
        while (first.request().isExtension()) {
            first = first.before().orElseThrow();
        }
        return first;
    }

    /** What the API gets, before there is a frame: enough to tell what it would refuse. */
    static VideoRequest checked(ApiName api, VideoTask task) {
        return sent(api, task.request(), new Reference.LastFrame(task.name()));
    }

    /**
     * What the API gets.
     *
     * @param frame the last frame of the video before, or what stands for it
     */
    static VideoRequest sent(ApiName api, VideoRequest request, Reference frame) {
        if (!request.has(VideoField.CONTINUES) || request.isExtension()) {
            return request;
        }
        if (FieldTable.wireName(api, VideoField.FIRST_FRAME).isPresent()) {
            return request.with(VideoField.CONTINUES, null).with(VideoField.FIRST_FRAME, frame);
        }
        // Where nothing but one reference is known, it is the first frame.
        return FieldTable.wireName(api, VideoField.INPUT_REFERENCE).isPresent()
                ? request.with(VideoField.CONTINUES, null).with(VideoField.INPUT_REFERENCE, List.of(frame))
                : request;
    }

    /**
     * What the API gets for an order.
     *
     * @param planned whether a job is still to be created; one that exists is asked for without the frame
     * @throws VideogenException if there is no clip to be continued, or if the API can not make it longer
     */
    static VideoRequest request(Order order, BatchContext run, boolean planned) throws InterruptedException {
        ApiName api = run.settings().api();
        VideoRequest request = order.request();
        if (order.before().isPresent()) {
            Order.Before before = order.before().get();
            request =
                    planned ? planned(order, before, run) : sent(api, request, new Reference.LastFrame(before.name()));
        }
        return planned && order.continued() ? VideoApis.of(api).withLastFrame(request) : request;
    }

    private static VideoRequest planned(Order order, Order.Before before, BatchContext run)
            throws InterruptedException {
        StoredClip clip = run.store()
                .find(before.key())
                .filter(found -> PreviewMark.allows(found, run.settings()))
                .filter(found -> found.videos().size() >= before.clip())
                .orElseThrow(() -> Troubles.nothingToContinue(order));
        Optional<VideoRequest> extension =
                order.request().isExtension() ? Extension.request(order, clip, run) : Optional.empty();
        return extension.orElseGet(() -> {
            Path frame = ofApi(clip).orElseGet(() -> run.frames()
                    .of(clip.videos().get(before.clip() - 1).path()));
            VideoRequest named = order.request().with(VideoField.CONTINUES, before.name());
            return sent(run.settings().api(), named, new Reference.LocalFile(frame));
        });
    }

    /** The last frame that the API made. There is one for the job, so of several clips it is of nobody knows which. */
    private static Optional<Path> ofApi(StoredClip clip) {
        return clip.videos().size() == 1 ? clip.stills().lastFrame().map(StoredFile::path) : Optional.empty();
    }
}
