package io.videogen.core.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** lconai's {@code /v1/videos}: JSON, or multipart, which a reference file needs. */
final class LconaiApi implements VideoApi {

    private static final Set<String> HD_SIZES = Set.of("1024x1792", "1792x1024");
    private static final String HD_MODEL = "sora-2-pro";
    private static final Pattern TIMESTAMPS =
            Pattern.compile("\\s*(\\d{1,6}(?:\\.\\d{1,6})?)\\s*,\\s*(\\d{1,6}(?:\\.\\d{1,6})?)\\s*");

    @Override
    public ApiName name() {
        return ApiName.LCONAI;
    }

    @Override
    public void check(VideoRequest request, Encoding encoding) {
        FieldRules.check(name(), request);
        FieldRules.requireModel(name(), request);
        checkSize(request);
        checkCharacter(request);
        References.single(name(), request);
        if (References.hasLink(request)) {
            throw References.wrongEncoding(
                    name(),
                    Message.text("an inputReference given as URL"),
                    "It takes a file: download the image and name the file.");
        }
        if (encoding == Encoding.JSON && References.hasContent(request)) {
            throw References.wrongEncoding(
                    name(), Message.text("an inputReference in JSON"), "Use encoding auto or multipart with a file.");
        }
        References.check(request);
    }

    @Override
    public Call create(VideoRequest request, Encoding encoding, String submission) {
        ObjectNode fields = FieldRules.values(name(), request);
        if (encoding == Encoding.MULTIPART || encoding == Encoding.AUTO && References.hasContent(request)) {
            return Call.post(OpenAiPaths.VIDEOS, CreateBodies.form(fields, "input_reference", request.references()));
        }
        return Call.post(OpenAiPaths.VIDEOS, fields);
    }

    @Override
    public Call poll(VideoRequest request, String jobId) {
        return Call.get(OpenAiPaths.job(jobId));
    }

    @Override
    public Optional<String> contentPath(String jobId) {
        return Optional.of(OpenAiPaths.content(jobId));
    }

    /** Not documented, but the API is modelled on OpenAI's; a reply of another shape means that there is none. */
    @Override
    public Optional<Listing> search(VideoRequest request, String submission) {
        return Optional.of(Listing.search(OpenAiPaths::list, page -> page));
    }

    private static void checkSize(VideoRequest request) {
        String size = request.size().orElse("");
        if (HD_SIZES.contains(size) && !HD_MODEL.equals(request.model().orElse(""))) {
            throw VideogenException.invalid("invalid_size")
                    .says(
                            "The size \"%s\" is only offered with the model \"%s\", not with \"%s\". Use \"720x1280\""
                                    + " or \"1280x720\", or that model.",
                            size, HD_MODEL, request.model().orElse(""));
        }
    }

    private static void checkCharacter(VideoRequest request) {
        if (request.has(VideoField.CHARACTER_URL) != request.has(VideoField.CHARACTER_TIMESTAMPS)) {
            String present = request.has(VideoField.CHARACTER_URL) ? "characterUrl" : "characterTimestamps";
            String absent = request.has(VideoField.CHARACTER_URL) ? "characterTimestamps" : "characterUrl";
            throw VideogenException.invalid("incomplete_character")
                    .says("The field \"%s\" is set without \"%s\". The two go together.", present, absent);
        }
        request.text(VideoField.CHARACTER_TIMESTAMPS).ifPresent(LconaiApi::checkTimestamps);
    }

    private static void checkTimestamps(String text) {
        Matcher matcher = TIMESTAMPS.matcher(text);
        if (matcher.matches()) {
            BigDecimal length = new BigDecimal(matcher.group(2)).subtract(new BigDecimal(matcher.group(1)));
            if (length.compareTo(BigDecimal.ONE) >= 0 && length.compareTo(BigDecimal.valueOf(3)) <= 0) {
                return;
            }
        }
        throw VideogenException.invalid("invalid_character_timestamps")
                .says(
                        "The characterTimestamps \"%s\" must be \"start,end\" in seconds, with the end 1 to 3"
                                + " seconds after the start, such as \"1.5,3.5\".",
                        text);
    }
}
