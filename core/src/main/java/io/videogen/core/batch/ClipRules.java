package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Setting;
import io.videogen.core.output.VideoSource;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
import java.util.List;
import java.util.Optional;

/** What a finished clip must be to be delivered. */
final class ClipRules {

    private final BatchSettings settings;

    ClipRules(BatchSettings settings) {
        this.settings = settings;
    }

    /** Why no preview may be drawn at all. */
    Optional<VideogenException> drawing() {
        return settings.preview() && !settings.allowPreview() ? Optional.of(previewRefused()) : Optional.empty();
    }

    /** Why this clip is not delivered although it is whole. */
    Optional<VideogenException> refusal(Order order, Ending ending) {
        if (ending.error().isPresent()) {
            return Optional.empty();
        }
        if (!settings.allowPreview() && ending.source().equals(Optional.of(VideoSource.PREVIEW))) {
            return Optional.of(previewRefused());
        }
        List<String> differences =
                settings.strict() ? differences(order, ending.clip().orElseThrow()) : List.of();
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(VideogenException.of(ErrorKind.JOB_FAILED, "not_as_asked_for")
                        .says(
                                "The clip of video \"%s\" is not what was asked for (%s): %s It is kept. Ask for what the"
                                        + " model makes, render it again with %s, or take it as it is without %s.",
                                order.name(),
                                Setting.STRICT,
                                String.join(" ", differences),
                                Setting.REFRESH,
                                Setting.STRICT));
    }

    /** What differs from the request, in all clips of it. */
    private static List<String> differences(Order order, StoredClip clip) {
        return clip.videos().stream()
                .map(StoredFile::file)
                .flatMap(file -> AsAskedFor.differences(order.request(), file).stream())
                .distinct()
                .toList();
    }

    private static VideogenException previewRefused() {
        return VideogenException.invalid("preview_not_allowed")
                .says(
                        "Preview clips are not allowed in this build (%s): a build that deploys allows none,"
                                + " unless that is set to true. Set %s to a real one.",
                        Setting.ALLOW_PREVIEW, Setting.ENDPOINT);
    }
}
