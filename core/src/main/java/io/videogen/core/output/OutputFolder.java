package io.videogen.core.output;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.advice.Setting;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.download.Downloader;
import io.videogen.core.file.FileTrouble;
import io.videogen.core.file.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The folder that a build delivers to. A file at a final name in it is complete and verified: all writing goes to a
 * temporary file beside it and is moved in one step.
 */
public final class OutputFolder {

    private static final int BUFFER = 256 * 1024;

    private final Path directory;
    private final Consumer<String> warnings;
    private final Object moves = new Object();
    private boolean sealed;

    public OutputFolder(Path directory, Consumer<String> warnings) {
        this.directory = directory;
        this.warnings = warnings;
    }

    /** The folder itself. */
    public Path directory() {
        return directory;
    }

    /** Path of a file in this folder. */
    public Path file(String fileName) {
        return directory.resolve(fileName);
    }

    /**
     * Makes the folder and proves that it can be written, so that no job is paid whose clip has no place to go; also
     * removes temporary files of builds that died.
     */
    public void prepare() {
        try {
            TemporaryFiles.prepare(directory);
        } catch (IOException e) {
            throw VideogenException.of(ErrorKind.STORAGE, "output_not_writable", e)
                    .says(
                            "The output folder \"%s\" can not be written (%s). Nothing was sent. Make it writable, or"
                                    + " set %s.",
                            directory, FileTrouble.reason(e), Setting.OUTPUT_DIRECTORY);
        }
    }

    /** A place in this folder for bytes that the store can not take; swept when this process is gone. */
    public Path temporaryFile() {
        return TemporaryFiles.in(directory);
    }

    /** Removes what grew in such a place, once it is delivered or given up. */
    public void discardTemporary(Path file) {
        try {
            Downloader.discard(file);
        } catch (IOException e) {
            warnings.accept(Message.text(
                    "The temporary file \"%s\" can not be removed (%s). Remove it.", file, FileTrouble.reason(e)));
        }
    }

    /**
     * Whether the file is there and is the clip, found out without reading it: the manifest tells its digest, and a
     * delivered file has the time stamp of the stored one.
     */
    public boolean isCurrent(String fileName, VerifiedFile facts, Path source, Optional<String> recordedSha256) {
        if (recordedSha256.filter(facts.sha256()::equals).isEmpty()) {
            return false;
        }
        try {
            Path target = directory.resolve(fileName);
            BasicFileAttributes there = Files.readAttributes(target, BasicFileAttributes.class);
            return there.isRegularFile()
                    && there.size() == facts.bytes()
                    && there.lastModifiedTime().equals(Files.getLastModifiedTime(source));
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Puts a verified file under its final name. A file that is already there with the same content stays.
     *
     * @throws DamagedSourceException when the source is not what it should be
     * @throws VideogenException of kind {@code INTERRUPTED} when the thread was interrupted or the folder is sealed;
     *     nothing is left at the final name then
     */
    public Path deliver(String fileName, VerifiedFile facts, Path source) {
        Path target = directory.resolve(fileName);
        Path temporary = TemporaryFiles.in(directory);
        try {
            FileTime stamp = Files.getLastModifiedTime(source);
            if (Files.isRegularFile(target)
                    && Files.size(target) == facts.bytes()
                    && Sha256.of(target).equals(facts.sha256())) {
                Files.setLastModifiedTime(target, stamp);
                return target;
            }
            Files.createDirectories(directory);
            if (!copy(source, temporary, facts.bytes()).equals(facts.sha256())) {
                Files.deleteIfExists(target);
                throw new DamagedSourceException(source, facts.sha256());
            }
            Files.setLastModifiedTime(temporary, stamp);
            synchronized (moves) {
                if (sealed) {
                    throw interrupted(target);
                }
                TemporaryFiles.moveInto(temporary, target);
            }
            return target;
        } catch (ClosedByInterruptException e) {
            throw interrupted(target);
        } catch (IOException e) {
            throw VideogenException.of(ErrorKind.STORAGE, "delivery_failed", e)
                    .says(
                            "\"%s\" could not be written (%s). Nothing is lost, as what was to go there is kept: run"
                                    + " the build again once the folder can be written.",
                            target, FileTrouble.reason(e));
        } finally {
            TemporaryFiles.deleteQuietly(temporary);
        }
    }

    /** Lets no delivery end any more: once a stopped run is reported, what the report tells must stay true. */
    public void seal() {
        synchronized (moves) {
            sealed = true;
        }
    }

    /**
     * Removes a file that an earlier run made, if it still is what that run delivered.
     *
     * @return whether it is gone
     */
    public boolean discardUnchanged(String fileName, String sha256) {
        try {
            Path target = directory.resolve(fileName).normalize();
            if (directory.equals(target.getParent())
                    && Files.isRegularFile(target)
                    && Sha256.of(target).equals(sha256)) {
                discard(fileName);
                return true;
            }
            return false;
        } catch (IOException e) {
            warnings.accept(Message.text(
                    "The outdated file \"%s\" can not be read (%s). Remove it.", fileName, FileTrouble.reason(e)));
            return false;
        }
    }

    /** Removes files of this folder by name; a file that can not be removed is an error, as it would pass for a clip. */
    public void discard(String fileName) {
        Path target = directory.resolve(fileName).normalize();
        // Names come from a manifest that anyone may have edited.
        if (!directory.equals(target.getParent())) {
            return;
        }
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw VideogenException.of(ErrorKind.STORAGE, "stale_output", e)
                    .says(
                            "The outdated file \"%s\" can not be removed (%s). Remove it.",
                            target, FileTrouble.reason(e));
        }
    }

    private static String copy(Path source, Path target, long bytes) throws IOException {
        MessageDigest digest = Sha256.begin();
        try (FileChannel in = FileChannel.open(source, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.max(1, Math.min(BUFFER, bytes)));
            while (in.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.rewind();
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                buffer.clear();
            }
            out.force(true);
        }
        return Sha256.hex(digest);
    }

    private static VideogenException interrupted(Path target) {
        return VideogenException.of(ErrorKind.INTERRUPTED, "interrupted")
                .says("The build was interrupted before the clip was written to \"%s\".", target);
    }
}
