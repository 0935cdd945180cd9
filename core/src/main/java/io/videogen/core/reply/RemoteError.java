package io.videogen.core.reply;

import java.util.Optional;

/**
 * An error in the words of the API.
 *
 * @param message the API's message, bounded in length; may be empty
 * @param code the API's code, a number turned into text
 * @param type the API's error type
 */
public record RemoteError(String message, Optional<String> code, Optional<String> type) {}
