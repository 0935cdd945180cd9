package io.videogen.core.media;

import java.nio.charset.StandardCharsets;

/** What the first bytes of a body say it is. */
public enum MediaFormat {
    MP4("mp4"),
    MOV("mov"),
    WEBM("webm"),
    JPEG("jpg"),
    PNG("png"),
    WEBP("webp"),
    JSON("json"),
    HTML("html"),
    UNKNOWN("bin");

    /** As many bytes as {@link #of} looks at. */
    public static final int HEAD = 64;

    private final String extension;

    MediaFormat(String extension) {
        this.extension = extension;
    }

    /** File name extension, without the dot. */
    public String extension() {
        return extension;
    }

    public boolean isVideo() {
        return this == MP4 || this == MOV || this == WEBM;
    }

    /** Judges the start of a body; fewer than {@link #HEAD} bytes are fine. */
    public static MediaFormat of(byte[] head, int length) {
        String text = new String(head, 0, length, StandardCharsets.ISO_8859_1);
        if (text.startsWith("ftyp", 4)) {
            return text.startsWith("qt  ", 8) ? MOV : MP4;
        }
        if (text.startsWith("moov", 4) || text.startsWith("wide", 4) || text.startsWith("mdat", 4)) {
            return MOV; // QuickTime files from before the ftyp box
        }
        if (text.startsWith("\u001A\u0045\u00DF\u00A3")) {
            return WEBM;
        }
        if (text.startsWith("\u00FF\u00D8\u00FF")) {
            return JPEG;
        }
        if (text.startsWith("\u0089PNG\r\n\u001A\n")) {
            return PNG;
        }
        if (text.startsWith("RIFF") && text.startsWith("WEBP", 8)) {
            return WEBP;
        }
        String start = (text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text).stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            return JSON;
        }
        return start.startsWith("<") ? HTML : UNKNOWN;
    }
}
