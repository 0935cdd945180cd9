package io.videogen.core.download;

import io.videogen.core.advice.Message;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.DataUrl;
import io.videogen.core.file.Sha256;
import io.videogen.core.http.LargeTurn;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes in what belongs to the file, within bounds, and has the whole verified. */
final class Arrival {

    private final PartFile part;
    private final OptionalLong expected;
    private final long most;
    private final Clock clock;
    private final Instant deadline;
    private final Verification verification;

    Arrival(
            PartFile part,
            ArtifactKind kind,
            OptionalLong expected,
            DownloadSettings settings,
            Clock clock,
            Instant deadline) {
        this.part = part;
        this.expected = expected;
        this.most = settings.mostBytes(kind);
        this.clock = clock;
        this.deadline = deadline;
        this.verification = new Verification(kind, part);
    }

    /**
     * Takes a body that is the whole file.
     *
     * @param total length of the whole file, if the server told it
     */
    DownloadOutcome receive(Body body, OptionalLong total) throws IOException, InterruptedException {
        return receivePiece(body, OptionalLong.empty(), total);
    }

    /**
     * Takes a body that goes on where the part ends.
     *
     * @param announced bytes that the body has, as its range tells
     * @param total length of the whole file, if the server told it
     */
    DownloadOutcome receivePiece(Body body, OptionalLong announced, OptionalLong total)
            throws IOException, InterruptedException {
        Optional<DownloadOutcome> contradiction = verification.contradiction(expected, total);
        if (contradiction.isPresent()) {
            return contradiction.get();
        }
        long claimed = total.orElse(expected.orElse(0));
        if (claimed > most) {
            return tooLarge(claimed);
        }
        part.requireSpace(Math.max(0, claimed - part.length()));
        long start = part.length();
        long end = announced.isPresent() ? Math.min(most, start + announced.getAsLong()) : most;
        MessageDigest digest = Sha256.begin();
        try {
            new Transfer(part, end, clock, deadline).run(body, digest);
        } catch (Transfer.TooLargeException e) {
            return end < most ? longerThanAnnounced(announced.getAsLong()) : tooLarge(most + 1);
        } catch (IOException | InterruptedException e) {
            part.checkpoint();
            throw e;
        }
        long arrived = part.length() - start;
        if (announced.isPresent() && arrived < announced.getAsLong()) {
            // It ended as a complete body does: what came need not be the start of the piece.
            part.cutTo(start);
            return new DownloadOutcome.Transient(
                    Message.text(
                            "the server announced %s more bytes of the file and sent %s",
                            announced.getAsLong(), arrived),
                    Optional.empty());
        }
        return verification.verify(expected, total, start == 0 ? Optional.of(Sha256.hex(digest)) : Optional.empty());
    }

    /** The server says that the part has the length of the whole file. */
    DownloadOutcome alreadyHere(OptionalLong total) throws InterruptedException {
        return verification.verify(expected, total, Optional.empty());
    }

    DownloadOutcome inlined(URI address) throws InterruptedException {
        try (LargeTurn turn = new LargeTurn()) {
            if (address.getRawSchemeSpecificPart().length() >= LargeTurn.LARGE) {
                turn.take();
            }
            return decoded(address);
        }
    }

    private DownloadOutcome decoded(URI address) throws InterruptedException {
        byte[] bytes;
        try {
            bytes = DataUrl.parse(address.toString()).orElseThrow().bytes();
        } catch (NoSuchElementException | IllegalArgumentException e) {
            return Verdicts.rejected("malformed_data_url", "The clip's data: URL is malformed.");
        }
        if (bytes.length > most) {
            return tooLarge(bytes.length);
        }
        part.restart(Optional.empty(), OptionalLong.empty());
        part.append(bytes, 0, bytes.length);
        return verification.verify(expected, OptionalLong.of(bytes.length), Optional.empty());
    }

    private DownloadOutcome longerThanAnnounced(long announced) throws InterruptedException {
        part.discard();
        return Verdicts.rejected(
                "wrong_length", "The server announced %s more bytes of the clip and sent more than that.", announced);
    }

    private DownloadOutcome tooLarge(long bytes) throws InterruptedException {
        part.discard();
        return Verdicts.rejected("too_large", "The clip has %s bytes or more, and at most %s are taken.", bytes, most);
    }
}
