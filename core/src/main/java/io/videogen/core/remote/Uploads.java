package io.videogen.core.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.api.Answer;
import io.videogen.core.api.Answer.Question;
import io.videogen.core.api.Upload;
import io.videogen.core.api.VideoApi;
import io.videogen.core.http.ApiCall;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.FileCall;
import io.videogen.core.http.HttpBody;
import io.videogen.core.http.HttpReply;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.http.MultipartForm;
import io.videogen.core.http.RefusedAddressException;
import io.videogen.core.http.RetryAfter;
import io.videogen.core.http.Token;
import io.videogen.core.remote.Judgement.Lasting;
import io.videogen.core.reply.RemoteError;
import io.videogen.core.reply.ReplyReader;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Brings files to an API before their job is created. The token goes to the addresses that the API's class makes; where
 * a reply sends a file, it goes without.
 */
final class Uploads {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final VideoApi api;
    private final Endpoint endpoint;
    private final Optional<Token> token;
    private final HttpTransport transport;
    private final Meanings meanings;
    private final ReplyReader reader;
    private final ErrorTexts texts;
    private final Clock clock;

    Uploads(
            VideoApi api,
            Endpoint endpoint,
            Optional<Token> token,
            HttpTransport transport,
            ReplyReader reader,
            ErrorTexts texts,
            Clock clock) {
        this.api = api;
        this.endpoint = endpoint;
        this.token = token;
        this.transport = transport;
        this.meanings = new Meanings(api, reader);
        this.reader = reader;
        this.texts = texts;
        this.clock = clock;
    }

    /** Does the next step for the files of a request. */
    UploadOutcome next(VideoRequest request, Duration most) throws InterruptedException {
        String name = "";
        try {
            Optional<Upload> next = api.upload(request, endpoint);
            if (next.isEmpty()) {
                return new UploadOutcome.Ready(request);
            }
            name = name(next.get());
            return next.get() instanceof Upload.Send send
                    ? send(request, send, most)
                    : await(request, (Upload.Wait) next.get(), most);
        } catch (VideogenException e) {
            return new UploadOutcome.Refused(e);
        } catch (RefusedAddressException e) {
            return new UploadOutcome.Refused(texts.notStored(name, texts.reason(e)));
        } catch (IOException e) {
            return new UploadOutcome.Failed(texts.notStored(name, texts.reason(e)), Optional.empty());
        }
    }

    private UploadOutcome send(VideoRequest request, Upload.Send send, Duration most)
            throws IOException, InterruptedException {
        Asked<Told> asked = ask(request, send, most, reply -> send.place()
                .apply(answer(request, reply))
                .map(place -> new Told(place, reply.fromInside())));
        return asked.trouble().isPresent()
                ? asked.trouble().get()
                : put(request, send, asked.value().orElseThrow(), most);
    }

    /** @param inside whether the reply came from inside a private network */
    private record Told(Upload.Place place, boolean inside) {}

    private UploadOutcome put(VideoRequest request, Upload.Send send, Told told, Duration most)
            throws IOException, InterruptedException {
        Upload.Place place = told.place();
        FileCall call = new FileCall(
                endpoint, place.method(), place.address(), told.inside(), place.headers(), body(send, place));
        return transport.store(call, most, reply -> {
            Optional<Reference.Uploaded> stored =
                    reply.isSuccess() ? place.stored().apply(json(reply)) : Optional.empty();
            // Whatever a storage says: its next place may be better, and asking costs nothing.
            return stored.isPresent()
                    ? going(request, send.reference(), stored.get())
                    : new UploadOutcome.Failed(
                            texts.notStored(
                                    send.file().name(),
                                    Message.text(
                                            "its storage at \"%s\" answered %s",
                                            Endpoint.origin(place.address()),
                                            texts.phrase(reply, reader.error(reply.body())))),
                            RetryAfter.of(reply::header, clock.instant()));
        });
    }

    private static HttpBody body(Upload.Send send, Upload.Place place) {
        if (place.form().isEmpty()) {
            return send.file().body();
        }
        MultipartForm form = new MultipartForm();
        place.form().get().forEach(form::field);
        return form.file("file", send.file().name(), send.file().body()).build();
    }

    private UploadOutcome await(VideoRequest request, Upload.Wait wait, Duration most)
            throws IOException, InterruptedException {
        Asked<Reference.Uploaded> asked =
                ask(request, wait, most, reply -> Optional.of(wait.now().apply(answer(request, reply))));
        return asked.trouble().isPresent()
                ? asked.trouble().get()
                : going(request, wait.reference(), asked.value().orElseThrow());
    }

    private static UploadOutcome going(VideoRequest request, Reference before, Reference.Uploaded after) {
        return new UploadOutcome.Going(
                request.replacing(before, after), after.pending().isPresent() ? PAUSE : Duration.ZERO);
    }

    /** What a reply said, or why it said nothing. */
    private record Asked<T>(Optional<T> value, Optional<UploadOutcome> trouble) {}

    private <T> Asked<T> ask(VideoRequest request, Upload upload, Duration most, Function<HttpReply, Optional<T>> said)
            throws IOException, InterruptedException {
        Upload.Ask ask = upload.ask();
        Map<String, String> headers = new HashMap<>(ask.headers());
        headers.put("Accept", "application/json");
        String method = ask.body().isPresent() ? "POST" : "GET";
        ApiCall call = new ApiCall(method, ask.address(), token, headers, ask.body(), false);
        return transport.send(call, most, reply -> {
            if (!reply.isSuccess()) {
                return new Asked<T>(Optional.empty(), Optional.of(judged(request, upload, reply)));
            }
            Optional<T> value = said.apply(reply);
            return value.isPresent()
                    ? new Asked<>(value, Optional.empty())
                    : new Asked<T>(
                            value,
                            Optional.of(new UploadOutcome.Failed(
                                    texts.notStored(name(upload), texts.phrase(reply, reader.error(reply.body()))),
                                    Optional.empty())));
        });
    }

    private UploadOutcome judged(VideoRequest request, Upload upload, HttpReply reply) {
        RemoteError error = meanings.error(Question.UPLOAD, request, reply);
        boolean passing = Judgement.of(reply, error, clock.instant()).lasting() == Lasting.PASSING;
        return passing
                ? new UploadOutcome.Failed(
                        texts.notStored(name(upload), texts.phrase(reply, error)),
                        RetryAfter.of(reply::header, clock.instant()))
                : new UploadOutcome.Refused(
                        texts.refusal(Message.text("take the file \"%s\" before the job", name(upload)), reply, error));
    }

    private Answer answer(VideoRequest request, HttpReply reply) {
        return new Answer(Question.UPLOAD, request, reply, json(reply));
    }

    /** What tells a place in a header, or only stores, need not speak JSON. */
    private JsonNode json(HttpReply reply) {
        try {
            return reader.parse(reply.body());
        } catch (VideogenException e) {
            return MissingNode.getInstance();
        }
    }

    private static String name(Upload upload) {
        if (upload instanceof Upload.Send send) {
            return send.reference() instanceof Reference.LocalFile file
                    ? String.valueOf(file.path())
                    : send.file().name();
        }
        return String.valueOf(
                Path.of(((Upload.Wait) upload).reference().uri().getPath()).getFileName());
    }
}
