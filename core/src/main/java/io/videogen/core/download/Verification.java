package io.videogen.core.download;

import io.videogen.core.advice.Message;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.file.Sha256;
import io.videogen.core.media.MediaCheck;
import io.videogen.core.media.MediaFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.OptionalLong;

/** Decides whether what has arrived is the file: by all lengths that were told, and by the container itself. */
final class Verification {

    private static final int BUFFER_BYTES = 256 << 10;

    private final ArtifactKind kind;
    private final PartFile part;

    Verification(ArtifactKind kind, PartFile part) {
        this.kind = kind;
        this.part = part;
    }

    /** Two lengths told for one file that differ: one of them is not of this file. */
    Optional<DownloadOutcome> contradiction(OptionalLong expected, OptionalLong total) throws InterruptedException {
        boolean differ = expected.orElse(0) > 0 && total.isPresent() && total.getAsLong() != expected.getAsLong();
        return differ ? Optional.of(wrongLength(expected.getAsLong(), total.getAsLong())) : Optional.empty();
    }

    /**
     * Checks the part after its body has ended.
     *
     * @param expected length that the API claimed
     * @param total length that the server claimed
     * @param sha256 digest of the whole part, if it was made on the way
     */
    DownloadOutcome verify(OptionalLong expected, OptionalLong total, Optional<String> sha256)
            throws InterruptedException {
        long length = part.length();
        long claimed = total.orElse(Math.max(0, expected.orElse(0)));
        if (length < claimed) {
            part.checkpoint();
            return missing(Message.text("only %s of %s bytes arrived", length, claimed));
        }
        if (claimed > 0 && length > claimed) {
            return wrongLength(claimed, length);
        }
        Optional<DownloadOutcome> contradiction = contradiction(expected, total);
        if (contradiction.isPresent()) {
            return contradiction.get();
        }
        try {
            MediaCheck check =
                    kind == ArtifactKind.VIDEO ? MediaFile.video(part.path()) : MediaFile.picture(part.path());
            if (check instanceof MediaCheck.Whole whole) {
                String digest = sha256.isPresent() ? sha256.get() : digest(part.path());
                part.complete();
                return new DownloadOutcome.Complete(new VerifiedFile(
                        whole.format().extension(),
                        digest,
                        length,
                        whole.durationSeconds(),
                        whole.width(),
                        whole.height()));
            }
            if (check instanceof MediaCheck.Incomplete incomplete && claimed == 0) {
                part.checkpoint();
                return missing(incomplete.reason());
            }
            String reason = check instanceof MediaCheck.Incomplete incomplete
                    ? incomplete.reason()
                    : ((MediaCheck.Unfit) check).reason();
            part.discard();
            return Verdicts.rejected(
                    "damaged_artifact", "All %s bytes arrived, but they are no good: %s.", length, reason);
        } catch (IOException e) {
            throw part.failed(e);
        }
    }

    /** Of gigabytes: a build that is ended does not wait for it. */
    private static String digest(Path file) throws IOException, InterruptedException {
        MessageDigest digest = Sha256.begin();
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                digest.update(buffer, 0, count);
            }
        }
        return Sha256.hex(digest);
    }

    private DownloadOutcome wrongLength(long claimed, long actual) throws InterruptedException {
        part.discard();
        return Verdicts.rejected(
                "wrong_length",
                "The API says that the clip has %s bytes, and the server hands over %s.",
                claimed,
                actual);
    }

    private static DownloadOutcome missing(String reason) {
        return new DownloadOutcome.Transient(Message.text("the file is not whole: %s", reason), Optional.empty());
    }
}
