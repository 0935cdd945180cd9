package io.videogen.core.reply;

import io.videogen.core.advice.Message;
import io.videogen.core.text.Said;
import java.util.List;
import java.util.Locale;

/**
 * Tells a refusal by content rules from a broken request. No API enumerates its codes, so known words are looked for;
 * the result only chooses the wording and the kind of an error, never what is done.
 */
public final class Moderation {

    private static final List<String> WORDS = List.of(
            "moderation",
            "moderated",
            "content_policy",
            "content policy",
            "sentinel_block",
            "safety system",
            "inputtextsensitive",
            "inputimagesensitive",
            "inputvideosensitive",
            "inputaudiosensitive",
            "sensitive_words",
            "prompt_blocked");

    private Moderation() {}

    /** What a user can do about one. */
    public static String advice() {
        return Message.text("This is a refusal of its content rules: change the prompt or the reference.");
    }

    public static boolean isMeant(RemoteError error) {
        String text = (error.code().orElse(Said.NOTHING) + " " + error.type().orElse(Said.NOTHING) + " "
                        + error.message())
                .toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(text::contains);
    }
}
