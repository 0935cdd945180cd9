package io.videogen.preview.draw;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The jars that {@link ForkedClipPainter} needs on its class path, for one platform. */
public final class PreviewNatives {
    private static final List<String> PLATFORMS =
            List.of("linux-x86_64", "linux-arm64", "macosx-x86_64", "macosx-arm64", "windows-x86_64");

    private PreviewNatives() {}

    /**
     * For the platform that this JVM runs on.
     *
     * @throws UnsupportedOperationException if FFmpeg is not published for it; the message names it
     */
    public static List<MavenArtifact> forThisPlatform() {
        return forPlatform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /**
     * For a platform.
     *
     * @param osName as in the system property {@code os.name}
     * @param osArch as in the system property {@code os.arch}
     * @throws UnsupportedOperationException if FFmpeg is not published for it; the message names it
     */
    public static List<MavenArtifact> forPlatform(String osName, String osArch) {
        String platform = os(osName) + "-" + arch(osArch);
        if (!PLATFORMS.contains(platform)) {
            throw new UnsupportedOperationException("preview clips cannot be drawn on \"" + osName + "\" with \""
                    + osArch + "\": FFmpeg is published for " + String.join(", ", PLATFORMS)
                    + "; set an endpoint, or build on one of these");
        }
        Properties versions = versions();
        String ffmpeg = versions.getProperty("ffmpeg");
        String javacpp = versions.getProperty("javacpp");
        return List.of(
                new MavenArtifact("org.bytedeco", "ffmpeg", ffmpeg, ""),
                new MavenArtifact("org.bytedeco", "javacpp", javacpp, ""),
                new MavenArtifact("org.bytedeco", "ffmpeg", ffmpeg, platform),
                new MavenArtifact("org.bytedeco", "javacpp", javacpp, platform));
    }

    private static String os(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("linux")) {
            return "linux";
        }
        if (lower.startsWith("mac") || lower.startsWith("darwin")) {
            return "macosx";
        }
        return lower.startsWith("windows") ? "windows" : lower;
    }

    private static String arch(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64", "x86-64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            default -> name;
        };
    }

    private static Properties versions() {
        Properties versions = new Properties();
        try (InputStream in = PreviewNatives.class.getResourceAsStream("natives.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return versions;
    }
}
