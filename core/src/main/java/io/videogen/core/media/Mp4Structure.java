package io.videogen.core.media;

import io.videogen.core.advice.Message;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Walks the top-level boxes of an MP4 or QuickTime file (ISO/IEC 14496-12, section 4.2): each is a 32-bit size and a
 * four-letter type; size 1 means that 64 bits follow, size 0 that the box runs to the end of the file.
 */
final class Mp4Structure {

    /** A movie box of an hour at 60 frames a second is some 3 MB. A larger one is not read, only measured. */
    static final int LARGEST_MOVIE_BOX = 8 << 20;

    /** An hour of half-second fragments has two boxes for each. */
    private static final int MOST_BOXES = 100_000;

    private static final int PROBES = 16;
    private static final int PROBE_BYTES = 4096;

    private final FileView view;
    private long movieAt = -1;
    private long movieBytes;
    private long mediaBytes;
    private boolean mediaHasContent;

    private Mp4Structure(FileView view) {
        this.view = view;
    }

    static MediaCheck check(FileView view, MediaFormat format) throws IOException {
        return new Mp4Structure(view).check(format);
    }

    private MediaCheck check(MediaFormat format) throws IOException {
        long at = 0;
        for (int count = 0; at < view.size(); count++) {
            if (count == MOST_BOXES) {
                return new MediaCheck.Unfit(Message.text("the file has more than %s boxes", MOST_BOXES));
            }
            Box box = Box.read(view.readUpTo(at, Box.LONGEST_HEADER), view.size() - at);
            if (box == null) {
                return new MediaCheck.Incomplete(
                        Message.text("the file ends inside the header of a box at byte %s", at));
            }
            if (!box.isPlausible()) {
                return new MediaCheck.Unfit(Message.text("there is no box at byte %s where one should start", at));
            }
            if (box.size() > view.size() - at) {
                return new MediaCheck.Incomplete(Message.text(
                        "box \"%s\" at byte %s has %s bytes, and only %s of them are there",
                        box.type(), at, box.size(), view.size() - at));
            }
            note(box, at);
            at += box.size();
        }
        return verdict(format);
    }

    private void note(Box box, long at) throws IOException {
        long payload = box.size() - box.header();
        if (box.type().equals("moov") && movieAt < 0) {
            movieAt = at + box.header();
            movieBytes = payload;
        } else if (box.type().equals("mdat") && payload > 0) {
            mediaBytes += payload;
            mediaHasContent |= holdsMoreThanZeros(at + box.header(), payload);
        }
    }

    private MediaCheck verdict(MediaFormat format) throws IOException {
        if (movieAt < 0) {
            return new MediaCheck.Incomplete(Message.text("the index of the video (box \"moov\") is missing"));
        }
        if (mediaBytes == 0) {
            return new MediaCheck.Incomplete(Message.text("the video's own data (box \"mdat\") is missing"));
        }
        if (!mediaHasContent) {
            return new MediaCheck.Unfit(Message.text("the video's own data (box \"mdat\") holds nothing but zeros"));
        }
        if (movieBytes > LARGEST_MOVIE_BOX) {
            return MovieBox.withoutFacts(format);
        }
        ByteBuffer movie = view.read(movieAt, (int) movieBytes);
        long needed = SampleIndex.end(movie.duplicate());
        if (needed > view.size()) {
            return new MediaCheck.Incomplete(Message.text(
                    "the video's index names data up to byte %s, and the file has %s", needed, view.size()));
        }
        return MovieBox.facts(movie, format);
    }

    /** Looks at some evenly spread places: a file whose data was never written is zeros all over. */
    private boolean holdsMoreThanZeros(long at, long length) throws IOException {
        long step = Math.max(1, (length - PROBE_BYTES) / (PROBES - 1));
        for (long probe = 0; probe < length; probe += step) {
            ByteBuffer bytes = view.read(at + probe, (int) Math.min(PROBE_BYTES, length - probe));
            while (bytes.hasRemaining()) {
                if (bytes.get() != 0) {
                    return true;
                }
            }
            if (length <= PROBE_BYTES) {
                return false;
            }
        }
        return false;
    }
}
