package io.videogen.maven.input;

import io.videogen.core.VideogenException;
import io.videogen.core.batch.VideoTask;
import io.videogen.core.request.RoleReference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.request.VideoRequestBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Turns declared videos into tasks.
 *
 * @param base folder that relative files start from
 * @param model default for videos without one
 * @param seconds default for videos without a length
 * @param size default for videos without a size
 */
public record VideoTasks(Path base, Optional<String> model, Optional<String> seconds, Optional<String> size) {

    /**
     * The tasks of the videos that are asked for.
     *
     * @param declared all that are declared together: one of them may be continued without being asked for
     */
    public List<VideoTask> of(List<DeclaredVideo> asked, List<DeclaredVideo> declared) {
        boolean continued = false;
        for (DeclaredVideo video : declared) {
            continued |= isSet(video, VideoField.CONTINUES);
        }
        if (!continued) {
            return of(asked);
        }
        Set<String> names = of(asked).stream().map(VideoTask::name).collect(Collectors.toSet());
        return VideoTask.linked(of(declared)).stream()
                .filter(task -> names.contains(task.name()))
                .toList();
    }

    /** Checks what holds for any API; an error names the video and the field. */
    public List<VideoTask> of(List<DeclaredVideo> videos) {
        List<VideoTask> tasks = new ArrayList<>();
        for (int i = 0; i < videos.size(); i++) {
            DeclaredVideo video = videos.get(i);
            String name = Texts.set(video.name()).orElse("");
            if (name.isEmpty()) {
                throw VideogenException.invalid(
                        "missing_name",
                        "Video number \"" + (i + 1) + "\" of <videos> has no name. Its <name> becomes the name "
                                + "of its file, such as \"hero\".");
            }
            VideoRequest request = request(name, video);
            Optional<Integer> take = Texts.integer("take", video.take());
            tasks.add(
                    new VideoTask(name, request, take.isPresent() ? OptionalInt.of(take.get()) : OptionalInt.empty()));
        }
        return List.copyOf(tasks);
    }

    private VideoRequest request(String name, DeclaredVideo video) {
        try {
            return build(video);
        } catch (VideogenException e) {
            throw VideogenException.invalid(e.code(), "Video \"" + name + "\": " + e.getMessage());
        }
    }

    private VideoRequest build(DeclaredVideo video) {
        VideoRequestBuilder builder = VideoRequest.builder(prompt(video));
        for (Map.Entry<VideoField, String> written : video.texts().entrySet()) {
            if (written.getKey() != VideoField.PROMPT) {
                set(builder, written.getKey(), written.getValue());
            }
        }
        for (Map.Entry<VideoField, String> fallback : defaults(video).entrySet()) {
            if (!isSet(video, fallback.getKey())) {
                builder.set(fallback.getKey(), fallback.getValue());
            }
        }
        for (String text : video.inputReferences()) {
            set(builder, VideoField.INPUT_REFERENCE, text);
        }
        List<RoleReference> references = new ArrayList<>();
        for (DeclaredReference reference : video.references()) {
            if (reference != null) {
                roleReference(reference).ifPresent(references::add);
            }
        }
        return builder.set(VideoField.REFERENCES, references).build();
    }

    private void set(VideoRequestBuilder builder, VideoField field, String written) {
        String text = Texts.set(written).orElse("");
        if (text.isEmpty()) {
            return;
        }
        switch (field.type()) {
            case REFERENCE -> builder.set(field, ReferenceText.parse(field.word(), text, base));
            case REFERENCES -> builder.reference(ReferenceText.parse(field.word(), text, base));
            default -> builder.set(field, text);
        }
    }

    private Map<VideoField, String> defaults(DeclaredVideo video) {
        Map<VideoField, String> defaults = new EnumMap<>(VideoField.class);
        if (model.isPresent()) {
            defaults.put(VideoField.MODEL, model.get());
        }
        if (seconds.isPresent()) {
            defaults.put(VideoField.SECONDS, seconds.get());
        }
        boolean otherSize = isSet(video, VideoField.ASPECT_RATIO) || isSet(video, VideoField.RESOLUTION);
        if (size.isPresent() && !otherSize) {
            defaults.put(VideoField.SIZE, size.get());
        }
        return defaults;
    }

    private static boolean isSet(DeclaredVideo video, VideoField field) {
        return Texts.set(video.texts().get(field)).isPresent();
    }

    private Optional<RoleReference> roleReference(DeclaredReference reference) {
        return Texts.set(reference.file())
                .map(text ->
                        new RoleReference(ReferenceText.parse("references", text, base), Texts.set(reference.role())));
    }

    private String prompt(DeclaredVideo video) {
        Optional<String> prompt = Texts.set(video.texts().get(VideoField.PROMPT));
        Optional<String> file = Texts.set(video.promptFile());
        if (prompt.isPresent() && file.isPresent()) {
            throw VideogenException.invalid(
                    "two_prompts", "It has both a prompt and the promptFile \"" + file.get() + "\". Keep one of them.");
        }
        return file.isPresent() ? PromptFile.read(file.get(), base) : prompt.orElse("");
    }
}
