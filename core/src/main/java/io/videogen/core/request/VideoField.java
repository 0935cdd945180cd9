package io.videogen.core.request;

import java.util.Locale;
import java.util.Optional;

/**
 * The fields of a video, each written down in this file alone: the key, the checks, the documentation and the parameters
 * of both front ends read this list. Which API has a field, and what it calls it, is in {@code FieldTable} of the
 * adapters. Every field counts for the key.
 */
public enum VideoField {
    PROMPT("prompt", FieldType.TEXT),
    MODEL("model", FieldType.TEXT),
    SECONDS("seconds", FieldType.SECONDS),
    SIZE("size", FieldType.TEXT),
    ASPECT_RATIO("aspectRatio", FieldType.TEXT),
    RESOLUTION("resolution", FieldType.TEXT),
    NEGATIVE_PROMPT("negativePrompt", FieldType.TEXT),
    AUDIO("audio", FieldType.FLAG),
    FIRST_FRAME("firstFrame", FieldType.REFERENCE),
    LAST_FRAME("lastFrame", FieldType.REFERENCE),
    /** Another video ({@link Continued}), by its name; in keys by its key. */
    CONTINUES("continues", FieldType.TEXT),
    /** In keys {@code references}: that was its name before there were others. */
    INPUT_REFERENCE("inputReference", FieldType.REFERENCES),
    REFERENCES("references", FieldType.ROLE_REFERENCES),
    WATERMARK("watermark", FieldType.FLAG),
    PRIVATE("private", FieldType.FLAG),
    CHARACTER_URL("characterUrl", FieldType.TEXT),
    CHARACTER_TIMESTAMPS("characterTimestamps", FieldType.TEXT),
    FPS("fps", FieldType.INTEGER),
    N("n", FieldType.INTEGER),
    SEED("seed", FieldType.LONG),
    USER("user", FieldType.TEXT),
    RESPONSE_FORMAT("responseFormat", FieldType.TEXT),
    METADATA("metadata", FieldType.JSON),
    /** Further fields in the API's own words; no column of the table. */
    OPTIONS("options", FieldType.JSON);

    private final String word;
    private final FieldType type;

    VideoField(String word, FieldType type) {
        this.word = word;
        this.type = type;
    }

    /** The name in a POM. */
    public String word() {
        return word;
    }

    public FieldType type() {
        return type;
    }

    /** Whether a name means this field: {@code responseFormat} and {@code response_format} are one name. */
    public boolean isMeantBy(String name) {
        return plain(word).equals(plain(name));
    }

    /** The name in the canonical text that keys are made of. */
    String keyName() {
        return switch (this) {
            case INPUT_REFERENCE -> "references";
            case REFERENCES -> "roleReferences";
            default -> word;
        };
    }

    /** Reads and checks what a user gave, as text or in the field's own type. */
    Optional<Object> read(Object value) {
        Optional<Object> read = type.read(word, value);
        read.ifPresent(set -> RequestRules.check(this, set));
        return read;
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    /**
     * A setter for each field that is written as one text, for hosts that fill objects by name: they, and editors that
     * complete names for users, find them by reflection.
     */
    public interface Setters {

        /** @param text as the user wrote it; {@code null} or blank is unset */
        void set(VideoField field, String text);

        default void setPrompt(String text) {
            set(PROMPT, text);
        }

        default void setModel(String text) {
            set(MODEL, text);
        }

        default void setSeconds(String text) {
            set(SECONDS, text);
        }

        default void setSize(String text) {
            set(SIZE, text);
        }

        default void setAspectRatio(String text) {
            set(ASPECT_RATIO, text);
        }

        default void setResolution(String text) {
            set(RESOLUTION, text);
        }

        default void setNegativePrompt(String text) {
            set(NEGATIVE_PROMPT, text);
        }

        default void setAudio(String text) {
            set(AUDIO, text);
        }

        default void setFirstFrame(String text) {
            set(FIRST_FRAME, text);
        }

        default void setLastFrame(String text) {
            set(LAST_FRAME, text);
        }

        default void setContinues(String text) {
            set(CONTINUES, text);
        }

        default void setInputReference(String text) {
            set(INPUT_REFERENCE, text);
        }

        default void setWatermark(String text) {
            set(WATERMARK, text);
        }

        default void setPrivate(String text) {
            set(PRIVATE, text);
        }

        default void setCharacterUrl(String text) {
            set(CHARACTER_URL, text);
        }

        default void setCharacterTimestamps(String text) {
            set(CHARACTER_TIMESTAMPS, text);
        }

        default void setFps(String text) {
            set(FPS, text);
        }

        default void setN(String text) {
            set(N, text);
        }

        default void setSeed(String text) {
            set(SEED, text);
        }

        default void setUser(String text) {
            set(USER, text);
        }

        default void setResponseFormat(String text) {
            set(RESPONSE_FORMAT, text);
        }

        default void setMetadata(String text) {
            set(METADATA, text);
        }

        default void setOptions(String text) {
            set(OPTIONS, text);
        }
    }
}
