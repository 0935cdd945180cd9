package io.videogen.maven.run;

import io.videogen.core.batch.LockFile;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;

/**
 * A lock file that is to be written.
 *
 * @param declared names of all videos of the module, whose entries of earlier runs stay
 */
public record LockTarget(Path file, Set<String> declared) {

    public LockTarget {
        declared = Set.copyOf(declared);
    }

    /** Writes what was found for the videos of one execution. */
    void write(Collection<LockFile.Entry> entries) {
        LockFile.write(file, entries, declared);
    }
}
