package io.videogen.core.api;

import io.videogen.core.VideogenException;
import io.videogen.core.request.Reference;
import io.videogen.core.request.RoleReference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the adapters ask of references. */
final class References {

    private References() {}

    /** The only reference there may be. */
    static Optional<Reference> single(ApiName api, VideoRequest request) {
        if (request.references().size() > 1) {
            throw VideogenException.invalid(
                    "too_many_references",
                    "The video has \"" + request.references().size() + "\" inputReferences, and the api \"" + api.word()
                            + "\" takes one.");
        }
        return request.references().stream().findFirst();
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
            throw VideogenException.invalid(
                    "last_frame_alone", "The field \"lastFrame\" is set without \"firstFrame\". Set both.");
        }
    }

    /** Where frames and other references exclude each other. */
    static void framesOrReferences(ApiName api, VideoRequest request) {
        boolean frames = request.firstFrame().isPresent() || request.has(VideoField.LAST_FRAME);
        if (frames && request.has(VideoField.REFERENCES)) {
            throw VideogenException.invalid(
                    "frames_and_references",
                    "The video has a first or last frame and \"references\". The api \"" + api.word()
                            + "\" takes one or the other: take one of them out.");
        }
    }

    /** Whether any reference is content that is here, as opposed to an address. */
    static boolean hasContent(VideoRequest request) {
        return all(request).anyMatch(reference -> !(reference instanceof Reference.Link));
    }

    static boolean hasLink(VideoRequest request) {
        return all(request).anyMatch(Reference.Link.class::isInstance);
    }

    static void check(VideoRequest request) {
        all(request).forEach(ImageFile::check);
    }

    /** An address as it is, content as a data URL. */
    static String url(Reference reference) {
        return reference instanceof Reference.Link link
                ? link.uri().toString()
                : reference instanceof Reference.Data data
                        ? data.url()
                        : ImageFile.read(reference).dataUrl();
    }

    /** An address as it is, content in Base64 without anything before it. */
    static String urlOrBase64(Reference reference) {
        return reference instanceof Reference.Link link
                ? link.uri().toString()
                : ImageFile.read(reference).base64();
    }

    static VideogenException wrongEncoding(ApiName api, String what, String advice) {
        return VideogenException.invalid(
                "invalid_encoding", "The api \"" + api.word() + "\" has no place for " + what + ". " + advice);
    }

    private static Stream<Reference> all(VideoRequest request) {
        return Stream.of(
                        request.references().stream(),
                        request.value(VideoField.FIRST_FRAME).map(Reference.class::cast).stream(),
                        request.lastFrame().stream(),
                        request.roleReferences().stream().map(RoleReference::reference))
                .flatMap(references -> references);
    }
}
