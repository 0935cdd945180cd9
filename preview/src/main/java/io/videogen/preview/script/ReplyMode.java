package io.videogen.preview.script;

/**
 * Replies as gateways give them. The numbers are those of the project's list of 32; a letter marks variants. A mode works
 * on top of the server's {@link io.videogen.preview.api.Api}; those that say "whatever the API" replace its reply.
 */
public enum ReplyMode {
    /** As the server's API documents it. */
    AS_DOCUMENTED,
    /** 1: OpenAI's video object, whatever the API. */
    OPENAI_EXACT,
    /** 2: {@code task_id} where there would be {@code id}. */
    TASK_ID_ONLY,
    /** 3: new-api's envelope with {@code SUCCESS}, {@code "100%"} and {@code result_url}, whatever the API. */
    ENVELOPE,
    /** 4: new-api's envelope with {@code succeeded} and {@code url}, whatever the API. */
    ENVELOPE_SIMPLE,
    /** 5: flat, upper-case and without a URL, whatever the API. */
    FLAT_UPPER_CASE,
    /** 6: the clip behind {@code metadata.url} of OpenAI's object, whatever the API. */
    METADATA_URL,
    /** 7: the URL is the gateway's own {@code /content} on {@code http://localhost:3000}. */
    LOCALHOST_CONTENT_URL,
    /** 8: the job fails, and {@code result_url} holds the reason. */
    FAILURE_TEXT_IN_URL,
    /** 9: the job succeeds, and {@code fail_reason} holds the URL. */
    URL_IN_FAIL_REASON,
    /** 10: progress {@code "45%"}. */
    PROGRESS_PERCENT,
    /** 10b: progress {@code 0.45}. */
    PROGRESS_FRACTION,
    /** 11: times in milliseconds. */
    TIMES_IN_MILLIS,
    /** 11b: times in ISO-8601. */
    TIMES_IN_ISO,
    /** 12: {@code seconds} is the number 5.2. */
    SECONDS_FRACTION,
    /** 13: the job fails, and {@code error} is a text. */
    ERROR_TEXT,
    /** 14: create is refused with HTTP 200 and an error body. */
    OK_ERROR_ON_CREATE,
    /** 14b: every status request is answered with HTTP 200 and an error body. */
    OK_ERROR_ON_STATUS,
    /** 15: create is answered with HTTP 200 and a web page; no job is made. */
    OK_HTML_ON_CREATE,
    /** 15b: the first two status requests are answered with HTTP 200 and a web page. */
    OK_HTML_ON_STATUS,
    /** 16: create is answered with 202 and {@code polling_url}; the clip is behind {@code unsigned_urls}. */
    ACCEPTED_POLLING_URL,
    /** 17: a status that nobody knows, for ever. */
    UNKNOWN_STATUS,
    /** 18: the job ends as {@code expired}. */
    EXPIRED,
    /** 18b: the job ends as {@code cancelled}. */
    CANCELLED,
    /** 19: the clip is behind a 302 to another origin. */
    CONTENT_REDIRECT,
    /** 20: the clip's address answers JSON with its URL. */
    CONTENT_JSON,
    /** 21: the clip is {@code application/octet-stream}. */
    CONTENT_OCTET_STREAM,
    /** 22: every download ends half way, and Range is ignored. */
    CONTENT_TRUNCATED,
    /** 23: the first download ends half way; Range is served. */
    CONTENT_RESUMABLE,
    /** 24: the first signed URL is expired (403); a later status reply has a good one. */
    SIGNED_URL_EXPIRED,
    /** 25: the first create and the first status are answered 429 with {@code Retry-After: 1}. */
    RATE_LIMITED_SECONDS,
    /** 25b: the same without {@code Retry-After}. */
    RATE_LIMITED_BARE,
    /** 25c: the same with an HTTP date a second ahead. */
    RATE_LIMITED_DATE,
    /** 25d: the same with a day. */
    RATE_LIMITED_HUGE,
    /** 26: the second and every later status request is answered 401. */
    UNAUTHORIZED_MID_POLL,
    /** 27: the first two status requests are answered 404. */
    NOT_FOUND_AFTER_CREATE,
    /** 28: the job is made, and the connection closes without a reply. */
    CREATE_REPLY_LOST,
    /** 29: ids such as {@code sora-2:task_1}. */
    ID_WITH_COLON,
    /** 29b: ids with a slash, a space, {@code =}, {@code %} and a letter outside ASCII. */
    ID_NEEDS_ESCAPING,
    /** 30: create is refused if a text was sent as an RFC 2047 word or with a replacement character. */
    STRICT_TEXT,
    /** 31: JSON replies are compressed, whatever the request accepts. */
    GZIP,
    /** 32: the job completes, and there is no clip anywhere. */
    COMPLETED_WITHOUT_ARTIFACT,
    /** 33: the gateway has no channel for the model and refuses create by itself, with 503. */
    NO_CHANNEL,
    /** 34: the gateway hands on why its upstream refused the prompt, with 500. */
    UPSTREAM_WORDS_ON_CREATE,
    /** 35: the first two creates are answered by a front that does not reach its origin (523, 530), with a web page. */
    FRONT_WITHOUT_ORIGIN,
    /** 35b: create is answered by a front whose origin did not answer in time (522), with a web page. */
    FRONT_TIMED_OUT,
    /** 36: create is limited (429, no {@code Retry-After}) for a minute by the server's clock. */
    RATE_LIMITED_MINUTE,
    /** 37: create is answered with a word of success and the id as a text in {@code data}. */
    ID_IN_DATA,
    /** 38: create is answered with the finished clip itself, and every later request with an error. */
    CLIP_IN_CREATE,
    /** 39: create is redirected (307) to the same path with a slash at its end. */
    SLASH_REDIRECT,
    /** 40: the second status request alone is answered 401. */
    UNAUTHORIZED_ONCE,
    /** 40b: the second status request alone is answered with a web page that says 403. */
    FORBIDDEN_PAGE_ONCE,
    /** 41: the job ends with a status word that no documentation lists. */
    UNLISTED_END,
    /** 42: the job completes, its address is told two status requests later, and there is no {@code /content}. */
    URL_AFTER_COMPLETION,
    /** 43: the job completes, and its clip's address fails for ever with the same words. */
    CONTENT_FAILS,
    /** 44: the clip is labelled {@code Content-Encoding: gzip} and is not. */
    GZIP_LABEL,
    /** 45: the finished status reply holds the clip itself, larger than any reply should be. */
    HUGE_CLIP_IN_STATUS
}
