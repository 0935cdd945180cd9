package io.videogen.drawing.ffmpeg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** The jars that hold FFmpeg for one platform. */
public final class FfmpegNatives {
    private static final List<String> PLATFORMS =
            List.of("linux-x86_64", "linux-arm64", "macosx-x86_64", "macosx-arm64", "windows-x86_64");

    private final String platform;
    private final Properties versions = new Properties();

    private FfmpegNatives(String platform) {
        this.platform = platform;
        try (InputStream in = FfmpegNatives.class.getResourceAsStream("natives.properties")) {
            versions.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * For the platform that this JVM runs on.
     *
     * @throws UnsupportedOperationException if FFmpeg is not published for it; the message names it
     */
    public static FfmpegNatives forThisPlatform() {
        return forPlatform(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /**
     * For a platform.
     *
     * @param osName as in the system property {@code os.name}
     * @param osArch as in the system property {@code os.arch}
     * @throws UnsupportedOperationException if FFmpeg is not published for it; the message names it
     */
    public static FfmpegNatives forPlatform(String osName, String osArch) {
        String platform = os(osName) + "-" + arch(osArch);
        if (!PLATFORMS.contains(platform)) {
            throw new UnsupportedOperationException("FFmpeg is not published for \"" + osName + "\" with \"" + osArch
                    + "\", but for " + String.join(", ", PLATFORMS) + "; build on one of these");
        }
        return new FfmpegNatives(platform);
    }

    /** Such as {@code linux-x86_64}. */
    public String platform() {
        return platform;
    }

    /** What a JVM needs on its class path to use FFmpeg's libraries. */
    public List<MavenArtifact> libraries() {
        String javacpp = versions.getProperty("javacpp");
        return List.of(
                new MavenArtifact("org.bytedeco", "ffmpeg", ffmpegVersion(), ""),
                new MavenArtifact("org.bytedeco", "javacpp", javacpp, ""),
                program(),
                new MavenArtifact("org.bytedeco", "javacpp", javacpp, platform));
    }

    /** What holds the programs {@code ffmpeg} and {@code ffprobe} and their libraries. */
    public MavenArtifact program() {
        return new MavenArtifact("org.bytedeco", "ffmpeg", ffmpegVersion(), platform);
    }

    private String ffmpegVersion() {
        return versions.getProperty("ffmpeg");
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
}
