package io.videogen.core.remote;

import io.videogen.core.http.HttpReply;
import io.videogen.core.http.RetryAfter;
import io.videogen.core.http.Statuses;
import io.videogen.core.reply.RemoteError;
import io.videogen.core.reply.WebPage;
import io.videogen.core.text.Said;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a reply that tells of no job is worth, by three questions: who speaks, did the request reach the place where money
 * is spent, is this word final? All that is done about such a reply follows from the answers, which stand in one table.
 */
record Judgement(Speaker speaker, Reached reached, Lasting lasting) {

    /** Who speaks. */
    enum Speaker {
        /** The API, or what it told its gateway. */
        API,
        /** The gateway by itself, before it asked anyone. */
        GATEWAY,
        /** Something in between that knows nothing of jobs: a front, a proxy, a login page. */
        BETWEEN
    }

    /** Whether a submission reached the place where money is spent. */
    enum Reached {
        NO,
        MAYBE
    }

    /** Whether asking again can get another word. */
    enum Lasting {
        FINAL,
        PASSING
    }

    /**
     * Codes with which a gateway refuses before it asks anyone, whatever the HTTP status. Those of new-api's distributor
     * and of its checks before a relay ({@code types/error.go}, {@code middleware/distributor.go}); not
     * {@code get_channel_failed} and {@code channel:*}, which it also gives after a first channel was asked.
     */
    private static final Set<String> REFUSED_BY_GATEWAY = Set.of(
            "model_not_found",
            "missing_model",
            "model_price_error",
            "access_denied",
            "insufficient_quota",
            "insufficient_user_quota",
            "pre_consume_token_quota_failed",
            "entitlement_required",
            "entitlement_inactive",
            "entitlement_daily_limit_exceeded",
            "entitlement_total_limit_exceeded",
            "sensitive_words_detected",
            "prompt_blocked",
            "invalid_api_key");

    /** Of a front (Cloudflare's numbers) that could not connect to its origin; 520, 522 and 524 may have reached it. */
    private static final Set<Integer> ORIGIN_NOT_REACHED = Set.of(521, 523, 525, 526, 530);

    /** The first row that fits decides. */
    private static final List<Row> TABLE = List.of(
            row(Speaker.GATEWAY, Reached.NO, Lasting.FINAL, Evidence::isRefusedByGateway),
            row(Speaker.API, Reached.NO, Lasting.FINAL, it -> ErrorWords.isContentRefused(it.error)),
            row(Speaker.API, Reached.NO, Lasting.PASSING, it -> it.status == 429 && !ErrorWords.isQuota(it.error)),
            row(Speaker.API, Reached.NO, Lasting.PASSING, it -> it.status == 425 || it.status == 503 && it.wish),
            row(Speaker.BETWEEN, Reached.NO, Lasting.PASSING, Evidence::isOriginNotReached),
            row(Speaker.BETWEEN, Reached.MAYBE, Lasting.PASSING, it -> it.page && it.isOfServer()),
            row(Speaker.API, Reached.MAYBE, Lasting.PASSING, Evidence::isOfServer),
            row(Speaker.BETWEEN, Reached.NO, Lasting.FINAL, it -> it.page),
            row(Speaker.API, Reached.NO, Lasting.FINAL, it -> true));

    /**
     * @param error what the reply says in its body
     * @param now against which a {@code Retry-After} date is measured
     */
    static Judgement of(HttpReply reply, RemoteError error, Instant now) {
        boolean wish = RetryAfter.of(reply::header, now).isPresent();
        Evidence evidence = new Evidence(reply.status(), WebPage.is(reply.body()), wish, error);
        return TABLE.stream().filter(row -> row.when.test(evidence)).findFirst().orElseThrow().then;
    }

    /** Whether asking again for a list can get one; a route that is not there stays so. */
    boolean passesForQuestions(int status) {
        return (lasting == Lasting.PASSING || speaker == Speaker.BETWEEN) && status != 501;
    }

    private static Row row(Speaker speaker, Reached reached, Lasting lasting, Predicate<Evidence> when) {
        return new Row(when, new Judgement(speaker, reached, lasting));
    }

    private record Row(Predicate<Evidence> when, Judgement then) {}

    /** @param wish whether the reply asks for patience ({@code Retry-After}) */
    private record Evidence(int status, boolean page, boolean wish, RemoteError error) {

        boolean isRefusedByGateway() {
            return error.code()
                            .map(Said::toString)
                            .filter(REFUSED_BY_GATEWAY::contains)
                            .isPresent()
                    || ErrorWords.isWithoutChannel(error);
        }

        /** With an error of its own shape the status is one that a gateway hands on, who may have asked others before. */
        boolean isOriginNotReached() {
            return ORIGIN_NOT_REACHED.contains(status)
                    && error.code().isEmpty()
                    && error.type().isEmpty();
        }

        /** Trouble behind the door: what was sent may have been processed. A quota's 429 is final, though the status passes. */
        boolean isOfServer() {
            boolean success = status >= 200 && status < 300;
            return Statuses.passes(status) && status != 429
                    || status == 501
                    || status == 303
                    || status < 200
                    || success && (page || ErrorWords.isServerSide(error));
        }
    }
}
