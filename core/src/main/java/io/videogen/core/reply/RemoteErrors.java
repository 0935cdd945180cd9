package io.videogen.core.reply;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.core.text.ServerText;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds the API's error in the shapes in use: nested, flat, a plain text, a reason beside the status. */
final class RemoteErrors {

    private static final int LONGEST_MESSAGE = 1000;
    private static final int LONGEST_WORD = 100;

    private static final List<String> MESSAGES = List.of(
            "/error/message",
            "/error/msg",
            "/error/detail",
            "/error",
            "/fail_reason",
            "/failure_reason",
            "/failure",
            "/data/error/message",
            "/data/error",
            "/data/fail_reason",
            "/data/failure_reason",
            "/data/task_status_msg",
            "/task/error/message",
            "/task/error",
            "/output/error/message",
            "/output/message",
            "/errors/0/message",
            "/message",
            "/msg",
            "/detail/message",
            "/detail/0/msg",
            "/detail",
            "/base_resp/status_msg",
            "/data/message",
            "/error_message",
            "/reason",
            // Old rows of new-api repeat the reason of a failure in the place of the URL.
            "/result_url",
            "/data/result_url",
            "/metadata/url");
    private static final List<String> CODES = List.of(
            "/error/code",
            "/error/error_code",
            "/data/error/code",
            "/task/error/code",
            "/failureCode",
            "/err_code",
            "/error_code",
            "/data/err_code",
            "/base_resp/status_code",
            "/code");
    private static final List<String> TYPES = List.of("/error/type", "/data/error/type", "/error/status", "/type");
    /** Where a reason stands beside a completion; wherever they are, the names of the second list mean one. */
    private static final List<String> REASONS = List.of(
            "/fail_reason", "/data/fail_reason", "/failure_reason", "/data/failure_reason", "/error/message", "/error");

    private static final List<String> FILTERED =
            List.of("raiMediaFilteredReasons", "rai_media_filtered_reasons", "filteredReasons", "filtered_reasons");
    private static final Set<String> FINE = Set.of("0", "200", "ok", "success", "succeed", "");

    private RemoteErrors() {}

    /** What a reply says that is known to tell of a failure. */
    static RemoteError of(JsonNode root, ServerText words) {
        return new RemoteError(
                words.said(Texts.first(root, MESSAGES).orElse(""), LONGEST_MESSAGE),
                CODES.stream()
                        .map(root::at)
                        .flatMap(node -> Texts.of(node).stream())
                        .filter(code -> !isFine(code))
                        .findFirst()
                        .map(code -> words.said(code, LONGEST_WORD)),
                Texts.first(root, TYPES).map(type -> words.said(type, LONGEST_WORD)));
    }

    /** Why a job that counts as completed has no clip, if the reply says so. */
    static Optional<RemoteError> withheld(JsonNode root, ServerText words) {
        return Texts.first(root, REASONS)
                .or(() -> FILTERED.stream()
                        .map(root::findValue)
                        .filter(Objects::nonNull)
                        .flatMap(node -> Texts.of(node.isArray() ? node.path(0) : node).stream())
                        .findFirst())
                // Some gateways put the address there.
                .filter(reason -> !ResultUrl.isAbsolute(reason))
                .map(reason ->
                        new RemoteError(words.said(reason, LONGEST_MESSAGE), Optional.empty(), Optional.empty()));
    }

    /** Whether a reply without a job tells of an error. */
    static boolean isError(JsonNode root) {
        JsonNode error = root.path("error");
        return Texts.of(error).isPresent()
                || error.isObject() && !error.isEmpty()
                || error.isBoolean() && error.asBoolean()
                || root.path("success").isBoolean() && !root.path("success").asBoolean()
                || Texts.of(root.path("code")).filter(code -> !isFine(code)).isPresent()
                || root.at("/base_resp/status_code").asInt(0) != 0;
    }

    /** Whether the reply has a word of success of its own. */
    static boolean isSuccess(JsonNode root) {
        return Texts.of(root.path("code")).filter(RemoteErrors::isFine).isPresent()
                || root.path("success").isBoolean() && root.path("success").asBoolean();
    }

    /** Whether the reply has words for a user, though nothing marks them as an error. */
    static boolean hasMessage(JsonNode root) {
        return Texts.first(root, List.of("/message", "/msg", "/detail", "/detail/0/msg"))
                .isPresent();
    }

    private static boolean isFine(String code) {
        return FINE.contains(code.strip().toLowerCase(Locale.ROOT));
    }
}
