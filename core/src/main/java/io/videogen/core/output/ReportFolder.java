package io.videogen.core.output;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.advice.Setting;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.file.FileTrouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The folder of manifest and gallery. It may be another than that of the clips, because what a project ships must hold
 * no prompt, endpoint, job id or time.
 */
public final class ReportFolder {

    private final Path directory;
    private final String title;
    private final Consumer<String> warnings;
    /** What was read last: a run looks several times, and what is there is mostly what was there. */
    private byte[] text;

    private Manifest manifest;

    /**
     * @param title heading of the gallery
     */
    public ReportFolder(Path directory, String title, Consumer<String> warnings) {
        this.directory = directory;
        this.title = title;
        this.warnings = warnings;
    }

    public Path manifestFile() {
        return directory.resolve(Manifest.FILE_NAME);
    }

    public Path galleryFile() {
        return directory.resolve(Gallery.FILE_NAME);
    }

    /** The folder of clips as the report names it: relative, with slashes; empty where it is the report's own. */
    public String link(Path outputDirectory) {
        try {
            return directory.relativize(outputDirectory).toString().replace('\\', '/');
        } catch (IllegalArgumentException e) {
            // Another drive: there is no way from here to there.
            return outputDirectory.toString().replace('\\', '/');
        }
    }

    /** The folder of clips that the report names so. */
    public Path folder(String link) {
        return directory.resolve(link).normalize();
    }

    /** Makes the folder and proves that it can be written, before anything is bought that it could not tell of. */
    public void prepare() {
        try {
            TemporaryFiles.prepare(directory);
        } catch (IOException e) {
            throw VideogenException.of(ErrorKind.STORAGE, "output_not_writable", e)
                    .says(
                            "The report folder \"%s\" can not be written (%s). Nothing was sent. Make it writable, or"
                                    + " set %s.",
                            directory, FileTrouble.reason(e), Setting.REPORT_DIRECTORY);
        }
    }

    /** Reads the manifest; a damaged one counts as empty, with a warning. */
    public synchronized Manifest readManifest() {
        Path file = manifestFile();
        try {
            if (!Files.isRegularFile(file)) {
                return Manifest.EMPTY;
            }
            byte[] there = Files.readAllBytes(file);
            if (!Arrays.equals(there, text)) {
                manifest = Manifest.parse(there);
                text = there;
            }
            return manifest;
        } catch (IOException e) {
            warnings.accept(Message.text(
                    "The manifest \"%s\" can not be understood (%s). It is replaced; the clips are not touched.",
                    file, FileTrouble.reason(e)));
            return Manifest.EMPTY;
        }
    }

    /**
     * Where earlier builds delivered a file to, as the manifest tells, for a store that lost its own. A still picture's
     * digest is not in the manifest; its bytes tell.
     */
    public List<Path> copiesOf(VerifiedFile file) {
        List<Path> copies = new ArrayList<>();
        for (ManifestEntry entry : readManifest().videos()) {
            Optional<String> candidate =
                    entry.sha256().filter(file.sha256()::equals).isPresent()
                            ? entry.file()
                            : entry.thumbnail().filter(name -> name.endsWith(file.extension()));
            candidate.map(this::folder).ifPresent(copies::add);
        }
        return copies;
    }

    /**
     * Changes the manifest and, where that makes a difference, writes it and the gallery anew. Runs of this JVM that
     * share the folder take turns.
     */
    public void updateManifest(UnaryOperator<Manifest> change) {
        // Interned, because a build tool may load this class several times in one JVM.
        synchronized (("io.videogen.output:" + directory).intern()) {
            Manifest before = readManifest();
            Manifest after = change.apply(before);
            // Not the record's own equals, which the JVM would generate for a build that has nothing to do.
            boolean same =
                    after.videos().equals(before.videos()) && after.films().equals(before.films());
            if (same && Files.exists(manifestFile()) && Files.exists(galleryFile())) {
                return;
            }
            // The gallery first: a crash in between leaves the old manifest, and the next run writes both again.
            write(galleryFile(), Gallery.render(after, title));
            write(manifestFile(), after.toJson());
        }
    }

    private void write(Path file, String text) {
        Path temporary = TemporaryFiles.in(directory);
        try {
            Files.createDirectories(directory);
            Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
            TemporaryFiles.moveInto(temporary, file);
        } catch (IOException e) {
            throw VideogenException.of(ErrorKind.STORAGE, "output_not_writable", e)
                    .says(
                            "The file \"%s\" could not be written (%s). Make its folder writable, or set %s.",
                            file, FileTrouble.reason(e), Setting.REPORT_DIRECTORY);
        } finally {
            TemporaryFiles.deleteQuietly(temporary);
        }
    }
}
