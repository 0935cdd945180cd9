package io.videogen.core.remote;

import io.videogen.core.VideogenException;
import io.videogen.core.api.VideoApi;
import io.videogen.core.http.ApiCall;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpBody;
import io.videogen.core.http.HttpReply;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.http.NotSentException;
import io.videogen.core.http.Token;
import io.videogen.core.reply.ReplyReader;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Jobs behind an HTTP API. It classifies what comes back; whether to try again is the engine's business. */
public final class HttpRemoteJobs implements RemoteJobs {

    private final VideoApi api;
    private final ApiAddresses addresses;
    private final Optional<Token> token;
    private final HttpTransport transport;
    private final Encoding encoding;
    private final ErrorTexts texts;
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
        this.addresses = new ApiAddresses(api, endpoint);
        this.token = token;
        this.transport = transport;
        this.encoding = encoding;
        this.texts = new ErrorTexts(endpoint, api.name(), token);
        this.createReplies = new CreateReplies(endpoint, token, artifactPointer, addresses::contents, texts, clock);
        ReplyReader reader = new ReplyReader(endpoint, token, artifactPointer);
        this.pollReplies = new PollReplies(reader, addresses::contents, texts, clock);
        this.search = new JobSearch(reader, texts, clock);
    }

    @Override
    public CreateOutcome create(VideoRequest request, String idempotencyKey) throws InterruptedException {
        HttpBody body;
        try {
            body = api.createBody(request, encoding);
        } catch (VideogenException e) {
            return new CreateOutcome.Refused(e);
        }
        ApiCall call = new ApiCall(
                "POST",
                addresses.create(),
                token,
                Map.of("Accept", "application/json", "Idempotency-Key", idempotencyKey),
                Optional.of(body),
                true);
        try {
            return createReplies.read(transport.send(call), request.clips());
        } catch (NotSentException e) {
            return new CreateOutcome.NotDelivered(texts.unreachable(e), Optional.empty());
        } catch (IOException e) {
            return new CreateOutcome.Unknown(texts.reason(e));
        }
    }

    @Override
    public PollOutcome poll(VideoRequest request, String jobId) throws InterruptedException {
        try {
            HttpReply reply = transport.send(ApiCall.get(addresses.job(jobId), token));
            return pollReplies.read(reply, jobId, request.clips());
        } catch (IOException e) {
            return new PollOutcome.Transient(texts.reason(e), Optional.empty());
        }
    }

    @Override
    public LookupOutcome lookUp(VideoRequest request, Instant submittedAt, Predicate<String> known)
            throws InterruptedException {
        Optional<String> path = api.listPath();
        if (path.isEmpty()) {
            return new LookupOutcome.NotPossible(
                    "The api \"" + api.name().word() + "\" has no list of jobs to look for it.");
        }
        JobSearch.Pages pages = query -> transport.send(ApiCall.get(addresses.at(path.get() + query), token));
        try {
            return search.find(pages, request, submittedAt, known);
        } catch (IOException e) {
            return new LookupOutcome.Transient(texts.reason(e), Optional.empty());
        }
    }

    @Override
    public CancelOutcome cancel(String jobId) throws InterruptedException {
        Optional<URI> address = addresses.delete(jobId);
        if (address.isEmpty()) {
            return CancelOutcome.NOT_POSSIBLE;
        }
        ApiCall call = new ApiCall(
                "DELETE", address.get(), token, Map.of("Accept", "application/json"), Optional.empty(), false);
        try {
            int status = transport.send(call).status();
            boolean noSuchRoute = status == 405 || status == 501;
            return status >= 200 && status < 300
                    ? CancelOutcome.CANCELLED
                    : noSuchRoute ? CancelOutcome.NOT_POSSIBLE : CancelOutcome.FAILED;
        } catch (IOException e) {
            return CancelOutcome.FAILED;
        }
    }
}
