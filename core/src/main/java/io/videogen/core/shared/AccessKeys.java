package io.videogen.core.shared;

import java.util.Objects;

/** A pair of keys for the storage. Its text form holds neither. */
public final class AccessKeys {

    private final String id;
    private final String secret;

    public AccessKeys(String id, String secret) {
        this.id = Objects.requireNonNull(id, "id");
        this.secret = Objects.requireNonNull(secret, "secret");
    }

    public String id() {
        return id;
    }

    /** For the storage's client alone. */
    public String secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "AccessKeys[***]";
    }
}
