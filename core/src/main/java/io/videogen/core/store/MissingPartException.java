package io.videogen.core.store;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Advice;
import java.nio.file.Path;
import java.util.Optional;

/** A downloaded file that should be kept is gone or not whole: it can be fetched again, nothing else helps. */
public final class MissingPartException extends VideogenException {

    private static final long serialVersionUID = 1L;

    MissingPartException(Path part, String name, Optional<String> jobId) {
        super(
                ErrorKind.STORAGE,
                "missing_part",
                jobId,
                null,
                "The downloaded file \"%s\" of \"%s\" is gone or not whole. %s to fetch it.",
                part,
                name,
                Advice.RUN_AGAIN.capital());
    }
}
