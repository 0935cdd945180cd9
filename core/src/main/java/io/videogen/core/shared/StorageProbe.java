package io.videogen.core.shared;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.shared.SafeStorage.Result;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Finds out whether a storage keeps the conditions at all: there are several that answer every conditional write with
 * success, and on them a lock is a lock that always succeeds. It can not show that two writes at once are kept apart.
 */
final class StorageProbe {

    private final SafeStorage storage;
    private final String location;

    StorageProbe(SafeStorage storage, String location) {
        this.storage = storage;
        this.location = location;
    }

    /** @throws VideogenException if the storage is no fence */
    void run() throws InterruptedException {
        String name = "probe/" + UUID.randomUUID();
        byte[] first = content();
        if (!(storage.claim(name, first) instanceof Result.Won claimed)) {
            throw unfit("it refuses to create an object that is not there");
        }
        if (storage.claim(name, content()) instanceof Result.Won) {
            throw unfit("it creates an object that is there already");
        }
        byte[] second = content();
        if (!(storage.replace(name, claimed.written().version(), second) instanceof Result.Won)) {
            throw unfit("it refuses to replace an object whose version is right");
        }
        if (storage.replace(name, claimed.written().version(), content()) instanceof Result.Won) {
            throw unfit("it replaces an object whose version has changed");
        }
    }

    private static byte[] content() {
        return ("{\"attempt\":\"" + UUID.randomUUID() + "\"}").getBytes(StandardCharsets.US_ASCII);
    }

    private VideogenException unfit(String why, Object... values) {
        return VideogenException.of(ErrorKind.STORAGE, "shared_store_unfit")
                .says(
                        "The shared store \"%s\" can not keep two builds apart: %s. Nothing was bought. Use a"
                                + " storage with conditional writes, or no shared store.",
                        location, Message.text(why, values));
    }
}
