package io.videogen.core.api;

import io.videogen.core.VideogenException;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request's values in the forms that APIs want. */
final class FieldValues {

    private static final Pattern PIXELS = Pattern.compile("(\\d{1,5})[xX*\u00d7](\\d{1,5})");

    private FieldValues() {}

    /**
     * The length, for an API that takes whole seconds within a range.
     *
     * @throws VideogenException if it is another
     */
    static Optional<Integer> seconds(ApiName api, VideoRequest request, int least, int most) {
        return request.seconds().map(text -> {
            BigDecimal value = new BigDecimal(text);
            boolean whole = value.stripTrailingZeros().scale() <= 0;
            if (!whole || value.intValue() < least || value.intValue() > most) {
                throw VideogenException.invalid("invalid_seconds")
                        .says(
                                "The length \"%s\" does not fit: the api \"%s\" takes whole seconds from %s to %s.",
                                text, api.word(), least, most);
            }
            return value.intValue();
        });
    }

    /** The ratio of width and height, such as {@code 16:9}, as it is set or as the size says it. */
    static Optional<String> ratio(VideoRequest request) {
        return request.text(VideoField.ASPECT_RATIO).or(() -> request.size().flatMap(FieldValues::ratioOf));
    }

    /** The resolution, such as {@code 720p}, as it is set or as the size says it; its letter in lower case. */
    static Optional<String> resolution(VideoRequest request) {
        return request.text(VideoField.RESOLUTION)
                .or(() -> request.size().flatMap(FieldValues::resolutionOf))
                .map(text -> text.toLowerCase(Locale.ROOT));
    }

    /** Width and height with something between them, where the size is in pixels. */
    static Optional<String> pixels(VideoRequest request, String between) {
        return request.size()
                .map(PIXELS::matcher)
                .filter(Matcher::matches)
                .map(size -> size.group(1) + between + size.group(2));
    }

    /** @throws VideogenException if the value is none of a documented set, which the message lists */
    static void oneOf(ApiName api, String field, Optional<String> value, Collection<String> documented) {
        value.filter(text -> !documented.contains(text)).ifPresent(text -> {
            throw VideogenException.invalid("invalid_" + field)
                    .says(
                            "The %s \"%s\" is none that the api \"%s\" has: it takes \"%s\".",
                            field, text, api.word(), String.join("\", \"", documented));
        });
    }

    private static Optional<String> ratioOf(String size) {
        Matcher pixels = PIXELS.matcher(size);
        if (pixels.matches()) {
            BigInteger width = new BigInteger(pixels.group(1));
            BigInteger height = new BigInteger(pixels.group(2));
            BigInteger common = width.gcd(height).max(BigInteger.ONE);
            return Optional.of(width.divide(common) + ":" + height.divide(common));
        }
        return size.contains(":") ? Optional.of(size) : Optional.empty();
    }

    private static Optional<String> resolutionOf(String size) {
        Matcher pixels = PIXELS.matcher(size);
        if (pixels.matches()) {
            return Optional.of(Math.min(Integer.parseInt(pixels.group(1)), Integer.parseInt(pixels.group(2))) + "p");
        }
        return size.contains(":") ? Optional.empty() : Optional.of(size);
    }
}
