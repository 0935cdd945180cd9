package io.videogen.core.download;

import io.videogen.core.advice.Message;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpStream;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.http.RefusedAddressException;
import io.videogen.core.http.StreamCall;
import io.videogen.core.http.Token;
import io.videogen.core.media.MediaFormat;
import io.videogen.core.text.RawText;
import io.videogen.core.text.ServerText;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One attempt to fetch one file: asks for it, or for the rest of it, and judges what comes. Used once. */
final class Attempt {

    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    /** The first address, one that JSON told there, and one start anew at each. */
    private static final int MOST_REQUESTS = 4;

    private static final int MOST_REASON = 200;
    private static final int MOST_REFUSAL = 500;

    private final HttpTransport transport;
    private final Endpoint endpoint;
    private final Optional<Token> token;
    private final DownloadSettings settings;
    private final PartFile part;
    private final ServerText words;
    private final Verdicts verdicts;
    private final Arrival arrival;

    private ArtifactLocation location;
    private boolean followed;

    Attempt(
            HttpTransport transport,
            Endpoint endpoint,
            Optional<Token> token,
            DownloadSettings settings,
            Clock clock,
            Instant deadline,
            ArtifactKind kind,
            PartFile part,
            ArtifactLocation location) {
        this.transport = transport;
        this.endpoint = endpoint;
        this.token = token;
        this.settings = settings;
        this.part = part;
        this.words = Token.hiding(token);
        this.verdicts = new Verdicts(token, clock);
        this.arrival = new Arrival(part, kind, location.expectedBytes(), settings, clock, deadline);
        this.location = location;
    }

    DownloadOutcome run() throws InterruptedException {
        try {
            for (int i = 0; i < MOST_REQUESTS; i++) {
                Optional<DownloadOutcome> outcome =
                        location.isInlined() ? Optional.of(arrival.inlined(location.uri())) : request();
                if (outcome.isPresent()) {
                    return outcome.get();
                }
            }
            return broken(Message.text("the server keeps sending pieces of the file that were not asked for"));
        } catch (RefusedAddressException e) {
            return Verdicts.rejected("refused_address", "%s", words.said(e.getMessage(), MOST_REFUSAL));
        } catch (InterruptedIOException e) {
            // A timeout of a socket is of the same type, and no interrupt.
            if (Thread.interrupted()) {
                throw new InterruptedException(e.getMessage());
            }
            return broken(text(e));
        } catch (IOException e) {
            return broken(text(e));
        }
    }

    /** @return nothing when one more request has to be made, with what was learned by this one */
    private Optional<DownloadOutcome> request() throws IOException, InterruptedException {
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", "*/*");
        headers.put("Accept-Encoding", "identity");
        if (part.length() > 0) {
            headers.put("Range", "bytes=" + part.length() + "-");
            headers.put("If-Range", part.note().validator().orElseThrow());
        }
        StreamCall call = new StreamCall(endpoint, token, location.uri(), location.toldFromInside(), headers);
        try (HttpStream reply = transport.open(call)) {
            return read(reply, new Decoding(reply));
        }
    }

    private Optional<DownloadOutcome> read(HttpStream reply, Decoding decoding)
            throws IOException, InterruptedException {
        try (Body body = new Body(decoding, length(reply), settings)) {
            int status = reply.status();
            if (status == PARTIAL || status == RANGE_NOT_SATISFIABLE && part.length() > 0) {
                return rest(reply, decoding, body);
            }
            if (status < 200 || status > 203 || status == 202) {
                ReplyBody text = new ReplyBody(body.text(ReplyBody.MOST_BYTES), location.uri(), token);
                return Optional.of(verdicts.ofStatus(reply, text, isOwn(reply)));
            }
            return whole(reply, decoding, body);
        }
    }

    /** A part of the file: taken if it is the very one that was asked for. */
    private Optional<DownloadOutcome> rest(HttpStream reply, Decoding decoding, Body body)
            throws IOException, InterruptedException {
        OptionalLong known = part.note().total();
        Optional<ContentRange> range =
                reply.header("content-range").map(RawText::reveal).flatMap(ContentRange::parse);
        OptionalLong total = range.map(ContentRange::total).orElse(OptionalLong.empty());
        boolean sameFile = range.isPresent()
                && (known.isEmpty() || total.isEmpty() || known.equals(total))
                && reply.header("etag")
                        .map(RawText::reveal)
                        .map(this::isAsNoted)
                        .orElse(true);
        OptionalLong here = OptionalLong.of(part.length());
        if (sameFile && reply.status() == RANGE_NOT_SATISFIABLE && total.equals(here)) {
            return Optional.of(arrival.alreadyHere(total));
        }
        OptionalLong start = range.map(ContentRange::start).orElse(OptionalLong.empty());
        // A box between here and the server may have put a page of its own under the headers of the piece.
        boolean whole = range.filter(announced -> announced.fits(length(reply))).isPresent();
        if (sameFile && whole && decoding.isLabelledPlain() && start.equals(here)) {
            return Optional.of(arrival.receivePiece(body, range.get().length(), total.isPresent() ? total : known));
        }
        part.restart(Optional.empty(), OptionalLong.empty());
        return Optional.empty();
    }

    private boolean isAsNoted(String tag) {
        Optional<String> noted = part.note().validator().filter(value -> value.startsWith("\""));
        return noted.isEmpty() || noted.get().equals(tag.strip());
    }

    private Optional<DownloadOutcome> whole(HttpStream reply, Decoding decoding, Body body)
            throws IOException, InterruptedException {
        byte[] head = body.head(MediaFormat.HEAD);
        MediaFormat format = MediaFormat.of(head, head.length);
        if (!decoding.isKnown() && format == MediaFormat.UNKNOWN) {
            return Optional.of(Verdicts.rejected(
                    "unknown_encoding",
                    "The clip came in the encoding \"%s\", which was not asked for.",
                    words.said(decoding.label(), 60)));
        }
        boolean plain = !decoding.isZipped();
        if (format == MediaFormat.JSON || format == MediaFormat.HTML) {
            return text(reply, new ReplyBody(body.text(ReplyBody.MOST_BYTES), location.uri(), token), format);
        }
        OptionalLong total = plain ? length(reply) : OptionalLong.empty();
        part.restart(plain ? validator(reply) : Optional.empty(), total);
        return Optional.of(arrival.receive(body, total));
    }

    private Optional<String> validator(HttpStream reply) {
        return settings.notesTags() ? Validator.strong(reply, words) : Validator.date(reply);
    }

    /** Some gateways answer with JSON that says where the file is: followed once. */
    private Optional<DownloadOutcome> text(HttpStream reply, ReplyBody body, MediaFormat format) {
        Optional<URI> address = format == MediaFormat.JSON ? body.address() : Optional.empty();
        if (!followed && address.isPresent()) {
            followed = true;
            location = location.elsewhere(address.get());
            return Optional.empty();
        }
        return Optional.of(verdicts.ofText(reply, body, format == MediaFormat.JSON, isOwn(reply)));
    }

    private boolean isOwn(HttpStream reply) {
        return location.atEndpoint() && reply.atEndpoint();
    }

    private static DownloadOutcome broken(String reason) {
        return new DownloadOutcome.Transient(Message.text("the transfer broke off: %s", reason), Optional.empty());
    }

    private String text(IOException e) {
        return words.said(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage(), MOST_REASON)
                .toString();
    }

    private static OptionalLong length(HttpStream reply) {
        return reply.header("content-length")
                .map(length -> length.reveal().strip())
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }
}
