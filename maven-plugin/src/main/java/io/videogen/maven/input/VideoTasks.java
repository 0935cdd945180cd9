package io.videogen.maven.input;

import io.videogen.core.VideogenException;
import io.videogen.core.batch.VideoTask;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.request.VideoRequestBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Turns declared videos into tasks.
 *
 * @param base folder that relative files start from
 * @param model default for videos without one
 * @param seconds default for videos without a length
 * @param size default for videos without a size
 */
public record VideoTasks(Path base, Optional<String> model, Optional<String> seconds, Optional<String> size) {

    /** Checks what holds for any API; an error names the video and the field. */
    public List<VideoTask> of(List<DeclaredVideo> videos) {
        List<VideoTask> tasks = new ArrayList<>();
        for (int i = 0; i < videos.size(); i++) {
            DeclaredVideo video = videos.get(i);
            int position = i + 1;
            String name = Texts.set(video.name())
                    .orElseThrow(() -> VideogenException.invalid(
                            "missing_name",
                            "Video number \"" + position + "\" of <videos> has no name. Its <name> becomes the name "
                                    + "of its file, such as \"hero\"."));
            tasks.add(new VideoTask(name, request(name, video)));
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
        VideoRequestBuilder builder = VideoRequest.builder(prompt(video))
                .model(Texts.set(video.model()).or(this::model).orElse(null))
                .seconds(Texts.set(video.seconds()).or(this::seconds).orElse(null))
                .size(Texts.set(video.size()).or(this::size).orElse(null))
                .watermark(Texts.flag("watermark", video.watermark()).orElse(null))
                .privateVideo(Texts.flag("private", video.privateVideo()).orElse(null))
                .characterUrl(video.characterUrl())
                .characterTimestamps(video.characterTimestamps())
                .fps(Texts.integer("fps", video.fps()).orElse(null))
                .n(Texts.integer("n", video.n()).orElse(null))
                .seed(Texts.longNumber("seed", video.seed()).orElse(null))
                .user(video.user())
                .responseFormat(video.responseFormat())
                .metadata(video.metadata())
                .options(video.options());
        Stream.concat(Stream.ofNullable(video.inputReference()), video.inputReferences().stream())
                .map(Texts::set)
                .flatMap(Optional::stream)
                .forEach(reference -> builder.reference(ReferenceText.parse(reference, base)));
        return builder.build();
    }

    private String prompt(DeclaredVideo video) {
        Optional<String> prompt = Texts.set(video.prompt());
        Optional<String> file = Texts.set(video.promptFile());
        if (prompt.isPresent() && file.isPresent()) {
            throw VideogenException.invalid(
                    "two_prompts", "It has both a prompt and the promptFile \"" + file.get() + "\". Keep one of them.");
        }
        return file.map(text -> PromptFile.read(text, base)).or(() -> prompt).orElse("");
    }
}
