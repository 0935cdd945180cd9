package io.videogen.core.artifact;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of a file that arrived whole and was checked.
 *
 * @param extension {@code mp4}, {@code mov}, {@code webm}, {@code jpg}, {@code png} or {@code webp}: it follows the
 *     bytes, not what a header claims
 * @param sha256 digest in lower-case hexadecimal
 * @param bytes length
 * @param durationSeconds length of a video in seconds, where its container tells
 * @param width width in pixels, where the container tells
 * @param height height in pixels, where the container tells
 */
public record VerifiedFile(
        String extension,
        String sha256,
        long bytes,
        OptionalDouble durationSeconds,
        Optional<Integer> width,
        Optional<Integer> height) {}
