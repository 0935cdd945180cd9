package io.videogen.maven;

import io.videogen.core.request.VideoField;
import io.videogen.maven.input.DeclaredVideo;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code <video>} of the POM. Fields are text, so that a blank one counts as unset and an error can quote what was
 * written. Which field goes to which API is in the reference documentation; a field that the chosen API has no place
 * for is an error.
 */
public final class Video {

    /** Stem of the file, {@code [A-Za-z0-9][A-Za-z0-9._-]*}, unique ignoring case. */
    private String name;
    /** What the video shall show; this or {@code promptFile}. */
    private String prompt;
    /** UTF-8 file with the prompt, relative to the project's folder. */
    private String promptFile;

    /** Which of the {@code n} clips is delivered, as {@code <name>.mp4}; without a new job. */
    private String take;

    private String model;
    /** Length in seconds, such as {@code 4}. */
    private String seconds;
    /** Usually {@code 1280x720}; some gateways take {@code 16:9} or {@code 720p}. */
    private String size;
    /** A file relative to the project's folder, a URL, or a data URL. */
    private String inputReference;

    private List<String> inputReferences = new ArrayList<>();
    /** Such as {@code 16:9}; not together with {@code size}. */
    private String aspectRatio;
    /** Such as {@code 720p}; not together with {@code size}. */
    private String resolution;

    private String negativePrompt;
    private String audio;
    /** The name of another video declared with it, whose last frame is this one's first. */
    private String continues;
    /** As {@code inputReference}: the picture that the clip begins with. */
    private String firstFrame;
    /** As {@code inputReference}: the picture that the clip ends with. */
    private String lastFrame;
    /** Pictures, clips or sounds that the video is made after. */
    private List<VideoReference> references = new ArrayList<>();

    private String watermark;
    private String privateVideo;
    private String characterUrl;
    /** Start and end in seconds, such as {@code 1.5,3.5}. */
    private String characterTimestamps;

    private String fps;
    private String n;
    private String seed;
    private String user;
    private String responseFormat;
    /** A JSON object as text. */
    private String metadata;
    /** A JSON object as text: further top-level fields, sent as they are. */
    private String options;

    /** Maven finds {@code <private>} by this name; {@code private} can not be a field's. */
    public void setPrivate(String value) {
        privateVideo = value;
    }

    /** The values without Maven's bean around them, by the list of fields. */
    DeclaredVideo declared() {
        Map<VideoField, String> texts = new EnumMap<>(VideoField.class);
        for (VideoField field : VideoField.values()) {
            if (DeclaredVideo.isText(field)) {
                texts.put(field, text(field));
            }
        }
        return new DeclaredVideo(
                name,
                promptFile,
                take,
                texts,
                inputReference,
                inputReferences,
                references.stream().map(VideoReference::declared).toList());
    }

    private String text(VideoField field) {
        // "private" is no name that Java takes.
        String member = field == VideoField.PRIVATE ? "privateVideo" : field.word();
        try {
            return (String) Video.class.getDeclaredField(member).get(this);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the bean lacks the field " + member, e);
        }
    }

    /** All that was written: the build cache compares it. */
    @Override
    public String toString() {
        return declared().toString();
    }
}
