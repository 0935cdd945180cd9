package io.videogen.core.output;

import io.videogen.core.artifact.VerifiedFile;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A clip in the output folder.
 *
 * @param name its name in the manifest: the video's, or with {@code n} above 1 the video's with a number
 * @param take which of several clips of its job it is; empty where the job makes one
 * @param file the clip, complete and verified
 * @param facts digest, length and picture size of the clip
 * @param thumbnail a still picture beside it
 */
public record DeliveredClip(String name, OptionalInt take, Path file, VerifiedFile facts, Optional<Path> thumbnail) {}
