package io.videogen.core.media;

import io.videogen.core.advice.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Checks a file in bounded memory and time, whatever it holds.
 *
 * <p>Completeness is what the container can prove: every top-level box or element of an MP4, MOV or WebM ends inside
 * the file, index and media data are there, and every sample that an MP4's index names is there too. What it cannot
 * prove is left to the lengths that a server claims: a fragmented MP4 cut exactly between two fragments, or a
 * live-recorded WebM cut exactly between two clusters, has nothing missing by its own words.
 */
public final class MediaFile {

    private MediaFile() {}

    /** Checks a file that should be a video. */
    public static MediaCheck video(Path file) throws IOException {
        try (FileChannel channel = open(file)) {
            FileView view = new FileView(channel);
            MediaFormat format = sniff(view);
            return switch (format) {
                case MP4, MOV -> Mp4Structure.check(view, format);
                case WEBM -> WebmStructure.check(view);
                default -> unfit(view, format, Message.text("a video"));
            };
        }
    }

    /** Checks a file that should be a still picture. */
    public static MediaCheck picture(Path file) throws IOException {
        try (FileChannel channel = open(file)) {
            FileView view = new FileView(channel);
            MediaFormat format = sniff(view);
            Optional<MediaCheck> flaw =
                    switch (format) {
                        case JPEG -> PictureStructure.jpeg(view);
                        case PNG -> PictureStructure.png(view);
                        case WEBP -> PictureStructure.webp(view);
                        default -> Optional.of(unfit(view, format, Message.text("a picture")));
                    };
            return flaw.orElseGet(
                    () -> new MediaCheck.Whole(format, OptionalDouble.empty(), Optional.empty(), Optional.empty()));
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    private static MediaFormat sniff(FileView view) throws IOException {
        ByteBuffer head = view.readUpTo(0, MediaFormat.HEAD);
        return MediaFormat.of(head.array(), head.limit());
    }

    private static MediaCheck unfit(FileView view, MediaFormat format, String wanted) {
        if (view.size() == 0) {
            return new MediaCheck.Incomplete(Message.text("the file is empty"));
        }
        if (format == MediaFormat.UNKNOWN && view.size() < MediaFormat.HEAD) {
            return new MediaCheck.Incomplete(Message.text("only %s bytes are there", view.size()));
        }
        String found =
                switch (format) {
                    case JSON -> Message.text("JSON text");
                    case HTML -> Message.text("a web page");
                    case UNKNOWN -> Message.text("of no known format");
                    default -> Message.text("a .%s file", format.extension());
                };
        return new MediaCheck.Unfit(Message.text("the bytes are not %s but %s", wanted, found));
    }
}
