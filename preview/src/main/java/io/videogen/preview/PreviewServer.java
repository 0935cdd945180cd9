package io.videogen.preview;

import io.videogen.preview.api.Api;
import io.videogen.preview.clip.CannedClipPainter;
import io.videogen.preview.clip.ClipPainter;
import io.videogen.preview.http.LoopbackServer;
import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;
import io.videogen.preview.job.JobBook;
import io.videogen.preview.script.Script;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;

/**
 * A server on 127.0.0.1 that speaks the video APIs and draws the clips. Its jobs and files go with it.
 *
 * <pre>{@code
 * try (PreviewServer server = PreviewServer.builder().api(Api.OPENAI).start()) {
 *     server.script().pollsUntilDone(2);
 *     render(server.baseUrl());
 *     assertThat(server.count("POST")).isEqualTo(1);
 * }
 * }</pre>
 */
public final class PreviewServer implements AutoCloseable {
    /** Begins the id of each job of a marked server. */
    public static final String JOB_MARK = "videogen-preview-";
    /** The path at which a marked server says what it is; it is no part of any API, and asking is not logged. */
    public static final String IDENTITY = "/videogen-preview";

    private final JobBook book;
    private final Script script = new Script();
    private final RequestLog log = new RequestLog();
    private final RequestLog otherLog = new RequestLog();
    private final LoopbackServer server;
    private final Clock clock;
    private final Desk otherDesk;
    private LoopbackServer other;

    private PreviewServer(Builder builder) throws IOException {
        clock = builder.clock;
        book = new JobBook(builder.painter, clock);
        JobReplies jobs = new JobReplies(book, script, clock, builder.marked ? JOB_MARK : "");
        ClipReplies clips = new ClipReplies(jobs, clock, this::otherOrigin);
        UploadReplies uploads = new UploadReplies(this::otherOrigin);
        otherDesk = new Desk(builder.api, script, otherLog, jobs, clips, uploads);
        Desk desk = new Desk(builder.api, script, log, jobs, clips, uploads);
        Reply identity = builder.marked
                ? Reply.text(200, "text/plain", IDENTITY.substring(1))
                : Reply.text(404, "text/plain", "This server is not marked as a preview.\n");
        try {
            server = new LoopbackServer(
                    builder.port,
                    clock,
                    (incoming, unreadable) ->
                            incoming.recorded().path().equals(IDENTITY) ? identity : desk.handle(incoming, unreadable));
        } catch (IOException e) {
            book.close();
            throw e;
        }
    }

    /** Begins to set up a server. */
    public static Builder builder() {
        return new Builder();
    }

    /** A server for tests: OpenAI's API, canned clips, any free port. */
    public static PreviewServer canned() throws IOException {
        return builder().start();
    }

    /** Such as {@code http://127.0.0.1:8788}, without {@code /v1}; any path prefix before {@code /v1} is taken too. */
    public String baseUrl() {
        return server.origin();
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    /** What the server is told to do; may be changed at any time. */
    public Script script() {
        return script;
    }

    /** The requests so far, oldest first; of very many the newest 10,000. */
    public List<RecordedRequest> requests() {
        return log.all();
    }

    /** Number of requests with a method: {@code count("POST")} is the number of attempts to create a job. */
    public long count(String method) {
        return log.count(method);
    }

    /** Number of jobs that were made: on a real endpoint, each would have been paid for. */
    public int jobsCreated() {
        return book.created();
    }

    /** Origin of a second server, which modes and tests use as the foreign host that keeps clips. */
    public synchronized String otherOrigin() {
        if (other == null) {
            try {
                other = new LoopbackServer(0, clock, otherDesk::handle);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return other.origin();
    }

    /** The requests that reached {@link #otherOrigin()}. */
    public List<RecordedRequest> otherOriginRequests() {
        return otherLog.all();
    }

    @Override
    public void close() {
        server.close();
        synchronized (this) {
            if (other != null) {
                other.close();
            }
        }
        book.close();
    }

    /** Settings of a server. */
    public static final class Builder {
        private int port;
        private Api api = Api.OPENAI;
        private Clock clock = Clock.systemUTC();
        private ClipPainter painter = new CannedClipPainter();
        private boolean marked;

        private Builder() {}

        /** 0, the default, for any free port. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        /** Whose {@code /v1/videos} is spoken; OpenAI's by default. */
        public Builder api(Api spoken) {
            api = spoken;
            return this;
        }

        /** Gives the times of jobs; the system's by default. */
        public Builder clock(Clock source) {
            clock = source;
            return this;
        }

        /** Paints the clips, canned ones by default; closed with the server, and also if the server cannot start. */
        public Builder painter(ClipPainter clipPainter) {
            painter = clipPainter;
            return this;
        }

        /**
         * Lets the id of each job begin with {@link #JOB_MARK}, and answers at {@link #IDENTITY}: clients that take the
         * server for a real endpoint then know its clips for previews. Servers for tests are not marked.
         */
        public Builder marked() {
            marked = true;
            return this;
        }

        /**
         * Starts the server.
         *
         * @throws IOException if the port is taken or no temporary folder can be made
         */
        public PreviewServer start() throws IOException {
            return new PreviewServer(this);
        }
    }
}
