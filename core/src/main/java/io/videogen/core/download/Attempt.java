package io.videogen.core.download;

import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpStream;
import io.videogen.core.http.HttpTransport;
import io.videogen.core.http.RefusedAddressException;
import io.videogen.core.http.StreamCall;
import io.videogen.core.http.Token;
import io.videogen.core.media.MediaFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/** One attempt to fetch one file. */
final class Attempt {

    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final HttpTransport transport;
    private final Endpoint endpoint;
    private final Optional<Token> token;
    private final DownloadSettings settings;
    private final Clock clock;
    private final ArtifactKind kind;
    private final PartFile part;
    private final Verdicts verdicts;
    private final Verification verification;

    Attempt(
            HttpTransport transport,
            Endpoint endpoint,
            Optional<Token> token,
            DownloadSettings settings,
            Clock clock,
            ArtifactKind kind,
            PartFile part) {
        this.transport = transport;
        this.endpoint = endpoint;
        this.token = token;
        this.settings = settings;
        this.clock = clock;
        this.kind = kind;
        this.part = part;
        this.verdicts = new Verdicts(token, clock);
        this.verification = new Verification(kind, part);
    }

    DownloadOutcome run(ArtifactLocation location) throws InterruptedException {
        if (location.expectedBytes().orElse(0) > settings.mostBytes(kind)) {
            return tooLarge(location.expectedBytes().getAsLong());
        }
        try {
            return request(location, true);
        } catch (RefusedAddressException e) {
            return Verdicts.rejected("refused_address", e.getMessage());
        } catch (InterruptedIOException e) {
            // A timeout of a socket is of the same type, and no interrupt.
            if (Thread.interrupted()) {
                throw new InterruptedException(e.getMessage());
            }
            return broken(e);
        } catch (IOException e) {
            return broken(e);
        }
    }

    private DownloadOutcome request(ArtifactLocation location, boolean mayFollow)
            throws IOException, InterruptedException {
        if ("data".equalsIgnoreCase(location.uri().getScheme())) {
            return inlined(location);
        }
        Map<String, String> headers = new HashMap<>();
        headers.put("Accept", "*/*");
        headers.put("Accept-Encoding", "identity");
        if (part.length() > 0) {
            headers.put("Range", "bytes=" + part.length() + "-");
            headers.put("If-Range", part.note().validator().orElseThrow());
        }
        try (HttpStream reply = transport.open(new StreamCall(endpoint, token, location.uri(), headers))) {
            int status = reply.status();
            if (status == PARTIAL || status == RANGE_NOT_SATISFIABLE && part.length() > 0) {
                return rest(location, reply, mayFollow);
            }
            if (status < 200 || status > 203 || status == 202) {
                byte[] body = textOf(reply.body());
                return verdicts.ofStatus(reply, new ReplyBody(body), isOwn(location, reply));
            }
            return whole(location, reply, mayFollow);
        }
    }

    /** A part of the file: taken if it is the very one that was asked for. */
    private DownloadOutcome rest(ArtifactLocation location, HttpStream reply, boolean mayFollow)
            throws IOException, InterruptedException {
        OptionalLong known = part.note().total();
        Optional<ContentRange> range = reply.header("content-range").flatMap(ContentRange::parse);
        OptionalLong total = range.map(ContentRange::total).orElse(OptionalLong.empty());
        boolean sameFile = range.isPresent()
                && (known.isEmpty() || total.isEmpty() || known.equals(total))
                && reply.header("etag").map(this::isAsNoted).orElse(true);
        if (sameFile && reply.status() == RANGE_NOT_SATISFIABLE && total.equals(OptionalLong.of(part.length()))) {
            return verification.verify(location.expectedBytes(), total, Optional.empty());
        }
        OptionalLong start = range.map(ContentRange::start).orElse(OptionalLong.empty());
        if (sameFile && isPlain(reply) && start.equals(OptionalLong.of(part.length()))) {
            OptionalLong length = total.isPresent() ? total : known;
            return receive(location, length, reply.body());
        }
        boolean resuming = part.length() > 0;
        part.restart(Optional.empty(), OptionalLong.empty());
        if (resuming) {
            reply.close();
            return request(location, mayFollow);
        }
        return new DownloadOutcome.Transient("the server sent a piece of the file that was not asked for", none());
    }

    private boolean isAsNoted(String tag) {
        Optional<String> noted = part.note().validator().filter(value -> value.startsWith("\""));
        return noted.isEmpty() || noted.get().equals(tag.strip());
    }

    private DownloadOutcome whole(ArtifactLocation location, HttpStream reply, boolean mayFollow)
            throws IOException, InterruptedException {
        boolean plain = isPlain(reply);
        if (!plain && !encoding(reply).equals("gzip")) {
            return Verdicts.rejected(
                    "unknown_encoding",
                    "The clip came in the encoding \"" + encoding(reply) + "\", which was not asked for.");
        }
        InputStream body = plain ? reply.body() : new GZIPInputStream(reply.body());
        byte[] head = body.readNBytes(MediaFormat.HEAD);
        MediaFormat format = MediaFormat.of(head, head.length);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), body);
        if (format == MediaFormat.JSON || format == MediaFormat.HTML) {
            return text(location, reply, new ReplyBody(textOf(all)), format, mayFollow);
        }
        OptionalLong total = plain ? length(reply) : OptionalLong.empty();
        part.restart(plain ? Validator.strong(reply) : Optional.empty(), total);
        return receive(location, total, all);
    }

    /** Some gateways answer with JSON that says where the file is: followed once. */
    private DownloadOutcome text(
            ArtifactLocation location, HttpStream reply, ReplyBody body, MediaFormat format, boolean mayFollow)
            throws IOException, InterruptedException {
        boolean own = isOwn(location, reply);
        Optional<URI> address = format == MediaFormat.JSON ? body.address(location.uri()) : Optional.empty();
        if (mayFollow && address.isPresent()) {
            reply.close();
            return request(new ArtifactLocation(address.get(), false, location.expectedBytes()), false);
        }
        return verdicts.ofText(reply, body, format == MediaFormat.JSON, own);
    }

    private DownloadOutcome receive(ArtifactLocation location, OptionalLong total, InputStream body)
            throws IOException, InterruptedException {
        long most = settings.mostBytes(kind);
        if (total.orElse(0) > most) {
            return tooLarge(total.getAsLong());
        }
        Optional<DownloadOutcome> contradiction = verification.contradiction(location.expectedBytes(), total);
        if (contradiction.isPresent()) {
            return contradiction.get();
        }
        part.requireSpace(Math.max(0, total.orElse(location.expectedBytes().orElse(0)) - part.length()));
        boolean fromStart = part.length() == 0;
        MessageDigest digest = Digests.sha256();
        try {
            new Transfer(part, most, settings, clock).run(body, digest);
        } catch (Transfer.TooLargeException e) {
            return tooLarge(most + 1);
        } catch (IOException | InterruptedException e) {
            part.checkpoint();
            throw e;
        }
        return verification.verify(
                location.expectedBytes(), total, fromStart ? Optional.of(Digests.hex(digest)) : Optional.empty());
    }

    private DownloadOutcome inlined(ArtifactLocation location) throws IOException, InterruptedException {
        Optional<byte[]> bytes = DataUrl.decode(location.uri());
        if (bytes.isEmpty()) {
            return Verdicts.rejected("malformed_data_url", "The clip's data: URL is malformed.");
        }
        part.restart(Optional.empty(), OptionalLong.empty());
        part.append(bytes.get(), 0, bytes.get().length);
        return verification.verify(location.expectedBytes(), OptionalLong.of(bytes.get().length), Optional.empty());
    }

    private DownloadOutcome tooLarge(long bytes) throws InterruptedException {
        part.discard();
        return Verdicts.rejected(
                "too_large",
                "The clip has " + bytes + " bytes or more, and at most " + settings.mostBytes(kind) + " are taken.");
    }

    private static DownloadOutcome broken(IOException e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new DownloadOutcome.Transient("the transfer broke off: " + reason, none());
    }

    private static boolean isOwn(ArtifactLocation location, HttpStream reply) {
        return location.atEndpoint() && reply.atEndpoint();
    }

    private static boolean isPlain(HttpStream reply) {
        return encoding(reply).isEmpty() || encoding(reply).equals("identity");
    }

    private static String encoding(HttpStream reply) {
        return reply.header("content-encoding").orElse("").strip().toLowerCase(Locale.ROOT);
    }

    private static OptionalLong length(HttpStream reply) {
        return reply.header("content-length")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    private static byte[] textOf(InputStream body) throws IOException {
        return body.readNBytes(ReplyBody.MOST_BYTES);
    }

    private static Optional<Duration> none() {
        return Optional.empty();
    }
}
