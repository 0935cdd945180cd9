package io.jenkins.plugins.videogen.page;

import hudson.Util;
import io.videogen.core.artifact.VerifiedFile;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** One archived clip, as the build's record keeps it. */
@ExportedBean(defaultVisibility = 3)
public final class GeneratedVideo {
    private final String file;
    private final String prompt;
    private final String model;
    private final String size;
    private final String jobId;
    private final long bytes;
    private final String sha256;

    /** What came; {@code null} where a container does not tell, and in builds of older versions. */
    private final Integer width;

    private final Integer height;
    private final Double seconds;

    /** Name among the build's still pictures, or {@code null}. */
    private final String thumbnail;

    /**
     * @param file path among the build's artifacts
     * @param prompt the prompt as the user wrote it
     * @param model may be {@code null}
     * @param size as it was asked for; may be {@code null}
     * @param jobId id of the remote job
     * @param clip what arrived
     * @param thumbnail name among the build's still pictures; may be {@code null}
     */
    public GeneratedVideo(
            String file, String prompt, String model, String size, String jobId, VerifiedFile clip, String thumbnail) {
        this.file = file;
        this.prompt = prompt;
        this.model = model;
        this.size = size;
        this.jobId = jobId;
        this.bytes = clip.bytes();
        this.sha256 = clip.sha256();
        this.width = clip.width().orElse(null);
        this.height = clip.height().orElse(null);
        this.seconds = clip.durationSeconds().isPresent()
                ? (Double) clip.durationSeconds().getAsDouble()
                : null;
        this.thumbnail = thumbnail;
    }

    @Exported
    public String getFile() {
        return file;
    }

    /** The path as a part of a URL. */
    public String getEncodedFile() {
        return Arrays.stream(file.split("/")).map(Util::rawEncode).collect(Collectors.joining("/"));
    }

    @Exported
    public String getPrompt() {
        return prompt;
    }

    @Exported
    public String getModel() {
        return model;
    }

    /**
     * The size that came, or, where that is not known, the one that was asked for; not named "size", which is a word of the
     * page's expression language.
     */
    @Exported
    public String getDimensions() {
        return width == null || height == null ? size : width + "x" + height;
    }

    /** How long the clip is; {@code null} if that is not known. */
    @Exported
    public Double getSeconds() {
        return seconds;
    }

    /** The same for the page: {@code 4}, not {@code 4.0}, and no more than hundredths. */
    public String getLength() {
        return seconds == null
                ? null
                : BigDecimal.valueOf(seconds)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString();
    }

    /** A still picture, as a part of the URL of the page after {@code thumbnail/}; {@code null} if there is none. */
    @Exported
    public String getThumbnail() {
        return thumbnail;
    }

    /** The last part of the path. */
    public String getName() {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    @Exported
    public String getJobId() {
        return jobId;
    }

    @Exported
    public long getBytes() {
        return bytes;
    }

    @Exported
    public String getSha256() {
        return sha256;
    }
}
