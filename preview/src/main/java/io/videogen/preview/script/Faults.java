package io.videogen.preview.script;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.preview.http.Reply;
import io.videogen.preview.http.ReplyBody;
import io.videogen.preview.http.Transmission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;

/** Ready-made faults. */
public final class Faults {
    private Faults() {}

    /** Handles the request after a while of real time. */
    public static Fault delay(Duration time) {
        return (request, handling) -> {
            Thread.sleep(time.toMillis());
            return handling.handle();
        };
    }

    /** Holds each request until the gate gives a permit: delays without a clock. */
    public static Fault gate(Semaphore gate) {
        return (request, handling) -> {
            gate.acquire();
            return handling.handle();
        };
    }

    /** Closes the connection and handles nothing. */
    public static Fault dropBefore() {
        return (request, handling) -> reply(Transmission.dropped());
    }

    /** Handles the request (so a create makes its job) and closes the connection without a reply. */
    public static Fault dropAfter() {
        return (request, handling) -> handling.handle().delivered(Transmission.dropped());
    }

    /** Handles nothing and never replies. */
    public static Fault hangBefore() {
        return (request, handling) -> reply(Transmission.hanging());
    }

    /** Closes the connection after so many bytes of the body; the headers promise all of them. */
    public static Fault truncate(long bytes) {
        return spoil(reply -> reply.delivered(reply.delivery().cut(bytes)));
    }

    /** Stops after so many bytes of the body and keeps the connection open. */
    public static Fault stall(long bytes) {
        return spoil(reply -> reply.delivered(reply.delivery().stalled(bytes)));
    }

    /** Sends the body in pieces with pauses of real time. */
    public static Fault drip(int bytes, Duration pause) {
        return spoil(reply -> reply.delivered(reply.delivery().dripped(bytes, pause)));
    }

    /** Compresses the reply, whatever the request accepts. */
    public static Fault gzip() {
        return spoil(Reply::gzip);
    }

    /** Leaves out Content-Length. */
    public static Fault chunked() {
        return spoil(reply -> reply.withBody(reply.body().chunked()));
    }

    /** Changes the reply of the normal handling. */
    public static Fault spoil(UnaryOperator<Reply> change) {
        return (request, handling) -> change.apply(handling.handle());
    }

    /** Answers in place of the handling. */
    public static Fault answer(Reply reply) {
        return (request, handling) -> reply;
    }

    /** Answers with an error in OpenAI's shape in place of the handling, as a failing server or proxy does. */
    public static Fault status(int status) {
        return answer(error(status, "server_error", "scripted status " + status));
    }

    /**
     * Answers an error with {@code Retry-After} in place of the handling.
     *
     * @param retryAfter seconds or an HTTP date, in any form however wrong
     */
    public static Fault status(int status, String retryAfter) {
        return answer(error(status, "rate_limit_exceeded", "scripted status " + status)
                .header("Retry-After", retryAfter));
    }

    /** Answers any JSON in place of the handling. */
    public static Fault json(int status, String json) {
        return answer(Reply.json(status, json));
    }

    /** Answers a web page, as a content delivery network does. */
    public static Fault html(int status) {
        return answer(webPage(status));
    }

    /** A web page in place of JSON. */
    public static Reply webPage(int status) {
        return Reply.text(
                status,
                "text/html; charset=utf-8",
                "<!DOCTYPE html><html><body><h1>Attention required</h1></body></html>");
    }

    /** Answers random bytes that call themselves JSON. */
    public static Fault garbage(long seed, int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(seed).nextBytes(bytes);
        return answer(Reply.json(200, "").withBody(ReplyBody.of(bytes)));
    }

    /** Answers a well-formed JSON object of about that many bytes: one endless text. */
    public static Fault hugeJson(int status, long bytes) {
        byte[] block = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        ReplyBody body = ReplyBody.repeated(
                "{\"id\":\"".getBytes(StandardCharsets.US_ASCII),
                block,
                Math.max(1, bytes / block.length),
                "\"}".getBytes(StandardCharsets.US_ASCII));
        return answer(Reply.json(status, "").withBody(body));
    }

    /** Answers arrays in arrays. */
    public static Fault deepJson(int status, int depth) {
        return json(status, "[".repeat(depth) + "]".repeat(depth));
    }

    /** Redirects anywhere. */
    public static Fault redirect(int status, String location) {
        return answer(Reply.redirect(status, location));
    }

    /** Redirects to the same place for ever. */
    public static Fault redirectLoop() {
        return (request, handling) -> Reply.redirect(302, request.path());
    }

    /** Answers 401 with the token that it was sent, as careless gateways do. */
    public static Fault echoToken() {
        return (request, handling) -> error(
                401,
                "invalid_api_key",
                "Incorrect API key provided: " + request.header("authorization").orElse("none"));
    }

    /** An error reply in OpenAI's shape. */
    public static Reply error(int status, String code, String message) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.putObject("error")
                .put("message", message)
                .put("type", status < 500 ? "invalid_request_error" : "server_error")
                .putNull("param")
                .put("code", code);
        return Reply.json(status, error.toString());
    }

    private static Reply reply(Transmission delivery) {
        return Reply.text(200, "text/plain", "").delivered(delivery);
    }
}
