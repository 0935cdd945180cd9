package io.videogen.core.batch;

import io.videogen.core.advice.Message;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares a clip with the request: models round lengths and sizes, and some gateways deliver something else. */
final class AsAskedFor {

    private static final Pattern PIXELS = Pattern.compile("(\\d{1,5})[xX*\u00d7](\\d{1,5})");
    private static final Pattern RATIO = Pattern.compile("(\\d{1,3}):(\\d{1,3})");
    private static final Pattern LINES = Pattern.compile("(\\d{3,4})[pP]");
    /** An encoder makes odd numbers even. */
    private static final int PIXEL = 1;

    private static final double RATIO_TOLERANCE = 0.02;

    private AsAskedFor() {}

    /** What differs, each a sentence; what the container does not tell is not judged. */
    static List<String> differences(VideoRequest request, VerifiedFile clip) {
        List<String> differences = new ArrayList<>();
        // Of a clip that is made longer, nobody says how long it was.
        Optional<BigDecimal> seconds = request.isExtension() ? Optional.empty() : request.countedSeconds();
        seconds.map(BigDecimal::doubleValue).ifPresent(asked -> {
            double length = clip.durationSeconds().orElse(asked);
            double off = Math.abs(length - asked);
            if (off > asked / 10 && off > 0.5) {
                differences.add(Message.text(
                        "It is %s s long, and %s s were asked for.",
                        plain(length), request.seconds().get()));
            }
        });
        if (clip.width().isPresent() && clip.height().isPresent()) {
            int width = clip.width().get();
            int height = clip.height().get();
            for (VideoField field : List.of(VideoField.SIZE, VideoField.ASPECT_RATIO, VideoField.RESOLUTION)) {
                String asked = request.text(field).orElse("");
                if (!asked.isEmpty() && !fits(asked, width, height)) {
                    differences.add(Message.text("Its picture is %sx%s, and %s was asked for.", width, height, asked));
                }
            }
        }
        return differences;
    }

    private static boolean fits(String asked, int width, int height) {
        Optional<Matcher> pixels = match(PIXELS, asked);
        if (pixels.isPresent()) {
            return near(width, number(pixels.get(), 1)) && near(height, number(pixels.get(), 2));
        }
        Optional<Matcher> ratio = match(RATIO, asked);
        if (ratio.isPresent()) {
            double wanted = (double) number(ratio.get(), 1) / Math.max(1, number(ratio.get(), 2));
            return Math.abs((double) width / Math.max(1, height) - wanted) <= wanted * RATIO_TOLERANCE;
        }
        // What "2K" means differs from API to API.
        return match(LINES, asked)
                .map(lines -> near(Math.min(width, height), number(lines, 1)))
                .orElse(true);
    }

    private static Optional<Matcher> match(Pattern pattern, String text) {
        return Optional.of(pattern.matcher(text)).filter(Matcher::matches);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static boolean near(int there, int asked) {
        return Math.abs(there - asked) <= PIXEL;
    }

    private static String plain(double seconds) {
        return BigDecimal.valueOf(seconds)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
