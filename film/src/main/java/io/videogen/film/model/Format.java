package io.videogen.film.model;

/** What a film can be made into. */
public enum Format implements Word {
    /** H.264 and AAC, playable while it loads. */
    MP4("mp4"),
    /** VP9 and Opus. */
    WEBM("webm"),
    /** Without sound. */
    GIF("gif"),
    /** One picture, as JPEG. */
    POSTER("jpg");

    private final String extension;

    Format(String extension) {
        this.extension = extension;
    }

    /** Of the file, without a dot. */
    public String extension() {
        return extension;
    }

    /** Whether it is a film with sound, made in its own size. */
    public boolean hasSound() {
        return this == MP4 || this == WEBM;
    }
}
