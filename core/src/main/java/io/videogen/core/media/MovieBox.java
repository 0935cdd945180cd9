package io.videogen.core.media;

import com.drew.imaging.mp4.Mp4MetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.mp4.Mp4Directory;
import com.drew.metadata.mp4.media.Mp4VideoDirectory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Reads duration and picture size from a movie box through metadata-extractor.
 *
 * <p>The library trusts the sizes it reads and looks into user data, XMP packets and tables that can be made to blow
 * up. It is therefore handed a copy that holds only the few boxes needed, each of a size already checked.
 */
final class MovieBox {

    /** What is copied of each container; the headers before the rest, as the library wants them. */
    private static final Map<String, String[]> NEEDED = Map.of(
            "moov", new String[] {"mvhd", "trak"},
            "trak", new String[] {"tkhd", "mdia"},
            "mdia", new String[] {"mdhd", "hdlr", "minf"},
            "minf", new String[] {"vmhd", "stbl"},
            "stbl", new String[] {"stsd"});

    private MovieBox() {}

    static MediaCheck.Whole withoutFacts(MediaFormat format) {
        return new MediaCheck.Whole(format, OptionalDouble.empty(), Optional.empty(), Optional.empty());
    }

    /** Facts of a file that is known to be whole; they are left out where they cannot be read. */
    static MediaCheck.Whole facts(ByteBuffer movie, MediaFormat format) {
        try {
            Metadata metadata = Mp4MetadataReader.readMetadata(new ByteArrayInputStream(needed("moov", movie)));
            Double seconds = find(metadata, Mp4Directory.class, Mp4Directory.TAG_DURATION_SECONDS);
            return new MediaCheck.Whole(
                    format,
                    seconds != null && seconds > 0 && seconds < Integer.MAX_VALUE
                            ? OptionalDouble.of(seconds)
                            : OptionalDouble.empty(),
                    pixels(find(metadata, Mp4VideoDirectory.class, Mp4VideoDirectory.TAG_WIDTH)),
                    pixels(find(metadata, Mp4VideoDirectory.class, Mp4VideoDirectory.TAG_HEIGHT)));
        } catch (IOException | RuntimeException e) {
            // The facts are decoration; that the file is whole was proven without them.
            return withoutFacts(format);
        }
    }

    private static byte[] needed(String type, ByteBuffer content) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        copy.write(new byte[4]);
        copy.write(type.getBytes(StandardCharsets.US_ASCII));
        String[] children = NEEDED.get(type);
        if (children == null) {
            byte[] bytes = new byte[content.remaining()];
            content.get(bytes);
            copy.write(bytes);
        } else {
            for (String child : children) {
                for (ByteBuffer found : Boxes.children(content, child)) {
                    copy.write(needed(child, found));
                }
            }
        }
        byte[] box = copy.toByteArray();
        ByteBuffer.wrap(box).putInt(0, box.length);
        return box;
    }

    private static Double find(Metadata metadata, Class<? extends Directory> type, int tag) {
        for (Directory directory : metadata.getDirectoriesOfType(type)) {
            Double value = directory.getDoubleObject(tag);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static Optional<Integer> pixels(Double value) {
        return value != null && value >= 1 && value <= 65_535 ? Optional.of(value.intValue()) : Optional.empty();
    }
}
