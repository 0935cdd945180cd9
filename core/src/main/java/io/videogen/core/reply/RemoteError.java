package io.videogen.core.reply;

import io.videogen.core.text.Said;
import java.util.Optional;

/**
 * An error in the words of the API.
 *
 * @param message the API's message, bounded in length; may be empty
 * @param code the API's code, a number turned into text
 * @param type the API's error type
 */
public record RemoteError(Said message, Optional<Said> code, Optional<Said> type) {

    /** No words at all. */
    public static final RemoteError NOTHING = new RemoteError(Said.NOTHING, Optional.empty(), Optional.empty());
}
