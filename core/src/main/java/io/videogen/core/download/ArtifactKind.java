package io.videogen.core.download;

/** What a downloaded file is expected to be. */
public enum ArtifactKind {
    VIDEO,
    THUMBNAIL
}
