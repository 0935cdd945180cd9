package io.videogen.drawing.ffmpeg;

/**
 * Coordinates of a jar in Maven Central.
 *
 * @param groupId such as {@code org.bytedeco}
 * @param artifactId such as {@code ffmpeg}
 * @param version as published
 * @param classifier the platform, or empty for the Java classes
 */
public record MavenArtifact(String groupId, String artifactId, String version, String classifier) {
    @Override
    public String toString() {
        return groupId + ":" + artifactId + ":jar:" + (classifier.isEmpty() ? "" : classifier + ":") + version;
    }
}
