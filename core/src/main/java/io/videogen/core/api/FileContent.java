package io.videogen.core.api;

import io.videogen.core.http.HttpBody;
import io.videogen.core.request.Reference;
import java.nio.file.Path;

/**
 * A reference that goes up as a file; of a local one no more is in memory than what is on its way.
 *
 * @param name file name to tell
 * @param body its bytes, with their media type and length
 */
public record FileContent(String name, HttpBody body) {

    static FileContent of(Reference reference, long most) {
        if (reference instanceof Reference.LocalFile file) {
            Path path = file.path();
            return new FileContent(String.valueOf(path.getFileName()), HttpBody.of(ImageFile.type(path, most), path));
        }
        ImageFile data = ImageFile.read(reference);
        return new FileContent(data.name(), HttpBody.of(data.contentType(), data.content()));
    }
}
