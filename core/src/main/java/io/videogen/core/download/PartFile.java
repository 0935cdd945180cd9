package io.videogen.core.download;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
import io.videogen.core.file.FileTrouble;
import io.videogen.core.file.ForeignFileException;
import io.videogen.core.file.OwnFiles;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A file that grows over several attempts, and the note beside it. Every trouble with the disk is a
 * {@link VideogenException} of kind {@code STORAGE}; a symbolic link in the file's place is refused.
 */
final class PartFile implements Closeable {

    static final String NOTE_SUFFIX = ".resume";
    private static final int LARGEST_NOTE = 16 << 10;

    private final Path path;
    private final Writeback writeback;
    private PartNote note;
    private long length;

    /** Appends; unlike a channel it is not closed by an interrupt in the middle of a write. */
    private OutputStream out;

    private PartFile(Path path, PartNote note) {
        this.path = path;
        this.note = note;
        this.writeback = new Writeback(this);
    }

    /** Opens what an earlier attempt left for the same address, or an empty file. */
    static PartFile open(Path path, String address) throws InterruptedException {
        PartFile part = new PartFile(path, new PartNote(address, Optional.empty(), OptionalLong.empty(), 0));
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Optional<PartNote> left = readNote(path)
                    .filter(note ->
                            note.address().equals(address) && note.validator().isPresent());
            part.take(left);
            return part;
        } catch (IOException e) {
            throw part.failed(e);
        }
    }

    Path path() {
        return path;
    }

    long length() {
        return length;
    }

    PartNote note() {
        return note;
    }

    /** Forgets what is there, and starts a file with the given validator and length. */
    void restart(Optional<String> validator, OptionalLong total) throws InterruptedException {
        try {
            // The old note must never stand beside bytes of another file.
            Files.deleteIfExists(notePath(path));
            note = new PartNote(note.address(), validator, total, 0);
            if (length > 0) {
                close();
                take(Optional.empty());
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void append(byte[] bytes, int offset, int count) throws InterruptedException {
        try {
            out.write(bytes, offset, count);
            length += count;
            writeback.grown(count);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Takes back what was appended after that many bytes. */
    void cutTo(long bytes) throws InterruptedException {
        try {
            close();
            note = note.withDurable(bytes);
            writeNote();
            take(Optional.of(note));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Makes what is there survive a crash of the machine. */
    void checkpoint() throws InterruptedException {
        try {
            forceAll(false);
            if (note.validator().isPresent() && length > 0) {
                note = note.withDurable(length);
                writeNote();
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Makes the finished file durable; its note is not needed any more. */
    void complete() throws InterruptedException {
        try {
            forceAll(true);
            Files.deleteIfExists(notePath(path));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** Removes the file and its note: what is there is of no use. */
    void discard() throws InterruptedException {
        try {
            close();
            discard(path);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The same for a file that is not open. The note goes first: it must never stand beside bytes of another file. */
    static void discard(Path path) throws IOException {
        Files.deleteIfExists(notePath(path));
        Files.deleteIfExists(path);
    }

    /**
     * Stops before the first byte when the disk cannot take the rest.
     *
     * @param more bytes still to come
     */
    void requireSpace(long more) throws InterruptedException {
        try {
            long free = free();
            if (free >= 0 && free < more) {
                throw VideogenException.of(ErrorKind.STORAGE, "disk_full")
                        .says(
                                "The clip needs %s more bytes in \"%s\", and only %s are free there. Free some space and"
                                        + " %s: the job is paid and kept.",
                                more, path.toAbsolutePath().getParent(), free, Advice.RUN_AGAIN);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** A {@code FileStore} reads the whole table of mounts each time, so it is asked only where a zero may mean anything. */
    private long free() throws IOException {
        long free = path.toFile().getUsableSpace();
        return free > 0 ? free : Files.getFileStore(path).getUsableSpace();
    }

    @Override
    public void close() {
        if (out != null) {
            try {
                out.close();
            } catch (IOException e) {
                // All that matters was forced to disk before.
            }
        }
        writeback.settle();
    }

    /** What to throw for a trouble with the file: an interrupt that a channel noticed is none. */
    VideogenException failed(IOException cause) throws InterruptedException {
        if (cause instanceof ClosedByInterruptException) {
            Thread.interrupted();
            throw new InterruptedException("interrupted while a file was written");
        }
        return VideogenException.of(ErrorKind.STORAGE, "storage", cause)
                .says(
                        "The clip cannot be written to \"%s\": %s. Check space and rights there and %s: the job"
                                + " is paid and kept.",
                        path, FileTrouble.reason(cause), Advice.RUN_AGAIN);
    }

    /** Cuts the file to what is known to be good of it, and opens it there. */
    private void take(Optional<PartNote> left) throws IOException {
        length = 0;
        OwnFiles.requireWritable(path);
        try (FileChannel channel = open(StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (left.isPresent() && left.get().durable() <= channel.size()) {
                note = left.get();
                length = note.durable();
            }
            channel.truncate(length);
        }
        out = Files.newOutputStream(path, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS);
    }

    private void forceAll(boolean metadata) throws IOException, InterruptedException {
        writeback.await();
        force(metadata);
    }

    void force(boolean metadata) throws IOException {
        try (FileChannel channel = open(StandardOpenOption.WRITE)) {
            channel.force(metadata);
        }
    }

    private FileChannel open(StandardOpenOption... options) throws IOException {
        Set<OpenOption> all = new HashSet<>(Set.of(options));
        all.add(LinkOption.NOFOLLOW_LINKS);
        return FileChannel.open(path, all);
    }

    private void writeNote() throws IOException {
        ByteBuffer text = ByteBuffer.wrap(note.toJson().getBytes(StandardCharsets.UTF_8));
        Path file = notePath(path);
        OwnFiles.create(file);
        try (FileChannel out = FileChannel.open(
                file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING, LinkOption.NOFOLLOW_LINKS)) {
            while (text.hasRemaining()) {
                out.write(text);
            }
        }
    }

    private static Optional<PartNote> readNote(Path path) throws IOException {
        Path file = notePath(path);
        try {
            return PartNote.fromJson(new String(OwnFiles.read(file, LARGEST_NOTE), StandardCharsets.UTF_8));
        } catch (NoSuchFileException | ForeignFileException e) {
            return Optional.empty();
        }
    }

    private static Path notePath(Path path) {
        return path.resolveSibling(path.getFileName() + NOTE_SUFFIX);
    }
}
