package io.videogen.core.api;

import io.videogen.core.VideogenException;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoRequest;
import java.util.Optional;

/** What the adapters ask of references. */
final class References {

    private References() {}

    /** The only reference there may be. */
    static Optional<Reference> single(ApiName api, VideoRequest request) {
        if (request.references().size() > 1) {
            throw VideogenException.invalid(
                    "too_many_references",
                    "The video has \"" + request.references().size() + "\" inputReferences, and the api \"" + api.word()
                            + "\" takes one. Only \"yishangyun\" takes several, as URLs.");
        }
        return request.references().stream().findFirst();
    }

    /** Whether any reference is content that is here, as opposed to an address. */
    static boolean hasContent(VideoRequest request) {
        return request.references().stream().anyMatch(reference -> !(reference instanceof Reference.Link));
    }

    static boolean hasLink(VideoRequest request) {
        return request.references().stream().anyMatch(Reference.Link.class::isInstance);
    }

    static void check(VideoRequest request) {
        request.references().forEach(ImageFile::check);
    }

    static VideogenException wrongEncoding(ApiName api, String what, String advice) {
        return VideogenException.invalid(
                "invalid_encoding", "The api \"" + api.word() + "\" has no place for " + what + ". " + advice);
    }
}
