package io.videogen.core.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.Reference;
import io.videogen.core.request.RoleReference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What the adapters ask of references. */
final class References {

    /**
     * Bytes of a file that goes into the request: 4 MB in Base64. Gemini advises against more, Runway takes 5 MiB, fal
     * names no bound.
     */
    static final long MOST_INLINE = 3_000_000;

    private References() {}

    /**
     * What a reference is, in the words that APIs build their names of: {@code image}, {@code video} or {@code audio}. By
     * the bytes of a file, by the name in an address; of a large file its beginning is read.
     */
    static String kind(Reference reference) {
        if (reference instanceof Reference.Link link) {
            String path = String.valueOf(link.uri().getPath()).toLowerCase(Locale.ROOT);
            return path.matches(".*[.](mp4|mov|webm)")
                    ? "video"
                    : path.matches(".*[.](mp3|wav|m4a)") ? "audio" : "image";
        }
        if (reference instanceof Reference.LastFrame) {
            return "image";
        }
        String type = ImageFile.type(reference);
        return type.startsWith("video/") ? "video" : type.startsWith("audio/") ? "audio" : "image";
    }

    /** The role of a reference, where it has none after its kind: {@code reference_image}. */
    static String role(RoleReference reference) {
        return reference.role().orElse("reference_" + kind(reference.reference()));
    }

    /** Where there may be one input reference. */
    static void single(ApiName api, VideoRequest request) {
        if (request.references().size() > 1) {
            throw VideogenException.invalid("too_many_references")
                    .says(
                            "The video has \"%s\" inputReferences, and the api \"%s\" takes one.",
                            request.references().size(), api.word());
        }
    }

    /** First and last frame, in an API that tells them apart by their order alone; all input references otherwise. */
    static List<Reference> pictures(VideoRequest request) {
        requireFirstFrame(request);
        List<Reference> pictures = new ArrayList<>(request.references());
        if (pictures.isEmpty()) {
            request.firstFrame().ifPresent(pictures::add);
        }
        request.lastFrame().ifPresent(pictures::add);
        return pictures;
    }

    /** A last frame alone has no place in most APIs. */
    static void requireFirstFrame(VideoRequest request) {
        if (request.has(VideoField.LAST_FRAME) && request.firstFrame().isEmpty()) {
            throw VideogenException.invalid("last_frame_alone")
                    .says("The field \"lastFrame\" is set without \"firstFrame\". Set both.");
        }
    }

    /** Where frames and other references exclude each other, and there is one of each frame. */
    static void framesOrReferences(ApiName api, VideoRequest request) {
        boolean frames = request.firstFrame().isPresent() || request.has(VideoField.LAST_FRAME);
        if (frames && request.has(VideoField.REFERENCES)) {
            throw VideogenException.invalid("frames_and_references")
                    .says(
                            "The video has a first or last frame and \"references\". The api \"%s\" takes one or the"
                                    + " other: take one of them out.",
                            api.word());
        }
        single(api, request);
    }

    /** Where the clip has the ratio of its first picture. */
    static void ratioOrFirstFrame(ApiName api, VideoRequest request) {
        if (request.has(VideoField.ASPECT_RATIO) && request.firstFrame().isPresent()) {
            throw VideogenException.invalid("ratio_with_frame")
                    .says(
                            "The fields \"aspectRatio\" and \"firstFrame\" are set. The api \"%s\" takes the ratio of"
                                    + " the picture: take \"aspectRatio\" out.",
                            api.word());
        }
    }

    /** Whether any reference is content that is here, as opposed to an address. */
    static boolean hasContent(VideoRequest request) {
        return all(request).anyMatch(reference -> !(reference instanceof Reference.Link));
    }

    /** The first file, or data in a URL, that is larger than what goes into the request itself. */
    static Optional<Reference> larger(VideoRequest request, long most) {
        return all(request)
                .filter(reference -> reference instanceof Reference.LocalFile file
                        ? file.path().toFile().length() > most
                        : reference instanceof Reference.Data data && data.url().length() * 3L / 4 > most)
                .findFirst();
    }

    /** The first file that is at the API and can not be used yet. */
    static Optional<Reference.Uploaded> pending(VideoRequest request) {
        return all(request)
                .filter(Reference.Uploaded.class::isInstance)
                .map(Reference.Uploaded.class::cast)
                .filter(uploaded -> uploaded.pending().isPresent())
                .findFirst();
    }

    static boolean hasLink(VideoRequest request) {
        return all(request).anyMatch(Reference.Link.class::isInstance);
    }

    static void check(VideoRequest request) {
        check(request, ImageFile.MOST_BYTES);
    }

    /** @param most bytes of a file, where the API takes larger ones by an upload */
    static void check(VideoRequest request, long most) {
        all(request).forEach(reference -> ImageFile.check(reference, most));
    }

    /** An address as it is, content as a data URL. */
    static String url(Reference reference) {
        return reference instanceof Reference.Link link
                ? link.uri().toString()
                : reference instanceof Reference.Uploaded uploaded
                        ? uploaded.uri().toString()
                        : content(reference);
    }

    private static String content(Reference reference) {
        return reference instanceof Reference.Data data
                ? data.url()
                : ImageFile.read(reference).dataUrl();
    }

    /** An address as it is, content in Base64 without anything before it. */
    static String urlOrBase64(Reference reference) {
        return reference instanceof Reference.Link link
                ? link.uri().toString()
                : ImageFile.read(reference).base64();
    }

    /** {@code {"type": "image_url", "image_url": {"url": ...}}}, the same for clips and sounds. */
    static ObjectNode part(ArrayNode list, Reference reference) {
        String type = kind(reference) + "_url";
        ObjectNode part = list.addObject().put("type", type);
        part.putObject(type).put("url", url(reference));
        return part;
    }

    /** For an API that knows JSON alone. */
    static void requireJson(ApiName api, Encoding encoding) {
        if (encoding == Encoding.MULTIPART) {
            throw wrongEncoding(api, Message.text("multipart"), "Use encoding auto or json.");
        }
    }

    static VideogenException wrongEncoding(ApiName api, String what, String advice, Object... values) {
        return VideogenException.invalid("invalid_encoding")
                .says("The api \"%s\" has no place for %s. %s", api.word(), what, Message.text(advice, values));
    }

    /** In plain words: every check of every video comes here, and each lambda is a class. */
    private static Stream<Reference> all(VideoRequest request) {
        List<Reference> all = new ArrayList<>(request.references());
        if (request.value(VideoField.FIRST_FRAME).orElse(null) instanceof Reference first) {
            all.add(first);
        }
        if (request.value(VideoField.LAST_FRAME).orElse(null) instanceof Reference last) {
            all.add(last);
        }
        for (RoleReference reference : request.roleReferences()) {
            all.add(reference.reference());
        }
        return all.stream();
    }
}
