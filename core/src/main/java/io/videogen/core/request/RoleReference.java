package io.videogen.core.request;

import java.util.Optional;

/**
 * A picture, clip or sound that the video is made after, besides its first and last frame.
 *
 * @param role what the API shall take it for, in the API's own word; without it the API's word for its kind
 */
public record RoleReference(Reference reference, Optional<String> role) {}
