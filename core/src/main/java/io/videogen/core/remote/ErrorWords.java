package io.videogen.core.remote;

import io.videogen.core.reply.RemoteError;
import io.videogen.core.text.Said;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an API's error is about, as far as its code, type and message tell. */
final class ErrorWords {

    private static final Pattern QUOTA_CODE = Pattern.compile("quota|billing|balance|credit");
    private static final Pattern QUOTA_MESSAGE =
            Pattern.compile("insufficient (user )?(quota|balance|credit)|exceeded your current quota|余额不足|额度不足|配额已用完");
    private static final Pattern ABSENT =
            Pattern.compile("(task|video|job)?_?not_(exist|found)|(task|video|job) (not found|does not exist)");
    private static final Pattern TOKEN =
            Pattern.compile("invalid_api_key|authentication_error|unauthorized|invalid api key|invalid token");
    private static final Pattern SERVER = Pattern.compile(
            "server_error|internal_error|internal error|timeout|timed out|upstream|unavailable|overloaded");

    /** Names that vendors give a refusal of the prompt or the references (Ark's, moderation of gateways). */
    private static final Pattern CONTENT = Pattern.compile(
            "\\binput(text|image|video|audio)sensitive|^\\W*(moderation_blocked|content_policy_violation|sentinel_block)");

    private static final Pattern GATEWAY = Pattern.compile("\\b(new|one)_api_error\\b");
    private static final Pattern NO_CHANNEL = Pattern.compile("无可用渠道|no (available )?channels?\\b");

    private ErrorWords() {}

    /** An older gateway (new-api, one-api), which gives no codes, has nobody to ask. */
    static boolean isWithoutChannel(RemoteError error) {
        return error.code().isEmpty()
                && GATEWAY.matcher(codeAndType(error)).find()
                && NO_CHANNEL.matcher(lower(error.message())).find();
    }

    /** A refusal of what was asked for, which is surely one: by its name, not by words in a sentence. */
    static boolean isContentRefused(RemoteError error) {
        return CONTENT.matcher(lower(error.code().orElse(Said.NOTHING))).find()
                || CONTENT.matcher(lower(error.message())).find();
    }

    static boolean isQuota(RemoteError error) {
        return QUOTA_CODE.matcher(codeAndType(error)).find()
                || QUOTA_MESSAGE.matcher(lower(error.message())).find();
    }

    /** The API does not know the job; new-api says so with HTTP 400. */
    static boolean isAbsentJob(RemoteError error) {
        String code = lower(error.code().orElse(Said.NOTHING));
        return ABSENT.matcher(code).find()
                || code.isEmpty() && ABSENT.matcher(lower(error.message())).find();
    }

    static boolean isToken(RemoteError error) {
        return TOKEN.matcher(codeAndType(error) + " " + lower(error.message())).find()
                || error.code().map(Said::toString).filter("401"::equals).isPresent();
    }

    /** Trouble on the API's side: the request may have been processed. */
    static boolean isServerSide(RemoteError error) {
        if (codeAndType(error).contains("invalid_request")) {
            return false;
        }
        return SERVER.matcher(codeAndType(error) + " " + lower(error.message())).find()
                || error.code()
                        .map(Said::toString)
                        .filter(code -> code.matches("5\\d\\d"))
                        .isPresent();
    }

    private static String codeAndType(RemoteError error) {
        return lower(error.code().orElse(Said.NOTHING) + " " + error.type().orElse(Said.NOTHING));
    }

    private static String lower(Object words) {
        return words.toString().toLowerCase(Locale.ROOT);
    }
}
