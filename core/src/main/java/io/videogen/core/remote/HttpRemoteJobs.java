package io.videogen.core.remote;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.api.Answer.Question;
import io.videogen.core.api.Call;
import io.videogen.core.api.Listing;
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
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Jobs behind an HTTP API. It classifies what comes back; whether to try again is the engine's business. */
public final class HttpRemoteJobs implements RemoteJobs {

    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration LEAST_SUBMISSION = Duration.ofMinutes(1);
    private static final long SECOND = 1_000_000_000;

    private final VideoApi api;
    private final Endpoint endpoint;
    private final Optional<Token> token;
    private final HttpTransport transport;
    private final Encoding encoding;
    private final ErrorTexts texts;
    private final Meanings meanings;
    private final Uploads uploads;
    private final CreateReplies createReplies;
    private final PollReplies pollReplies;
    private final JobSearch search;
    private final StatusLists lists;
    /** By {@link System#nanoTime()}. */
    private final OptionalLong end;

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
        token.ifPresent(Token::check);
        this.api = api;
        this.endpoint = endpoint;
        this.token = token.map(value -> value.wornAs(api.tokenScheme()));
        this.transport = transport;
        this.encoding = encoding;
        ReplyReader createReader = new ReplyReader(endpoint, this.token, Optional.empty());
        this.texts = new ErrorTexts(endpoint, api, this.token, createReader);
        ReplyReader reader = new ReplyReader(endpoint, this.token, artifactPointer);
        this.meanings = new Meanings(api, reader);
        this.uploads = new Uploads(api, endpoint, this.token, transport, createReader, texts, clock);
        this.createReplies =
                new CreateReplies(meanings, createReader, artifactPointer.isPresent(), this::contents, texts, clock);
        this.pollReplies = new PollReplies(meanings, reader, this::contents, texts, clock);
        this.search = new JobSearch(reader, texts, clock);
        this.lists = new StatusLists(meanings, reader, pollReplies, texts, clock);
        this.end = OptionalLong.empty();
    }

    private HttpRemoteJobs(HttpRemoteJobs other, long end) {
        this.api = other.api;
        this.endpoint = other.endpoint;
        this.token = other.token;
        this.transport = other.transport;
        this.encoding = other.encoding;
        this.texts = other.texts;
        this.meanings = other.meanings;
        this.uploads = other.uploads;
        this.createReplies = other.createReplies;
        this.pollReplies = other.pollReplies;
        this.search = other.search;
        this.lists = other.lists;
        this.end = OptionalLong.of(end);
    }

    @Override
    public RemoteJobs within(Duration longest) {
        return new HttpRemoteJobs(
                this,
                System.nanoTime()
                        + Math.min(longest.toSeconds(), LONGEST.toSeconds()) * SECOND
                        + longest.toNanosPart());
    }

    /** What a request may take; a submission is let finish for a while, since it may be paid. */
    private Duration left(boolean submission) {
        if (end.isEmpty()) {
            return LONGEST;
        }
        Duration left = Duration.ofNanos(Math.max(1, end.getAsLong() - System.nanoTime()));
        return submission && left.compareTo(LEAST_SUBMISSION) < 0 ? LEAST_SUBMISSION : left;
    }

    @Override
    public UploadOutcome upload(VideoRequest request) throws InterruptedException {
        return uploads.next(request, left(false));
    }

    @Override
    public CreateOutcome create(VideoRequest request, String submission) throws InterruptedException {
        Call call;
        try {
            api.check(request, encoding);
            call = api.create(request, encoding, submission);
        } catch (VideogenException e) {
            return new CreateOutcome.Refused(e);
        }
        try {
            return submit(call, Map.of("Idempotency-Key", submission), new Creating(createReplies, request));
        } catch (NotSentException e) {
            return new CreateOutcome.NotDelivered(texts.unreachable(e), Optional.empty());
        } catch (IOException e) {
            return new CreateOutcome.Unknown(texts.reason(e));
        }
    }

    @Override
    public PollOutcome poll(VideoRequest request, String jobId) throws InterruptedException {
        try {
            Polled polled = send(api.poll(request, jobId), reply -> {
                Optional<Call> result = result(request, jobId, reply);
                return result.isPresent()
                        ? new Polled(result, Optional.empty())
                        : new Polled(result, Optional.of(pollReplies.read(Question.STATUS, request, reply, jobId)));
            });
            return polled.outcome().isPresent()
                    ? polled.outcome().get()
                    : send(
                            polled.result().orElseThrow(),
                            reply -> pollReplies.read(Question.RESULT, request, reply, jobId));
        } catch (TooLargeException e) {
            return new PollOutcome.Refused(texts.tooLarge(e).withJob(jobId));
        } catch (IOException e) {
            return new PollOutcome.Transient(texts.reason(e), Optional.empty());
        }
    }

    @Override
    public ListOutcome pollTogether(Map<String, VideoRequest> jobs) throws InterruptedException {
        return lists.ask(jobs, this::send);
    }

    @Override
    public LookupOutcome lookUp(VideoRequest request, Lookup lookup) throws InterruptedException {
        Optional<Listing> listing = api.search(request, lookup.submission());
        if (listing.isEmpty()) {
            return new LookupOutcome.NotPossible(Message.text(
                    "The api \"%s\" has no list of jobs to look for it.",
                    api.name().word()));
        }
        try {
            SearchMark mark = SearchMark.parse(lookup.mark());
            return send(
                    listing.get().page().apply(mark.after()),
                    reply -> search.find(listing.get(), request, lookup, mark, reply));
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
            int status = send(call.get(), HttpReply::status);
            boolean noSuchRoute = status == 405 || status == 501;
            return status >= 200 && status < 300
                    ? CancelOutcome.CANCELLED
                    : noSuchRoute ? CancelOutcome.NOT_POSSIBLE : CancelOutcome.FAILED;
        } catch (IOException e) {
            return CancelOutcome.FAILED;
        }
    }

    /** A redirect to the same path with or without a slash at its end comes from a router that ran nothing: followed once. */
    private <T> T submit(Call call, Map<String, String> headers, Function<HttpReply, T> reader)
            throws IOException, InterruptedException {
        URI asked = endpoint.at(call.path());
        Submitted<T> first = send(asked, call, headers, true, new Submitting<>(asked, reader));
        return first.slash().isPresent() ? send(first.slash().get(), call, headers, true, reader) : first.value();
    }

    /** What the reply to a submission says, or the same path where it is to be sent instead. */
    private record Submitted<T>(Optional<URI> slash, T value) {}

    // No lambdas on the way of a submission: all that leave at once in a new JVM would each make their own class of
    // one.

    private record Creating(CreateReplies replies, VideoRequest request) implements Function<HttpReply, CreateOutcome> {

        @Override
        public CreateOutcome apply(HttpReply reply) {
            return replies.read(request, reply);
        }
    }

    private record Submitting<T>(URI asked, Function<HttpReply, T> reader)
            implements Function<HttpReply, Submitted<T>> {

        @Override
        public Submitted<T> apply(HttpReply reply) {
            Optional<URI> slash = slashRedirect(asked, reply);
            return slash.isPresent() ? new Submitted<>(slash, null) : new Submitted<>(slash, reader.apply(reply));
        }
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

    /** What a status reply says, or what is to be asked besides. */
    private record Polled(Optional<Call> result, Optional<PollOutcome> outcome) {}

    private <T> T send(Call call, Function<HttpReply, T> reader) throws IOException, InterruptedException {
        return send(endpoint.at(call.path()), call, Map.of(), false, reader);
    }

    private <T> T send(URI address, Call call, Map<String, String> more, boolean once, Function<HttpReply, T> reader)
            throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>(call.headers());
        headers.put("Accept", "application/json");
        headers.putAll(more);
        return transport.send(
                new ApiCall(call.method(), address, token, headers, call.body(), once), left(once), reader);
    }
}
