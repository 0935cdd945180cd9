package io.videogen.film.model;

/** What a film can be made into. */
public enum Format implements Word {
    /** H.264 and AAC, playable while it loads. */
    MP4("mp4", 0.03),
    /** VP9 and Opus. */
    WEBM("webm", 0.03),
    /** Without sound. */
    GIF("gif", 0.5),
    /** One picture, as JPEG. */
    POSTER("jpg", 0.01);

    private final String extension;
    private final double assembly;

    Format(String extension, double assembly) {
        this.extension = extension;
        this.assembly = assembly;
    }

    /** Of the file, without a dot. */
    public String extension() {
        return extension;
    }

    /** What it takes to put it together from the film's pictures, as a share of making them. */
    public double assembly() {
        return assembly;
    }

    /** Whether it is a film with sound, made in its own size. */
    public boolean hasSound() {
        return this == MP4 || this == WEBM;
    }

    /** Whether it shows one moment of the film. */
    public boolean hasMoment() {
        return this == POSTER;
    }
}
