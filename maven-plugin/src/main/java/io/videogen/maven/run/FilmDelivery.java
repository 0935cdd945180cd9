package io.videogen.maven.run;

import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.output.FilmEntry;
import io.videogen.core.output.ManifestEntry;
import io.videogen.core.output.OutputFolder;
import io.videogen.core.output.ReportFolder;
import io.videogen.film.MadeFilm;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Brings films to the output folder and into the report, as clips are. */
public final class FilmDelivery {

    private final OutputFolder output;
    private final ReportFolder report;
    private final String folder;

    public FilmDelivery(OutputFolder output, ReportFolder report) {
        this.output = output;
        this.report = report;
        this.folder = report.link(output.directory());
    }

    /**
     * Delivers a film.
     *
     * @return whether any file had to be written
     */
    public boolean deliver(MadeFilm film) {
        Optional<FilmEntry> before = entry(film.name());
        boolean changed = false;
        for (MadeFilm.File file : film.files()) {
            VerifiedFile facts = new VerifiedFile(
                    file.fileName().substring(file.fileName().lastIndexOf('.') + 1),
                    file.sha256(),
                    file.bytes(),
                    file.seconds(),
                    file.width().isPresent() ? Optional.of(file.width().getAsInt()) : Optional.empty(),
                    file.height().isPresent() ? Optional.of(file.height().getAsInt()) : Optional.empty());
            Optional<String> recorded = before.flatMap(entry -> digest(entry, file.fileName()));
            if (!output.isCurrent(file.fileName(), facts, file.path(), recorded)) {
                output.deliver(file.fileName(), facts, file.path());
                changed = true;
            }
        }
        Set<String> names = film.files().stream().map(MadeFilm.File::fileName).collect(Collectors.toSet());
        before.ifPresent(entry -> discard(entry, names));
        FilmEntry fresh = entry(film);
        report.updateManifest(manifest -> manifest.with(fresh));
        return changed;
    }

    /** Takes away what an earlier run made of a film that is no more what its description says. */
    public void withdraw(String film) {
        entry(film).ifPresent(entry -> {
            discard(entry, Set.of());
            report.updateManifest(manifest -> manifest.without(entry.place()));
        });
    }

    /** Paths of a film's files that are delivered. */
    public List<Path> files(MadeFilm film) {
        return film.files().stream().map(file -> output.file(file.fileName())).toList();
    }

    private void discard(FilmEntry entry, Set<String> kept) {
        entry.files().stream()
                .filter(file -> !kept.contains(file.fileName()))
                .forEach(file -> output.discardUnchanged(file.fileName(), file.sha256()));
    }

    private Optional<FilmEntry> entry(String film) {
        ManifestEntry.Place place = new ManifestEntry.Place(folder, film);
        return report.readManifest().films().stream()
                .filter(entry -> entry.place().equals(place))
                .findFirst();
    }

    private static Optional<String> digest(FilmEntry entry, String fileName) {
        return entry.files().stream()
                .filter(file -> file.fileName().equals(fileName))
                .map(FilmEntry.File::sha256)
                .findFirst();
    }

    private FilmEntry entry(MadeFilm film) {
        String prefix = folder.isEmpty() ? "" : folder + "/";
        return new FilmEntry(
                film.name(),
                folder,
                film.key(),
                film.preview(),
                film.files().stream()
                        .map(file -> new FilmEntry.File(
                                prefix + file.fileName(),
                                file.format(),
                                file.bytes(),
                                file.sha256(),
                                file.width(),
                                file.height(),
                                file.seconds()))
                        .toList(),
                film.shots().stream()
                        .map(shot -> new FilmEntry.Shot(shot.label(), shot.from(), shot.to(), shot.preview()))
                        .toList(),
                film.warnings());
    }
}
