package io.videogen.core.output;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.nio.file.Path;
import java.util.Optional;

/** The source of a delivery is not what it should be: the file has to be made or fetched again. */
public final class DamagedSourceException extends VideogenException {

    private static final long serialVersionUID = 1L;

    DamagedSourceException(Path source, String sha256) {
        super(
                ErrorKind.STORAGE,
                "stored_clip_damaged",
                Optional.empty(),
                null,
                "The stored file \"%s\" is damaged: its digest is not \"%s\".",
                source,
                sha256);
    }
}
