package io.videogen.core.shared;

import io.videogen.core.VideogenException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Storage that many machines reach, in which a small object is created by one of them alone, and replaced only by who
 * has read its latest version. Names are relative, with {@code /} between their parts.
 *
 * <p>Every method makes one attempt: whether it is worth another, and what an unknown outcome means, is decided in one
 * place, here in core. Implementations are thread-safe and must not repeat a conditional write by themselves: the
 * second attempt would lose against the first one's success.
 *
 * <p>Every method may throw a {@link VideogenException} of kind STORAGE for what another attempt will not change: no
 * such bucket, no permission, a request that the storage does not know.
 */
public interface SharedStorage extends AutoCloseable {

    /**
     * Reads a small object.
     *
     * @throws StorageTroubleException if it is not known whether there is one
     */
    Optional<Versioned> read(String name) throws StorageTroubleException;

    /** Creates a small object, if there is none of that name. */
    WriteOutcome claim(String name, byte[] content);

    /** Replaces a small object, if its version is still this one. */
    WriteOutcome replace(String name, String version, byte[] content);

    /**
     * The names of the objects whose names begin so.
     *
     * @throws StorageTroubleException if the list could not be read to its end
     */
    List<String> list(String prefix) throws StorageTroubleException;

    /**
     * Stores a file under the name of its content, whether one is there or not.
     *
     * @throws StorageTroubleException if it is not known whether all of it arrived
     */
    void put(String name, Path file) throws StorageTroubleException;

    /**
     * Opens a file to be read.
     *
     * @return nothing if there is none
     * @throws StorageTroubleException if that could not be found out
     */
    Optional<OpenedFile> open(String name) throws StorageTroubleException;

    /** Ends what is under way, and frees what is held. */
    @Override
    void close();
}
