package io.videogen.core.remote;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.api.ApiName;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpReply;
import io.videogen.core.http.Reasons;
import io.videogen.core.http.Token;
import io.videogen.core.reply.Moderation;
import io.videogen.core.reply.RemoteError;
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

    private final Endpoint endpoint;
    private final ApiName api;
    private final Optional<Token> token;
    private final ServerText words;

    ErrorTexts(Endpoint endpoint, ApiName api, Optional<Token> token) {
        this.endpoint = endpoint;
        this.api = api;
        this.token = token;
        this.words = ServerText.hiding(token.map(Token::reveal));
    }

    /** @param doing what was asked for, to follow "to": {@code create the job} */
    VideogenException refusal(String doing, HttpReply reply, RemoteError error) {
        boolean moderated = Moderation.isMeant(error);
        String message = "The endpoint \"" + endpoint + "\" refused to " + doing + " (" + details(reply, error) + ")"
                + quoted(error) + " " + (moderated ? moderation() : hint(reply, error));
        return new VideogenException(
                moderated ? ErrorKind.MODERATED : ErrorKind.REFUSED,
                error.code().map(Said::toString).orElse("http_" + reply.status()),
                message.strip());
    }

    /** For an operation that is given up after its repeats. */
    VideogenException unreachable(IOException trouble) {
        return new VideogenException(
                ErrorKind.UNREACHABLE,
                "unreachable",
                "The endpoint \"" + endpoint + "\" could not be reached: " + reason(trouble)
                        + ". Nothing was submitted. Check the base URL, the network and the proxy.");
    }

    /** A short phrase for an event: status, and the API's message if any. */
    String phrase(HttpReply reply, RemoteError error) {
        String said = error.message().isBlank() ? "" : ": " + error.message();
        return "HTTP " + reply.status() + said;
    }

    /** Why there was no reply; a phrase without a full stop. */
    String reason(IOException trouble) {
        return Reasons.of(trouble, words);
    }

    private String details(HttpReply reply, RemoteError error) {
        List<String> parts = new ArrayList<>();
        parts.add("HTTP " + reply.status());
        error.type().ifPresent(type -> parts.add("type \"" + type + "\""));
        error.code().ifPresent(code -> parts.add("code \"" + code + "\""));
        REQUEST_IDS.stream()
                .flatMap(name -> reply.header(name).stream())
                .findFirst()
                .ifPresent(id -> parts.add("request id \"" + words.said(id, 100) + "\""));
        return String.join(", ", parts);
    }

    private static String quoted(RemoteError error) {
        if (error.message().isBlank()) {
            return ".";
        }
        return ": " + error.message() + (error.message().toString().matches(".*[.!?。！？]") ? "" : ".");
    }

    private static String moderation() {
        return "This is a refusal of its content rules: change the prompt or the reference.";
    }

    private String hint(HttpReply reply, RemoteError error) {
        if (ErrorWords.isQuota(error)) {
            return "The account of the token has no quota left: top it up at the provider.";
        }
        int status = reply.status();
        if (status == 401 || ErrorWords.isToken(error)) {
            return tokenHint();
        }
        if (status >= 300 && status < 400) {
            return "It redirects to \"" + redirect(reply) + "\", and a submission does not follow redirects: set the"
                    + " endpoint to the base URL there.";
        }
        return switch (status) {
            case 403 ->
                "The token" + source() + " is not allowed to do this: check its permissions, and whether its"
                        + " quota is used up.";
            case 404, 405 -> "Check the base URL, the model, and the api, which is \"" + api.word() + "\".";
            case 413 -> "The reference is too large for this server: make the image smaller.";
            case 415 -> "The server takes another encoding: set videogen.encoding to json or multipart.";
            case 429 -> "The API is busy or limits the rate: lower videogen.concurrency, or run the build again later.";
            default -> "";
        };
    }

    private String tokenHint() {
        return token.isPresent()
                ? "Check the token" + source() + "."
                : "No token was given: name a server of settings.xml in videogen.serverId, or set the environment"
                        + " variable VIDEOGEN_TOKEN (Jenkins: credentialsId).";
    }

    private String source() {
        return token.map(value -> " from " + value.source()).orElse("");
    }

    private String redirect(HttpReply reply) {
        return reply.header("location")
                .map(location -> location.reveal().replaceAll("[?#].*", ""))
                .map(location -> words.said(location, 200).toString())
                .orElse("");
    }
}
