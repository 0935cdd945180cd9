package io.videogen.core.remote;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
import io.videogen.core.advice.Message;
import io.videogen.core.advice.Setting;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApi;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpReply;
import io.videogen.core.http.Reasons;
import io.videogen.core.http.Token;
import io.videogen.core.http.TooLargeException;
import io.videogen.core.reply.Meaning;
import io.videogen.core.reply.Moderation;
import io.videogen.core.reply.RemoteError;
import io.videogen.core.reply.ReplyReader;
import io.videogen.core.reply.WebPage;
import io.videogen.core.text.Said;
import io.videogen.core.text.ServerText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what an API answered and what to do about it. */
final class ErrorTexts {

    private static final List<String> REQUEST_IDS =
            List.of("x-request-id", "x-oneapi-request-id", "request-id", "x-amzn-requestid", "cf-ray");

    private static final int LONGEST_PLACE = 500;

    private final Endpoint endpoint;
    private final ApiName api;
    private final Optional<String> tokenAdvice;
    private final Optional<Token> token;
    private final ServerText words;
    private final ReplyReader reader;

    ErrorTexts(Endpoint endpoint, VideoApi api, Optional<Token> token, ReplyReader reader) {
        this.reader = reader;
        this.endpoint = endpoint;
        this.api = api.name();
        this.tokenAdvice = api.tokenAdvice();
        this.token = token;
        this.words = Token.hiding(token);
    }

    /** @param doing what was asked for, to follow "to": {@code create the job} */
    VideogenException refusal(String doing, HttpReply reply, RemoteError error) {
        boolean moderated = Moderation.isMeant(error);
        return VideogenException.of(
                        moderated ? ErrorKind.MODERATED : ErrorKind.REFUSED,
                        error.code().map(Said::toString).orElse("http_" + reply.status()))
                .says(
                        "The endpoint \"%s\" refused to %s (%s)%s %s",
                        endpoint,
                        doing,
                        details(reply, error),
                        quoted(said(reply, error)),
                        moderated ? Moderation.advice() : hint(reply, error));
    }

    /** For an operation that is given up after its repeats. */
    VideogenException unreachable(IOException trouble) {
        return VideogenException.of(ErrorKind.UNREACHABLE, "unreachable")
                .says(
                        "The endpoint \"%s\" could not be reached: %s. Nothing was submitted. Check the base URL,"
                                + " the network and the proxy.",
                        endpoint, reason(trouble));
    }

    /** @param why a phrase without a full stop */
    VideogenException notStored(String file, String why) {
        return VideogenException.of(ErrorKind.UNREACHABLE, "upload_failed")
                .says(
                        "The file \"%s\" could not be brought to the api \"%s\" before the job: %s. Nothing was"
                                + " submitted; %s later, or give the address of the file in place of the file.",
                        file, api.word(), why.replaceFirst("\\.$", ""), Advice.RUN_AGAIN);
    }

    /** A front answered for an API that it can not reach. */
    VideogenException originAway(HttpReply reply, RemoteError error) {
        return VideogenException.of(ErrorKind.UNREACHABLE, "unreachable")
                .says(
                        "The endpoint \"%s\" could not be reached through the front before it (%s). Nothing was"
                                + " submitted; %s later.",
                        endpoint, phrase(reply, error), Advice.RUN_AGAIN);
    }

    /** The clip is there, is paid, and is not fetched. */
    VideogenException elsewhere(Meaning.Elsewhere meaning) {
        return VideogenException.of(ErrorKind.BAD_ARTIFACT, "clip_elsewhere")
                .says(
                        "The job is completed, and its clip is at \"%s\", where nothing is fetched from. %s The"
                                + " job is kept.",
                        words.said(meaning.place(), LONGEST_PLACE), meaning.advice());
    }

    /** A status reply that no API's status needs; the same one would come with each poll. */
    VideogenException tooLarge(TooLargeException trouble) {
        return VideogenException.of(ErrorKind.BAD_REPLY, "reply_too_large")
                .says(
                        "The endpoint \"%s\" tells the state of the job in a reply that is too large: %s. It may"
                                + " hold the clip itself; such clips are taken up to that size. Have the gateway tell a"
                                + " URL, or fetch the clip at the provider; the job is kept.",
                        endpoint, reason(trouble));
    }

    /** A short phrase for an event: status, and the words of the reply if any. */
    String phrase(HttpReply reply, RemoteError error) {
        String said = said(reply, error);
        String code = error.code().map(value -> " (\"" + value + "\")").orElse("");
        return "HTTP " + reply.status() + code + (said.isEmpty() ? "" : ": " + said);
    }

    /** A reply that is not what any API sends, with its beginning: a person may find the job by it. */
    String unreadable(HttpReply reply, VideogenException why) {
        String what = why.getMessage().replaceFirst("\\.$", "");
        return Message.text("HTTP %s: %s, with the words %s", reply.status(), what, quotation(reply));
    }

    /** A reply of success that names no job. */
    String withoutJob(HttpReply reply) {
        return Message.text(
                "HTTP %s, but without the id of a job, with the words %s", reply.status(), quotation(reply));
    }

    private String quotation(HttpReply reply) {
        return "\"" + reader.beginning(reply.body()) + "\"";
    }

    private String said(HttpReply reply, RemoteError error) {
        Said words = error.message().isBlank() ? reader.beginning(reply.body()) : error.message();
        return WebPage.is(reply.body())
                ? Message.text("a web page (\"%s\"), which is not the API's word", words)
                : words.toString();
    }

    /** Why there was no reply; a phrase without a full stop. */
    String reason(IOException trouble) {
        return Reasons.of(trouble, words);
    }

    private String details(HttpReply reply, RemoteError error) {
        List<String> parts = new ArrayList<>();
        parts.add("HTTP " + reply.status());
        error.type().ifPresent(type -> parts.add(Message.text("type \"%s\"", type)));
        error.code().ifPresent(code -> parts.add(Message.text("code \"%s\"", code)));
        REQUEST_IDS.stream()
                .flatMap(name -> reply.header(name).stream())
                .findFirst()
                .ifPresent(id -> parts.add(Message.text("request id \"%s\"", words.said(id, 100))));
        return String.join(", ", parts);
    }

    private static String quoted(String said) {
        return said.isEmpty() ? "." : ": " + said + (said.matches(".*[.!?。！？]") ? "" : ".");
    }

    private String hint(HttpReply reply, RemoteError error) {
        if (ErrorWords.isQuota(error)) {
            return Message.text("The account of the token has no quota left: top it up at the provider.");
        }
        if (WebPage.is(reply.body())) {
            return Message.text(
                    "Check the base URL; a proxy, a login page or a protection of the site may be in the way.");
        }
        int status = reply.status();
        if (status == 401 || ErrorWords.isToken(error)) {
            return tokenHint();
        }
        if (status >= 300 && status < 400) {
            return Message.text(
                    "It redirects to \"%s\", and a submission does not follow redirects: set the endpoint to"
                            + " the base URL there.",
                    redirect(reply));
        }
        return switch (status) {
            case 403 ->
                Message.text(
                        "The token%s is not allowed to do this: check its permissions, and whether its quota is"
                                + " used up.",
                        source());
            case 404, 405 -> Message.text("Check the base URL, the model, and the api, which is \"%s\".", api.word());
            case 413 -> Message.text("The reference is too large for this server: make the image smaller.");
            case 415 ->
                Message.text("The server takes another encoding: set %s to json or multipart.", Setting.ENCODING);
            case 429 -> Message.text("The API is busy or limits the rate: %s.", Advice.SLOW_DOWN);
            case 400, 422 ->
                Message.text(
                        "Correct the field that it names, in the video or in %s, seconds or size: which values"
                                + " are allowed depends on the model.",
                        Setting.MODEL);
            case 402 -> Message.text("The account of the token can not pay: top it up at the provider.");
            default -> Message.text("If it stays so, ask the provider, with the request id if there is one.");
        };
    }

    private String tokenHint() {
        String advice = tokenAdvice.map(words -> " " + words).orElse("");
        return token.isPresent()
                ? Message.text("Check the token%s.%s", source(), advice)
                : Message.text("No token was given: %s.%s", Advice.GIVE_TOKEN, advice);
    }

    private String source() {
        return token.map(value -> Message.text(" from %s", value.source())).orElse("");
    }

    private String redirect(HttpReply reply) {
        return reply.header("location")
                .map(location -> location.reveal().replaceAll("[?#].*", ""))
                .map(location -> words.said(location, 200).toString())
                .orElse("");
    }
}
