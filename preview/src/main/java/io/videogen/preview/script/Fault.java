package io.videogen.preview.script;

import io.videogen.preview.http.RecordedRequest;
import io.videogen.preview.http.Reply;

/** Stands between a request and its handling: may delay it, answer in its place, or spoil its reply. */
@FunctionalInterface
public interface Fault {
    /** The server's normal handling; a job exists once a create request was handled. */
    @FunctionalInterface
    interface Handling {
        /** Handles the request. */
        Reply handle() throws Exception;
    }

    /**
     * @param request what arrived
     * @param handling the normal handling; call it at most once
     */
    Reply around(RecordedRequest request, Handling handling) throws Exception;

    /** This fault around another one. */
    default Fault and(Fault inner) {
        return (request, handling) -> around(request, () -> inner.around(request, handling));
    }
}
