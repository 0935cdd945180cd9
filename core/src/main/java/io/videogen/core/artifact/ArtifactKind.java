package io.videogen.core.artifact;

/** What a downloaded file is expected to be. */
public enum ArtifactKind {
    VIDEO("video"),
    THUMBNAIL("thumbnail"),
    /** The last picture of a clip, where the API makes one for a video that continues it. */
    LAST_FRAME("lastFrame");

    private final String word;

    ArtifactKind(String word) {
        this.word = word;
    }

    /** Its field in a record, and the stem of its file in a store. */
    public String word() {
        return word;
    }
}
