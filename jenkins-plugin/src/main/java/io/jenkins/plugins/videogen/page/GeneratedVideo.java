package io.jenkins.plugins.videogen.page;

import hudson.Util;
import java.util.Arrays;
import java.util.stream.Collectors;

/** One archived clip, as the build's record keeps it. */
public final class GeneratedVideo {
    private final String file;
    private final String prompt;
    private final String model;
    private final String size;
    private final String jobId;
    private final long bytes;
    private final String sha256;

    /**
     * @param file path among the build's artifacts
     * @param prompt the prompt as the user wrote it
     * @param model may be {@code null}
     * @param size may be {@code null}
     * @param jobId id of the remote job
     * @param bytes length of the file
     * @param sha256 digest in hexadecimal digits
     */
    public GeneratedVideo(
            String file, String prompt, String model, String size, String jobId, long bytes, String sha256) {
        this.file = file;
        this.prompt = prompt;
        this.model = model;
        this.size = size;
        this.jobId = jobId;
        this.bytes = bytes;
        this.sha256 = sha256;
    }

    public String getFile() {
        return file;
    }

    /** The path as a part of a URL. */
    public String getEncodedFile() {
        return Arrays.stream(file.split("/")).map(Util::rawEncode).collect(Collectors.joining("/"));
    }

    public String getPrompt() {
        return prompt;
    }

    public String getModel() {
        return model;
    }

    /** The size that was asked for; not named "size", which is a word of the page's expression language. */
    public String getDimensions() {
        return size;
    }

    public String getJobId() {
        return jobId;
    }

    public long getBytes() {
        return bytes;
    }

    public String getSha256() {
        return sha256;
    }
}
