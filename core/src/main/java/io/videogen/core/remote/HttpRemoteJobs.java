package io.videogen.core.remote;

import io.videogen.core.VideogenException;
import io.videogen.core.api.Answer.Question;
import io.videogen.core.api.Call;
import io.videogen.core.api.VideoApi;
import io.videogen.core.http.ApiCall;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpReply;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.http.NotSentException;
import io.videogen.core.http.Token;
import io.videogen.core.http.TooLargeException;
import io.videogen.core.reply.Contents;
import io.videogen.core.reply.ReplyReader;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Jobs behind an HTTP API. It classifies what comes back; whether to try again is the engine's business. */
public final class HttpRemoteJobs implements RemoteJobs {

    private final VideoApi api;
    private final Endpoint endpoint;
    private final Optional<Token> token;
    private final HttpTransport transport;
    private final Encoding encoding;
    private final ErrorTexts texts;
    private final Meanings meanings;
    private final CreateReplies createReplies;
    private final PollReplies pollReplies;
    private final JobSearch search;

    /**
     * @param artifactPointer JSON pointer to the clip's URL in a finished status reply, for a gateway that hides it
     * @throws VideogenException if the pointer is malformed or the token can not be sent in a header
     */
    public HttpRemoteJobs(
            VideoApi api,
            Endpoint endpoint,
            Optional<Token> token,
            HttpTransport transport,
            Encoding encoding,
            Optional<String> artifactPointer) {
        this(api, endpoint, token, transport, encoding, artifactPointer, Clock.systemUTC());
    }

    /** As above, with the clock against which a {@code Retry-After} date is measured. */
    public HttpRemoteJobs(
            VideoApi api,
            Endpoint endpoint,
            Optional<Token> token,
            HttpTransport transport,
            Encoding encoding,
            Optional<String> artifactPointer,
            Clock clock) {
        token.ifPresent(Token::headerValue);
        this.api = api;
        this.endpoint = endpoint;
        this.token = token.map(value -> value.wornAs(api.tokenScheme()));
        this.transport = transport;
        this.encoding = encoding;
        ReplyReader createReader = new ReplyReader(endpoint, token, Optional.empty());
        this.texts = new ErrorTexts(endpoint, api.name(), token, createReader);
        ReplyReader reader = new ReplyReader(endpoint, token, artifactPointer);
        this.meanings = new Meanings(api, reader);
        this.createReplies =
                new CreateReplies(meanings, createReader, artifactPointer.isPresent(), this::contents, texts, clock);
        this.pollReplies = new PollReplies(meanings, reader, this::contents, texts, clock);
        this.search = new JobSearch(meanings, reader, texts, clock);
    }

    @Override
    public CreateOutcome create(VideoRequest request, String submission) throws InterruptedException {
        Call call;
        try {
            call = api.create(request, encoding, submission);
        } catch (VideogenException e) {
            return new CreateOutcome.Refused(e);
        }
        try {
            return createReplies.read(request, submit(call, Map.of("Idempotency-Key", submission)));
        } catch (NotSentException e) {
            return new CreateOutcome.NotDelivered(texts.unreachable(e), Optional.empty());
        } catch (IOException e) {
            return new CreateOutcome.Unknown(texts.reason(e));
        }
    }

    @Override
    public PollOutcome poll(VideoRequest request, String jobId) throws InterruptedException {
        try {
            HttpReply reply = send(api.poll(request, jobId));
            Optional<Call> result = result(request, jobId, reply);
            return result.isEmpty()
                    ? pollReplies.read(Question.STATUS, request, reply, jobId)
                    : pollReplies.read(Question.RESULT, request, send(result.get()), jobId);
        } catch (TooLargeException e) {
            return new PollOutcome.Refused(texts.tooLarge(e).withJob(jobId));
        } catch (IOException e) {
            return new PollOutcome.Transient(texts.reason(e), Optional.empty());
        }
    }

    @Override
    public LookupOutcome lookUp(VideoRequest request, String submission, Instant submittedAt, Predicate<String> known)
            throws InterruptedException {
        if (api.list(request, submission, Optional.empty()).isEmpty()) {
            return new LookupOutcome.NotPossible(
                    "The api \"" + api.name().word() + "\" has no list of jobs to look for it.");
        }
        try {
            return search.find(
                    after -> send(api.list(request, submission, after).orElseThrow()),
                    request,
                    submission,
                    submittedAt,
                    known);
        } catch (IOException e) {
            return new LookupOutcome.Transient(texts.reason(e), Optional.empty());
        }
    }

    @Override
    public CancelOutcome cancel(VideoRequest request, String jobId) throws InterruptedException {
        Optional<Call> call = api.cancel(request, jobId);
        if (call.isEmpty()) {
            return CancelOutcome.NOT_POSSIBLE;
        }
        try {
            int status = send(call.get()).status();
            boolean noSuchRoute = status == 405 || status == 501;
            return status >= 200 && status < 300
                    ? CancelOutcome.CANCELLED
                    : noSuchRoute ? CancelOutcome.NOT_POSSIBLE : CancelOutcome.FAILED;
        } catch (IOException e) {
            return CancelOutcome.FAILED;
        }
    }

    /** A redirect to the same path with or without a slash at its end comes from a router that ran nothing: followed once. */
    private HttpReply submit(Call call, Map<String, String> headers) throws IOException, InterruptedException {
        URI asked = endpoint.at(call.path());
        HttpReply reply = send(asked, call, headers, true);
        Optional<URI> slash = slashRedirect(asked, reply);
        return slash.isPresent() ? send(slash.get(), call, headers, true) : reply;
    }

    private static Optional<URI> slashRedirect(URI asked, HttpReply reply) {
        if (reply.status() != 307 && reply.status() != 308) {
            return Optional.empty();
        }
        try {
            String start = asked.toString();
            return reply.header("location")
                    .map(location -> asked.resolve(location.reveal()))
                    .filter(target -> target.toString().equals(start + "/") || start.equals(target + "/"));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Optional<Call> result(VideoRequest request, String jobId, HttpReply status) {
        if (!status.isSuccess()) {
            return Optional.empty();
        }
        try {
            return api.result(jobId, meanings.answer(Question.STATUS, request, status));
        } catch (VideogenException e) {
            // It is judged, as unreadable, where every reply is.
            return Optional.empty();
        }
    }

    private Contents contents(String jobId) {
        return new Contents(
                api.contentPath(jobId).map(endpoint::at),
                api.thumbnailPath(jobId).map(endpoint::at));
    }

    private HttpReply send(Call call) throws IOException, InterruptedException {
        return send(endpoint.at(call.path()), call, Map.of(), false);
    }

    private HttpReply send(URI address, Call call, Map<String, String> more, boolean once)
            throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>(call.headers());
        headers.put("Accept", "application/json");
        headers.putAll(more);
        return transport.send(new ApiCall(call.method(), address, token, headers, call.body(), once));
    }
}
