package io.videogen.core.media;

import io.videogen.core.advice.Message;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads small pieces of a file at any place, big-endian. */
final class FileView {

    private final FileChannel channel;
    private final long size;

    FileView(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
    }

    long size() {
        return size;
    }

    /** Exactly so many bytes; the caller has bounded them and checked them against {@link #size()}. */
    ByteBuffer read(long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new EOFException(Message.text("file shrank while it was read"));
            }
        }
        return bytes.flip();
    }

    /** Up to so many bytes, fewer at the end of the file. */
    ByteBuffer readUpTo(long at, int length) throws IOException {
        return read(at, (int) Math.max(0, Math.min(length, size - at)));
    }
}
