package io.videogen.core.reply;

import com.fasterxml.jackson.databind.JsonNode;
import io.videogen.core.text.ServerText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Numbers and times in the forms that gateways give them. */
final class ReplyValues {

    private static final List<String> PROGRESS = List.of(
            "/progress",
            "/data/progress",
            "/percent",
            "/progress_pct",
            "/task/progress",
            "/output/progress",
            "/detail/pending_info/progress_pct");
    private static final List<String> CREATED =
            List.of("/created_at", "/data/created_at", "/created", "/data/submit_time", "/task/created_at");
    /** Numbers from here on are milliseconds: as seconds they would lie thousands of years ahead. */
    private static final double FIRST_MILLIS = 1e11;

    private static final int LONGEST_UNIT = 20;

    private ReplyValues() {}

    /** Percent from 0 to 100 out of {@code 45}, {@code "45"}, {@code "45%"} or {@code 0.45}. */
    static OptionalDouble progress(JsonNode root) {
        return Texts.first(root, PROGRESS).map(ReplyValues::percent).orElse(OptionalDouble.empty());
    }

    /** A cost in the common shape; a number of a length that no price has counts as none. */
    static Optional<Cost> cost(JsonNode root, ServerText words) {
        String amount = Texts.of(root.at("/cost/amount")).orElse("");
        return amount.matches("\\d{1,15}(\\.\\d{1,12})?")
                ? Texts.of(root.at("/cost/unit"))
                        .map(unit -> new Cost(new BigDecimal(amount), words.said(unit, LONGEST_UNIT)))
                : Optional.empty();
    }

    static Optional<Instant> created(JsonNode root) {
        return Texts.first(root, CREATED).flatMap(ReplyValues::time);
    }

    private static OptionalDouble percent(String text) {
        String number =
                text.endsWith("%") ? text.substring(0, text.length() - 1).strip() : text;
        if (!number.matches("\\d{1,12}(\\.\\d{1,30})?")) {
            return OptionalDouble.empty();
        }
        double value = Double.parseDouble(number);
        boolean fraction = !text.endsWith("%") && value <= 1 && number.indexOf('.') >= 0;
        return OptionalDouble.of(Math.min(fraction ? value * 100 : value, 100));
    }

    private static Optional<Instant> time(String text) {
        try {
            if (text.matches("\\d{1,15}(\\.\\d{1,9})?")) {
                double value = Double.parseDouble(text);
                return Optional.of(Instant.ofEpochMilli((long) (value >= FIRST_MILLIS ? value : value * 1000)));
            }
            return text.length() > 40
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
