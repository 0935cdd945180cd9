package io.videogen.core.media;

import io.videogen.core.advice.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Walks the elements of a WebM or Matroska file (RFC 8794 and RFC 9559): the EBML header, then one segment whose
 * children must all end inside it. Duration and picture size are not read.
 */
final class WebmStructure {

    private static final long EBML = 0x1A45DFA3L;
    private static final long DOC_TYPE = 0x4282L;
    private static final long SEGMENT = 0x18538067L;
    private static final long TRACKS = 0x1654AE6BL;
    private static final long CLUSTER = 0x1F43B675L;
    private static final long UNKNOWN = -1;
    private static final int LONGEST_HEADER = 12;
    private static final int LARGEST_EBML_HEADER = 4096;

    /** Live recordings have an element for each frame at this level. */
    private static final int MOST_ELEMENTS = 1_000_000;

    /** @param size bytes of the content, or {@link #UNKNOWN} */
    private record Element(long id, int header, long size) {}

    private final FileView view;
    private boolean tracks;
    private boolean cluster;

    private WebmStructure(FileView view) {
        this.view = view;
    }

    static MediaCheck check(FileView view) throws IOException {
        return new WebmStructure(view).check();
    }

    private MediaCheck check() throws IOException {
        Element header = element(view.readUpTo(0, LONGEST_HEADER));
        if (header == null || header.size() > view.size() - header.header()) {
            return new MediaCheck.Incomplete(Message.text("the file ends inside its EBML header"));
        }
        if (header.id() != EBML || header.size() < 0 || header.size() > LARGEST_EBML_HEADER) {
            return new MediaCheck.Unfit(Message.text("the EBML header is damaged"));
        }
        String type = docType(view.read(header.header(), (int) header.size()));
        if (!type.equals("webm") && !type.equals("matroska")) {
            return new MediaCheck.Unfit(Message.text("the EBML document is not WebM but \"%s\"", type));
        }
        long at = header.header() + header.size();
        Element segment = element(view.readUpTo(at, LONGEST_HEADER));
        if (segment == null) {
            return new MediaCheck.Incomplete(Message.text("the file ends before its segment"));
        }
        if (segment.id() != SEGMENT) {
            return new MediaCheck.Unfit(Message.text("there is no segment after the EBML header"));
        }
        at += segment.header();
        if (segment.size() > view.size() - at) {
            return new MediaCheck.Incomplete(Message.text(
                    "the segment has %s bytes, and only %s of them are there", segment.size(), view.size() - at));
        }
        return children(at, segment.size() == UNKNOWN ? view.size() : at + segment.size());
    }

    private MediaCheck children(long start, long end) throws IOException {
        long at = start;
        for (int count = 0; at < end; count++) {
            if (count == MOST_ELEMENTS) {
                return new MediaCheck.Unfit(Message.text("the file has more than %s elements", MOST_ELEMENTS));
            }
            Element child = element(view.readUpTo(at, LONGEST_HEADER));
            if (child == null) {
                return new MediaCheck.Incomplete(Message.text("the file ends inside an element at byte %s", at));
            }
            if (child.id() < 0) {
                return new MediaCheck.Unfit(Message.text("there is no element at byte %s where one should start", at));
            }
            tracks |= child.id() == TRACKS;
            cluster |= child.id() == CLUSTER && child.size() != 0;
            at += child.header();
            if (child.size() == UNKNOWN) {
                if (child.id() != CLUSTER) {
                    return new MediaCheck.Unfit(
                            Message.text("an element of unknown size at byte %s is no cluster", at));
                }
                continue; // its children follow, and are walked as if they were its siblings
            }
            if (child.size() > end - at) {
                return new MediaCheck.Incomplete(Message.text(
                        "an element at byte %s has %s bytes, and only %s of them are there",
                        at, child.size(), end - at));
            }
            at += child.size();
        }
        if (!tracks || !cluster) {
            return new MediaCheck.Incomplete(
                    tracks
                            ? Message.text("the video's own data (a cluster) is missing")
                            : Message.text("the list of tracks is missing"));
        }
        return MovieBox.withoutFacts(MediaFormat.WEBM);
    }

    /** @return null when the header is cut; id -1 when there is none */
    private static Element element(ByteBuffer bytes) {
        if (!bytes.hasRemaining()) {
            return null;
        }
        int idLength = Integer.numberOfLeadingZeros(bytes.get(0) & 0xFF) - 23;
        if (idLength > 4) {
            return new Element(-1, 1, 0);
        }
        if (bytes.remaining() <= idLength) {
            return null;
        }
        int sizeLength = Integer.numberOfLeadingZeros(bytes.get(idLength) & 0xFF) - 23;
        if (sizeLength > 8) {
            return new Element(-1, idLength, 0);
        }
        if (bytes.remaining() < idLength + sizeLength) {
            return null;
        }
        long size = number(bytes, idLength, sizeLength) & ((1L << (7 * sizeLength)) - 1);
        boolean unknown = size == (1L << (7 * sizeLength)) - 1;
        return new Element(number(bytes, 0, idLength), idLength + sizeLength, unknown ? UNKNOWN : size);
    }

    private static String docType(ByteBuffer header) {
        ByteBuffer rest = header;
        while (rest.hasRemaining()) {
            Element field = element(rest.slice());
            if (field == null
                    || field.id() < 0
                    || field.size() < 0
                    || field.size() > rest.remaining() - field.header()) {
                return "";
            }
            int content = rest.position() + field.header();
            if (field.id() == DOC_TYPE) {
                byte[] text = new byte[(int) Math.min(field.size(), 32)];
                rest.get(content, text);
                return new String(text, StandardCharsets.US_ASCII).replaceAll("[^A-Za-z0-9]", "");
            }
            rest.position(content + (int) field.size());
        }
        return "";
    }

    private static long number(ByteBuffer bytes, int at, int length) {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | bytes.get(at + i) & 0xFF;
        }
        return value;
    }
}
