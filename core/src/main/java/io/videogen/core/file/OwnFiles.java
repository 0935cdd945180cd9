package io.videogen.core.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Makes files and folders that are for this user alone (0600 and 0700 whatever the umask, where the file system has such
 * rights), and takes none for ours that is not a plain file. Folders that exist keep their rights: who shares one on
 * purpose has set them.
 */
public final class OwnFiles {

    private static final Set<String> VIEWS = FileSystems.getDefault().supportedFileAttributeViews();
    private static final String FILE_RIGHTS = "rw-------";
    private static final FileAttribute<?>[] FILE = rights(FILE_RIGHTS);
    private static final FileAttribute<?>[] FOLDER = rights("rwx------");

    private OwnFiles() {}

    /** Makes a folder in one that exists; one that is there, or is made by another process meanwhile, stays. */
    public static void createFolder(Path folder) throws IOException {
        try {
            Files.createDirectory(folder, FOLDER);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    /** @throws ForeignFileException if the folder is a link to one */
    public static void requireFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            throw new ForeignFileException(folder, "it is a link, and must be a folder");
        }
    }

    /**
     * Makes an empty file.
     *
     * @throws FileAlreadyExistsException if there is anything of that name
     */
    public static void createNew(Path file) throws IOException {
        Files.createFile(file, FILE);
    }

    /**
     * Makes an empty file unless there is one to be written to.
     *
     * @throws ForeignFileException if what is there is not ours to write to
     */
    public static void create(Path file) throws IOException {
        if (!requireWritable(file)) {
            try {
                createNew(file);
            } catch (FileAlreadyExistsException e) {
                requireWritable(file);
            }
        }
    }

    /**
     * Whether there is a file; it may be opened for writing then, without following links.
     *
     * @throws ForeignFileException if it is no plain file, or has a second name, of which we know nothing
     */
    public static boolean requireWritable(Path file) throws IOException {
        try {
            requirePlain(file);
        } catch (NoSuchFileException e) {
            return false;
        }
        if (VIEWS.contains("unix") && (int) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS) > 1) {
            throw new ForeignFileException(file, "the file has another name as well");
        }
        return true;
    }

    /** Takes a plain file's rights from everybody else. */
    public static void restrict(Path file) throws IOException {
        if (VIEWS.contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE_RIGHTS));
        }
    }

    /**
     * Reads a file whole.
     *
     * @throws NoSuchFileException if it is certain that there is none; a folder that may not be looked into is another
     *     error
     * @throws ForeignFileException if it is no plain file, or larger than any file of ours
     */
    public static byte[] read(Path file, int most) throws IOException {
        requirePlain(file);
        // Unlike a channel, this stream is not closed by an interrupt of the thread.
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] bytes = in.readNBytes(most);
            if (in.read() >= 0) {
                throw new ForeignFileException(file, "it has more than %s bytes", most);
            }
            return bytes;
        }
    }

    /**
     * What is there, without following a link.
     *
     * @throws NoSuchFileException if it is certain that there is nothing
     */
    public static BasicFileAttributes look(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            requireFolderAbove(path);
            throw e;
        }
    }

    /**
     * Tells what is absent from what can not be told: below a file that stands in the place of a folder, JDK 25 says that
     * there is no such file, where JDK 17 says that this is no folder.
     *
     * @throws NotDirectoryException if it can not be told
     */
    public static void requireFolderAbove(Path path) throws IOException {
        for (Path above = path.toAbsolutePath().getParent(); above != null; above = above.getParent()) {
            BasicFileAttributes there;
            try {
                // One look: a folder that another thread made between two of them was taken for a file.
                there = Files.readAttributes(above, BasicFileAttributes.class);
            } catch (IOException e) {
                continue;
            }
            if (there.isDirectory()) {
                return;
            }
            throw new NotDirectoryException(above.toString());
        }
    }

    private static void requirePlain(Path file) throws IOException {
        if (!look(file).isRegularFile()) {
            throw new ForeignFileException(file, "it is no plain file");
        }
    }

    private static FileAttribute<?>[] rights(String rights) {
        return VIEWS.contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
