package io.videogen.preview;

import io.videogen.preview.api.RefusalException;
import io.videogen.preview.api.RefusalException.Reason;
import io.videogen.preview.http.Incoming;
import io.videogen.preview.http.Reply;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Places for files that go up before their job: told to who shows the token, filled on another origin without it. */
final class UploadReplies {
    private final Supplier<String> storage;
    private final Set<String> places = ConcurrentHashMap.newKeySet();

    /** @param storage origin where the bytes go */
    UploadReplies(Supplier<String> storage) {
        this.storage = storage;
    }

    Reply ask(Route route, Incoming incoming) {
        String id = route.id().isEmpty() ? UUID.randomUUID().toString() : route.id();
        places.add(id);
        return route.api().dialect().upload(incoming, id, storage.get());
    }

    Reply store(Route route, Incoming incoming) throws RefusalException {
        boolean signed = incoming.recorded().query().contains("signature=") && places.contains(route.id());
        if (!signed || incoming.recorded().files().isEmpty()) {
            throw new RefusalException(Reason.INVALID, null, "no such place for a file, or no file");
        }
        return route.api().dialect().store(incoming, route.id());
    }
}
