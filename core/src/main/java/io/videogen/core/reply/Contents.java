package io.videogen.core.reply;

import java.net.URI;
import java.util.Optional;

/**
 * Where the API itself serves the files of a job whose reply tells no URL.
 *
 * @param video address of the clip, where the API has one; without it a job that is completed and tells no URL failed
 * @param thumbnail address of a still picture, where the API documents one
 */
public record Contents(Optional<URI> video, Optional<URI> thumbnail) {}
