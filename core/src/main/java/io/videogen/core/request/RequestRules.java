package io.videogen.core.request;

import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks that hold whatever the API: values that no provider could mean. */
final class RequestRules {

    static final int MOST_CLIPS = 100;

    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(3600);

    private static final Pattern SIZE =
            Pattern.compile("\\d{1,5}[xX*\u00d7]\\d{1,5}|\\d{1,3}:\\d{1,3}|\\d{3,4}[pP]|[1-9]\\d?[kK]");
    private static final Pattern RATIO = Pattern.compile("\\d{1,3}:\\d{1,3}");
    private static final Pattern RESOLUTION = Pattern.compile("\\d{3,4}[pP]|[1-9]\\d?[kK]");
    private static final Pattern CONTINUED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*( +extended)?");

    private RequestRules() {}

    static String seconds(String seconds) {
        BigDecimal value;
        try {
            // Bounded before parsing: BigDecimal("1e999999999") is cheap to parse and ruinous to print.
            value = seconds.length() > 20 || seconds.indexOf('e') >= 0 || seconds.indexOf('E') >= 0
                    ? null
                    : new BigDecimal(seconds);
        } catch (NumberFormatException e) {
            value = null;
        }
        if (value == null || value.signum() <= 0 || value.compareTo(LONGEST_SECONDS) > 0) {
            throw VideogenException.invalid("invalid_seconds")
                    .says(
                            "The length \"%s\" is not a number of seconds above 0 and up to 3600, such as \"4\".",
                            seconds);
        }
        return seconds;
    }

    static void check(VideoField field, Object value) {
        checkUndamaged(field, value);
        switch (field) {
            case SIZE -> checkForm(field, value, SIZE);
            case ASPECT_RATIO -> checkForm(field, value, RATIO);
            case RESOLUTION -> checkForm(field, value, RESOLUTION);
            case CONTINUES -> checkForm(field, value, CONTINUED);
            case FPS -> checkRange(field, (Integer) value, 1000);
            case N -> checkRange(field, (Integer) value, MOST_CLIPS);
            default -> {
                // What the type holds is all that can be said.
            }
        }
    }

    /** Fields that contradict each other. */
    static void checkTogether(Map<VideoField, Object> values) {
        exclude(values, VideoField.SIZE, VideoField.ASPECT_RATIO);
        exclude(values, VideoField.SIZE, VideoField.RESOLUTION);
        exclude(values, VideoField.INPUT_REFERENCE, VideoField.FIRST_FRAME);
        exclude(values, VideoField.CONTINUES, VideoField.FIRST_FRAME);
        exclude(values, VideoField.CONTINUES, VideoField.INPUT_REFERENCE);
    }

    /** Java puts U+FFFD where bytes are no text of the charset that it believes in; what was there is lost. */
    private static void checkUndamaged(VideoField field, Object value) {
        String text = value.toString();
        if (text.indexOf('\ufffd') >= 0) {
            throw VideogenException.invalid("damaged_text")
                    .says(
                            "The field \"%s\" holds characters that were lost on the way here: \"%s\". The locale of"
                                    + " this process can not hold them; set it to UTF-8 (LC_ALL=C.UTF-8), or put the text into"
                                    + " a file in UTF-8.",
                            field.word(), text);
        }
    }

    private static void exclude(Map<VideoField, Object> values, VideoField one, VideoField other) {
        if (values.containsKey(one) && values.containsKey(other)) {
            throw VideogenException.invalid("contradicting_fields")
                    .says(
                            "The fields \"%s\" and \"%s\" say the same and are both set. Keep one of them.",
                            one.word(), other.word());
        }
    }

    private static void checkForm(VideoField field, Object value, Pattern form) {
        if (!form.matcher(value.toString()).matches()) {
            throw VideogenException.invalid("invalid_" + field.word())
                    .says(
                            "The field \"%s\" is \"%s\". Write it %s; what an API wants in another form can be sent"
                                    + " as it is with \"options\".",
                            field.word(), value, forms(field));
        }
    }

    private static String forms(VideoField field) {
        return switch (field) {
            case SIZE -> Message.text("as \"1280x720\", as a ratio such as \"16:9\", or as \"720p\" or \"2K\"");
            case ASPECT_RATIO -> Message.text("as a ratio such as \"16:9\"");
            case RESOLUTION -> Message.text("as \"720p\" or \"2K\"");
            default -> Message.text("as the name of another video, such as \"flight\", or as \"flight extended\"");
        };
    }

    private static void checkRange(VideoField field, int value, int most) {
        if (value < 1 || value > most) {
            throw VideogenException.invalid("invalid_" + field.word())
                    .says("The field \"%s\" is \"%s\". It must be from 1 to %s.", field.word(), value, most);
        }
    }
}
