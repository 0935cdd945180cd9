package io.videogen.preview;

import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.http.ReplyBody;
import io.videogen.preview.job.Job;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.ReplyMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What gateways and fronts answer in the place of the API, or in a shape that is nobody's documented one. */
final class GatewayReplies {
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final int HUGE = 20 << 20;
    private static final Set<ReplyMode> RATE_LIMITED = Set.of(
            ReplyMode.RATE_LIMITED_SECONDS,
            ReplyMode.RATE_LIMITED_BARE,
            ReplyMode.RATE_LIMITED_DATE,
            ReplyMode.RATE_LIMITED_HUGE);

    private final Clock clock;
    private final Map<String, Asked> creates = new ConcurrentHashMap<>();

    GatewayReplies(Clock clock) {
        this.clock = clock;
    }

    /** The reply to a create that makes no job. */
    Optional<Reply> refusal(ReplyMode mode, String prompt, RecordedRequest request) {
        Asked asked = creates.computeIfAbsent(prompt, key -> new Asked(clock.instant(), new AtomicInteger()));
        int create = asked.times().incrementAndGet();
        if (RATE_LIMITED.contains(mode)) {
            return create == 1 ? Optional.of(rateLimited(mode)) : Optional.empty();
        }
        return Optional.ofNullable(
                switch (mode) {
                    case OK_ERROR_ON_CREATE ->
                        Faults.error(200, "upstream_error", "the upstream refused the request (scripted)");
                    case OK_HTML_ON_CREATE -> Faults.webPage(200);
                    case NO_CHANNEL ->
                        Reply.json(
                                503,
                                "{\"error\":{\"message\":\"no channel for model M in group G\","
                                        + "\"type\":\"new_api_error\",\"code\":\"model_not_found\"}}");
                    case UPSTREAM_WORDS_ON_CREATE ->
                        Reply.json(
                                500,
                                "{\"code\":\"fail_to_fetch_task\",\"message\":\"InputTextSensitiveContentDetected: the"
                                        + " input text may contain sensitive information\",\"data\":null}");
                    case FRONT_WITHOUT_ORIGIN ->
                        create == 1 ? Faults.webPage(523) : create == 2 ? Faults.webPage(530) : null;
                    case FRONT_TIMED_OUT -> Faults.webPage(522);
                    case RATE_LIMITED_MINUTE ->
                        clock.instant().isBefore(asked.first().plus(A_MINUTE)) ? rateLimited(mode) : null;
                    case SLASH_REDIRECT ->
                        request.path().endsWith("/") ? null : Reply.redirect(307, request.path() + "/");
                    default -> null;
                });
    }

    /** The reply to a status request that says nothing of the job. */
    Optional<Reply> trouble(ReplyMode mode, int poll) {
        if (RATE_LIMITED.contains(mode)) {
            return poll == 1 ? Optional.of(rateLimited(mode)) : Optional.empty();
        }
        return Optional.ofNullable(
                switch (mode) {
                    case OK_ERROR_ON_STATUS ->
                        Reply.json(200, "{\"code\":\"upstream_error\",\"message\":\"scripted\",\"data\":null}");
                    case OK_HTML_ON_STATUS -> poll <= 2 ? Faults.webPage(200) : null;
                    case UNAUTHORIZED_ONCE ->
                        poll == 2 ? Faults.error(401, "invalid_api_key", "Incorrect API key provided.") : null;
                    case FORBIDDEN_PAGE_ONCE -> poll == 2 ? Faults.webPage(403) : null;
                    case CLIP_IN_CREATE -> Faults.error(500, "server_error", "there is nothing to ask here");
                    default -> null;
                });
    }

    /** The reply to a create with the clip itself in it. */
    static Reply inlined(Job job) throws IOException, InterruptedException {
        String clip = Base64.getEncoder().encodeToString(Files.readAllBytes(job.drawnClip(1)));
        return Reply.json(
                200,
                "{\"id\":\"" + job.id() + "\",\"status\":\"completed\",\"data\":[{\"b64_json\":\"" + clip + "\"}]}");
    }

    /** A finished status reply with a clip in it that is larger than any reply should be. */
    static Reply huge(Job job) {
        String head = "{\"id\":\"" + job.id() + "\",\"status\":\"completed\",\"data\":[{\"b64_json\":\"";
        byte[] block = "AAAA".repeat(1 << 14).getBytes(StandardCharsets.US_ASCII);
        return Reply.json(200, "")
                .withBody(ReplyBody.repeated(
                        head.getBytes(StandardCharsets.UTF_8),
                        block,
                        HUGE / block.length,
                        "\"}]}".getBytes(StandardCharsets.US_ASCII)));
    }

    private Reply rateLimited(ReplyMode mode) {
        Reply reply = Faults.error(429, "rate_limit_exceeded", "Rate limit exceeded");
        return switch (mode) {
            case RATE_LIMITED_SECONDS -> reply.header("Retry-After", "1");
            case RATE_LIMITED_HUGE -> reply.header("Retry-After", Long.toString(A_DAY.toSeconds()));
            case RATE_LIMITED_DATE ->
                reply.header(
                        "Retry-After",
                        DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                clock.instant().plusSeconds(1).atOffset(ZoneOffset.UTC)));
            default -> reply;
        };
    }

    /** How often a prompt was submitted, and since when. */
    private record Asked(Instant first, AtomicInteger times) {}
}
