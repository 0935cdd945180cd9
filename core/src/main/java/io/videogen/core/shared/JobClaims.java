package io.videogen.core.shared;

import io.videogen.core.file.Sha256;
import io.videogen.core.json.JsonFields;
import io.videogen.core.json.JsonRecord;
import io.videogen.core.shared.SafeStorage.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Which key a remote job belongs to. A machine with an empty cache knows no job of another, so that its search for a
 * lost submission would take any that looks alike.
 */
final class JobClaims {

    private static final int LONGEST = 200;

    private final SafeStorage storage;

    JobClaims(SafeStorage storage) {
        this.storage = storage;
    }

    /** Takes the job for the key; false when it is another key's. */
    boolean claim(String origin, String jobId, String key) throws InterruptedException {
        byte[] content = JsonRecord.text(json -> json.put("key", key)
                        .put("job", jobId)
                        .put("attempt", UUID.randomUUID().toString()))
                .getBytes(StandardCharsets.UTF_8);
        Result result = storage.claim(name(origin, jobId), content);
        return result instanceof Result.Won
                || ((Result.Lost) result)
                        .present()
                        .flatMap(JobClaims::owner)
                        .filter(key::equals)
                        .isPresent();
    }

    /** Whether the job is another key's. */
    boolean isAnothers(String origin, String jobId, String key) throws InterruptedException {
        return storage.read(name(origin, jobId))
                .filter(claim -> !owner(claim).equals(Optional.of(key)))
                .isPresent();
    }

    private static Optional<String> owner(Versioned claim) {
        try {
            return JsonFields.parse(claim.content()).optionalText("key");
        } catch (IOException e) {
            // Whoever's it is, it is not ours.
            return Optional.empty();
        }
    }

    private static String name(String origin, String jobId) {
        return "claims/" + safe(origin) + "/" + safe(jobId);
    }

    /** A part of a name that no storage reads anything into, different for different texts. */
    static String safe(String text) {
        StringBuilder safe = new StringBuilder();
        for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = value >= '0' && value <= '9'
                    || value >= 'A' && value <= 'Z'
                    || value >= 'a' && value <= 'z'
                    || value == '-'
                    || value == '_';
            safe.append(plain ? String.valueOf((char) value) : "~%02x".formatted(value));
        }
        return safe.length() <= LONGEST ? safe.toString() : "~~" + Sha256.of(text);
    }
}
