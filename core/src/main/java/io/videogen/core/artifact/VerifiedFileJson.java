package io.videogen.core.artifact;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** How records of jobs and clips tell of a file. */
public final class VerifiedFileJson {

    private VerifiedFileJson() {}

    /** Writes the fields of a file into an object that the caller has opened, and will close. */
    public static void write(JsonGenerator json, VerifiedFile file) throws IOException {
        json.writeStringField("extension", file.extension());
        json.writeStringField("sha256", file.sha256());
        json.writeNumberField("bytes", file.bytes());
        if (file.durationSeconds().isPresent()) {
            json.writeNumberField("durationSeconds", file.durationSeconds().getAsDouble());
        }
        if (file.width().isPresent()) {
            json.writeNumberField("width", file.width().get());
        }
        if (file.height().isPresent()) {
            json.writeNumberField("height", file.height().get());
        }
    }
}
