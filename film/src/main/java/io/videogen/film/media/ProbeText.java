package io.videogen.film.media;

import io.videogen.film.model.FrameRate;
import io.videogen.film.model.Size;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Understands what {@code ffprobe -of flat -show_streams -show_format} prints: {@code key=value} or {@code key="value"}. */
final class ProbeText {

    private static final Set<String> HDR = Set.of("smpte2084", "arib-std-b67");
    private static final Set<String> INTERLACED = Set.of("tt", "bb", "tb", "bt");

    private static final double LATE = 0.1;

    private final Map<String, String> values = new HashMap<>();

    ProbeText(List<String> lines) {
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                String value = line.substring(equals + 1);
                boolean quoted = value.length() >= 2 && value.startsWith("\"") && value.endsWith("\"");
                values.put(line.substring(0, equals), quoted ? value.substring(1, value.length() - 1) : value);
            }
        }
    }

    MediaFacts facts(double secondsIfUnknown) {
        OptionalInt picture = pictureStream();
        double length = picture.isPresent() && tellsLength() ? length(stream(picture.getAsInt())) : 0;
        return new MediaFacts(
                picture.isPresent() ? Optional.of(picture(stream(picture.getAsInt()))) : Optional.empty(),
                streams().anyMatch(i -> value(stream(i) + "codec_type").equals("audio")),
                length > 0 ? length : secondsIfUnknown,
                value("format.tags.comment"));
    }

    /** Index of the first stream of pictures that is no cover. */
    OptionalInt pictureStream() {
        return streams()
                .filter(i -> value(stream(i) + "codec_type").equals("video"))
                .filter(i -> !value(stream(i) + "disposition.attached_pic").equals("1"))
                .filter(i -> number(stream(i) + "width") > 0 && number(stream(i) + "height") > 0)
                .findFirst();
    }

    /** Whether the file is a picture, or numbered ones, and no container. */
    boolean isPictureFile() {
        String format = value("format.format_name");
        return format.equals("image2") || format.endsWith("_pipe");
    }

    /** Of the container, 0 if it does not say. */
    double containerLength() {
        return number("format.duration");
    }

    /** Whether the file tells how long its pictures, or else it as a whole, last. */
    boolean tellsLength() {
        OptionalInt picture = pictureStream();
        if (picture.isEmpty()) {
            return containerLength() > 0;
        }
        String stream = stream(picture.getAsInt());
        // Matroska tells when a stream ends, which is no length if it begins late.
        boolean late = number(stream + "start_time") > LATE && number(stream + "duration") <= 0;
        return !late && length(stream) > 0;
    }

    private IntStream streams() {
        return IntStream.range(0, (int) Math.min(64, number("format.nb_streams")));
    }

    private static String stream(int index) {
        return "streams.stream." + index + ".";
    }

    private double length(String stream) {
        double own = number(stream + "duration");
        if (own > 0) {
            return own;
        }
        double tagged = clock(value(stream + "tags.DURATION"));
        return tagged > 0 ? tagged : containerLength();
    }

    private MediaFacts.Picture picture(String stream) {
        double width = number(stream + "width");
        double height = number(stream + "height");
        double[] shape = fraction(value(stream + "sample_aspect_ratio"), ':');
        if (shape[0] > 0 && shape[1] > 0) {
            width = width * shape[0] / shape[1];
        }
        long turn = Math.round(rotation(stream) / 90) % 2;
        String format = value(stream + "pix_fmt").toLowerCase(Locale.ROOT);
        return new MediaFacts.Picture(
                turn == 0 ? Size.even(width, height) : Size.even(height, width),
                rate(stream),
                format.contains("yuva") || format.matches("(pal8|rgba.*|bgra.*|argb.*|abgr.*|gbrap.*|ya\\d+.*)"),
                HDR.contains(value(stream + "color_transfer")),
                INTERLACED.contains(value(stream + "field_order")),
                matrix(value(stream + "color_space"), height));
    }

    private double rotation(String stream) {
        return IntStream.range(0, 8)
                .mapToDouble(i -> number(stream + "side_data_list.side_data." + i + ".rotation"))
                .filter(angle -> angle != 0)
                .findFirst()
                .orElse(0);
    }

    private FrameRate rate(String stream) {
        for (String key : List.of("avg_frame_rate", "r_frame_rate")) {
            double[] rate = fraction(value(stream + key), '/');
            double perSecond = rate[1] > 0 ? rate[0] / rate[1] : 0;
            if (perSecond >= 10 && perSecond <= 60.1) {
                return nearest(perSecond);
            }
        }
        return FrameRate.USUAL;
    }

    /** Phones and recorders write rates such as 29.97123: films are made at those that everything plays. */
    private static FrameRate nearest(double perSecond) {
        for (FrameRate usual : List.of(
                new FrameRate(24000, 1001),
                new FrameRate(24, 1),
                new FrameRate(25, 1),
                new FrameRate(30000, 1001),
                new FrameRate(30, 1),
                new FrameRate(50, 1),
                new FrameRate(60000, 1001),
                new FrameRate(60, 1))) {
            if (Math.abs(usual.perSecond() - perSecond) < 0.012) {
                return usual;
            }
        }
        return new FrameRate((int) Math.max(10, Math.round(perSecond)), 1);
    }

    /** Files that do not say how colours are coded are shown by their size, as players do. */
    private static String matrix(String space, double height) {
        return switch (space) {
            case "bt709", "smpte170m", "fcc", "smpte240m" -> space;
            case "bt470bg" -> "bt470";
            case "bt2020nc", "bt2020c" -> "bt2020";
            case "gbr" -> "bt709";
            default -> height > 576 ? "bt709" : "bt601";
        };
    }

    private String value(String key) {
        return values.getOrDefault(key, "");
    }

    private double number(String key) {
        return parsed(value(key));
    }

    private static double parsed(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static double[] fraction(String text, char sign) {
        int at = text.indexOf(sign);
        return at < 0
                ? new double[] {0, 0}
                : new double[] {parsed(text.substring(0, at)), parsed(text.substring(at + 1))};
    }

    /** {@code 00:01:02.5} in seconds. */
    private static double clock(String text) {
        String[] parts = text.split(":");
        return parts.length == 3 ? parsed(parts[0]) * 3600 + parsed(parts[1]) * 60 + parsed(parts[2]) : 0;
    }
}
