package io.videogen.film.sound;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Lays the sounds of shots onto one track, with cross-fades where shots overlap. FFmpeg could too, but decodes all inputs
 * of a graph ahead, so that its memory grows with the film.
 */
public final class ShotTrack implements Closeable {

    private static final int BLOCK = 1 << 15;
    /** An edge without a fade cracks. */
    private static final long EDGE = SoundGrid.RATE / 200;

    private final FileChannel track;
    private final long samples;

    /**
     * Begins a track of silence.
     *
     * @param samples of its length
     */
    public ShotTrack(Path file, long samples) throws IOException {
        this.track = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.samples = samples;
        if (samples > 0) {
            track.write(ByteBuffer.allocate(1), samples * SoundGrid.BYTES - 1);
        }
    }

    /**
     * Adds a sound.
     *
     * @param sound samples without a header
     * @param at where it begins
     * @param length in samples
     * @param in over how many samples it grows
     * @param out over how many it fades
     */
    public void add(Path sound, long at, long length, long in, long out) throws IOException {
        long growing = Math.max(EDGE, in);
        long fading = Math.max(EDGE, out);
        try (InputStream stream = Files.newInputStream(sound)) {
            long done = 0;
            while (done < length && at + done < samples) {
                byte[] block = stream.readNBytes(BLOCK);
                int count = (int) Math.min(block.length / SoundGrid.BYTES, samples - at - done);
                if (count == 0) {
                    return;
                }
                ShortBuffer from =
                        ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
                mix(from, count, at + done, done, length, growing, fading);
                done += count;
            }
        }
    }

    private void mix(ShortBuffer from, int count, long at, long done, long length, long growing, long fading)
            throws IOException {
        ByteBuffer there = ByteBuffer.allocate(count * SoundGrid.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        long place = at * SoundGrid.BYTES;
        while (there.hasRemaining() && track.read(there, place + there.position()) > 0) {
            continue;
        }
        for (int i = 0; i < count; i++) {
            // Of two different sounds it is the power that must stay the same.
            double gain = Math.sin(Math.PI / 2 * Math.min(1, (done + i + 0.5) / growing))
                    * Math.sin(Math.PI / 2 * Math.min(1, (length - done - i - 0.5) / fading));
            for (int channel = 0; channel < 2; channel++) {
                int index = (i * 2 + channel) * 2;
                double sum = there.getShort(index) + from.get(i * 2 + channel) * gain;
                there.putShort(index, (short) Math.round(Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum))));
            }
        }
        there.position(0).limit(count * SoundGrid.BYTES);
        while (there.hasRemaining()) {
            track.write(there, place + there.position());
        }
    }

    @Override
    public void close() throws IOException {
        track.close();
    }
}
