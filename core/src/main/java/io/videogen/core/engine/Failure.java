package io.videogen.core.engine;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.util.Optional;

/** Why a render ended without a clip, in a form that survives on disk. */
public record Failure(ErrorKind kind, String code, String message) {

    static Failure of(VideogenException error) {
        return new Failure(error.kind(), error.code(), error.getMessage());
    }

    /** The exception that front ends report. */
    public VideogenException toException(Optional<String> jobId) {
        VideogenException error = new VideogenException(kind, code, message);
        return jobId.map(error::withJob).orElse(error);
    }
}
