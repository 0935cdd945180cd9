package io.jenkins.plugins.videogen.page;

import hudson.model.Run;
import io.videogen.core.artifact.VerifiedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Still pictures of archived clips. They lie in the folder of their build, on the controller, and not among its artifacts:
 * they are small, a page shows many of them, and artifacts may be far away.
 */
public final class Thumbnails {
    private static final int LENGTH_OF_NAME = 16;

    private Thumbnails() {}

    /**
     * Copies a picture into the folder of a build.
     *
     * @return its name there
     */
    public static String keep(Run<?, ?> run, Path picture, VerifiedFile facts) throws IOException {
        String name = facts.sha256().substring(0, LENGTH_OF_NAME) + "." + facts.extension();
        Path folder = Files.createDirectories(folder(run));
        Path copy = Files.createTempFile(folder, "new", ".part");
        Files.copy(picture, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.move(copy, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return name;
    }

    static Path folder(Run<?, ?> run) {
        return run.getRootDir().toPath().resolve("videogen-thumbnails");
    }

    /** The type of a picture, by the extension that its bytes were given. */
    static String type(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1);
        return "image/" + (extension.equals("jpg") ? "jpeg" : extension);
    }
}
