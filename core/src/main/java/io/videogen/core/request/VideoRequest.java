package io.videogen.core.request;

import java.util.List;
import java.util.Optional;

/**
 * One clip as the user declared it, in no API's words yet. Values are passed on as they are: gateways disagree on what
 * a size or a length looks like.
 *
 * @param prompt what to show, normalised ({@link PromptText}); never blank
 * @param formerPrompt the prompt as keys counted it before prompts were normalised, where that is another text
 * @param model model name of the API
 * @param seconds length in seconds, as the user wrote it, such as {@code 4} or {@code 5.5}
 * @param size usually {@code 1280x720}; some gateways take {@code 16:9} or {@code 720p}
 * @param references images that guide the generation, in order
 * @param watermark whether the provider marks the clip (lconai)
 * @param privateVideo whether the provider keeps the clip private (lconai)
 * @param characterUrl video of a character (lconai)
 * @param characterTimestamps {@code start,end} in seconds within that video (lconai)
 * @param fps frames per second (new-api)
 * @param n number of clips (new-api)
 * @param seed random seed (new-api)
 * @param user end-user identifier (new-api)
 * @param responseFormat response format (new-api)
 * @param metadata vendor-specific object (new-api)
 * @param options further top-level fields, sent as they are
 */
public record VideoRequest(
        String prompt,
        Optional<String> formerPrompt,
        Optional<String> model,
        Optional<String> seconds,
        Optional<String> size,
        List<Reference> references,
        Optional<Boolean> watermark,
        Optional<Boolean> privateVideo,
        Optional<String> characterUrl,
        Optional<String> characterTimestamps,
        Optional<Integer> fps,
        Optional<Integer> n,
        Optional<Long> seed,
        Optional<String> user,
        Optional<String> responseFormat,
        Optional<JsonObjectText> metadata,
        Optional<JsonObjectText> options) {

    public VideoRequest {
        references = List.copyOf(references);
    }

    /** How many clips this request makes and pays for. */
    public int clips() {
        return n.orElse(1);
    }

    public static VideoRequestBuilder builder(String prompt) {
        return new VideoRequestBuilder(prompt);
    }
}
