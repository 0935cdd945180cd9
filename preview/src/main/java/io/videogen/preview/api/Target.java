package io.videogen.preview.api;

import io.videogen.preview.script.Operation;

/**
 * What a request asks for on an API's own paths.
 *
 * @param id of the job, or empty
 */
public record Target(Operation operation, String id) {
    static Target create() {
        return new Target(Operation.CREATE, "");
    }

    static Target status(String id) {
        return new Target(Operation.STATUS, id);
    }

    static Target other() {
        return new Target(Operation.OTHER, "");
    }
}
