package io.videogen.maven.run;

import io.videogen.core.VideogenException;
import io.videogen.core.output.Manifest;
import io.videogen.core.output.ManifestEntry;
import io.videogen.core.output.ReportFolder;
import io.videogen.film.declared.Clips;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The clips that {@code generate} has delivered in this module, for the shots of films. */
public final class DeliveredClips implements Clips {

    private final ReportFolder report;
    private final Manifest manifest;
    private final Set<String> declared;

    /**
     * @param declared names of the module's videos, also of those that have no clip yet
     */
    public DeliveredClips(ReportFolder report, Set<String> declared) {
        this.report = report;
        this.manifest = report.readManifest();
        this.declared = declared;
    }

    @Override
    public Set<String> names() {
        Set<String> names = new TreeSet<>(declared);
        manifest.videos().forEach(video -> names.add(video.name()));
        return names;
    }

    @Override
    public Clip clip(String name) {
        Optional<ManifestEntry> entry = manifest.videos().stream()
                .filter(video -> video.name().equals(name) && video.isCompleted())
                .findFirst();
        Optional<Path> file =
                entry.flatMap(ManifestEntry::file).map(report::folder).filter(Files::isRegularFile);
        if (file.isEmpty()) {
            throw VideogenException.invalid(
                    "video_without_clip",
                    "The video \"" + name + "\" has no clip yet, which a film shows. Run the goal generate first; in a"
                            + " build it comes before film.");
        }
        return new Clip(file.get(), entry.filter(ManifestEntry::isPreview).isPresent());
    }
}
