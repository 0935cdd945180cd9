package io.videogen.core.batch;

import io.videogen.core.VideogenException;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.output.DamagedSourceException;
import io.videogen.core.output.DeliveredClip;
import io.videogen.core.output.Manifest;
import io.videogen.core.output.ManifestEntry;
import io.videogen.core.output.ManifestIndex;
import io.videogen.core.output.OutputFolder;
import io.videogen.core.output.ReportFolder;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Puts clips under the names of the videos that asked for them, and takes away what no longer stands for a video. */
final class Delivery {

    private static final List<String> VIDEO_EXTENSIONS = List.of("mp4", "mov", "webm");

    private final OutputFolder output;
    private final String folder;
    private final ManifestIndex before;
    private final Predicate<String> declared;

    /**
     * @param folder the output folder, relative to the manifest
     * @param before the manifest as this run found it
     * @param declared whether a name is a video of this build, and so not a numbered clip of another
     */
    Delivery(OutputFolder output, String folder, Manifest before, Predicate<String> declared) {
        this.output = output;
        this.folder = folder;
        this.before = new ManifestIndex(before, folder);
        this.declared = declared;
    }

    /** A clip with the name that it gets in the output folder. */
    private record Named(String name, OptionalInt take, StoredFile video, Optional<StoredFile> thumbnail) {
        String fileName() {
            return name + "." + video.file().extension();
        }

        Optional<String> thumbnailName() {
            return thumbnail.map(picture -> name + "." + picture.file().extension());
        }
    }

    /** The clips, if all of them are in the output folder already and nothing else is; found out without reading them. */
    Optional<List<DeliveredClip>> current(String video, Order order, StoredClip stored) {
        List<Named> wanted = named(video, order, stored);
        List<DeliveredClip> there = new ArrayList<>();
        for (Named clip : wanted) {
            Optional<ManifestEntry> entry = before.find(clip.name());
            VerifiedFile facts = clip.video().file();
            boolean current = entry.flatMap(ManifestEntry::fileName).equals(Optional.of(clip.fileName()))
                    && entry.flatMap(ManifestEntry::thumbnailName).equals(clip.thumbnailName())
                    && output.isCurrent(
                            clip.fileName(), facts, clip.video().path(), entry.flatMap(ManifestEntry::sha256))
                    && clip.thumbnail()
                            .filter(picture -> !output.isCurrent(
                                    clip.thumbnailName().orElseThrow(),
                                    picture.file(),
                                    picture.path(),
                                    Optional.of(picture.file().sha256())))
                            .isEmpty();
            if (!current) {
                return Optional.empty();
            }
            there.add(delivered(clip));
        }
        return leftovers(video, wanted).isEmpty() ? Optional.of(there) : Optional.empty();
    }

    /** Puts the clips there, verified. */
    List<DeliveredClip> deliver(String video, Order order, StoredClip stored) {
        List<Named> wanted = named(video, order, stored);
        leftovers(video, wanted).forEach(output::discard);
        List<DeliveredClip> delivered = new ArrayList<>();
        for (Named clip : wanted) {
            deliver(clip.fileName(), clip.video());
            clip.thumbnail().ifPresent(picture -> deliver(clip.thumbnailName().orElseThrow(), picture));
            delivered.add(delivered(clip));
        }
        return delivered;
    }

    private void deliver(String fileName, StoredFile source) {
        try {
            output.deliver(fileName, source.file(), source.path());
        } catch (DamagedSourceException e) {
            doubt(source.path());
            throw e;
        }
    }

    /** The store trusts a file whose time stamp it knows; with another one it reads the file again, and sets it aside. */
    private static void doubt(Path stored) {
        try {
            Files.setLastModifiedTime(stored, FileTime.fromMillis(0));
        } catch (IOException e) {
            // A store that can not be written can not set the clip aside either; the error at hand tells of it.
            return;
        }
    }

    /** Lets no delivery end any more. */
    void seal() {
        output.seal();
    }

    /** Leaves no file under the names of a video that has no clip. */
    void discard(String video, int clips) {
        Set<String> files = leftovers(video, List.of());
        for (String extension : VIDEO_EXTENSIONS) {
            files.add(video + "." + extension);
            for (int position = 1; clips > 1 && position <= clips; position++) {
                files.add(Manifest.numbered(video, position) + "." + extension);
            }
        }
        files.forEach(output::discard);
    }

    /** Removes what earlier runs made of videos that no execution declares any more, unless it was changed since. */
    static Set<ManifestEntry.Place> removeUndeclared(
            ReportFolder report, Set<String> declared, Consumer<String> warnings) {
        Set<ManifestEntry.Place> gone = new HashSet<>();
        for (ManifestEntry entry : report.readManifest().videos()) {
            if (declared.contains(entry.name()) || declared.contains(entry.video())) {
                continue;
            }
            OutputFolder output = new OutputFolder(report.folder(entry.folder()), warnings);
            boolean removed = entry.fileName()
                    .filter(file -> entry.sha256()
                            .filter(digest -> output.discardUnchanged(file, digest))
                            .isPresent())
                    .isPresent();
            if (removed) {
                entry.thumbnailName().ifPresent(output::discard);
            }
            gone.add(entry.place());
        }
        return gone;
    }

    /** What the manifest tells of this video, its numbered clips included. */
    List<ManifestEntry> entriesOf(String video) {
        return before.entriesOf(video).stream()
                .filter(entry -> entry.name().equals(video) || !declared.test(entry.name()))
                .toList();
    }

    /** The output folder, relative to the manifest. */
    String folder() {
        return folder;
    }

    private List<Named> named(String video, Order order, StoredClip stored) {
        List<StoredFile> videos = stored.videos();
        Optional<StoredFile> still = stored.thumbnail();
        OptionalInt take = order.take(video);
        if (take.isPresent()) {
            int chosen = take.getAsInt();
            if (chosen > videos.size()) {
                throw VideogenException.invalid("missing_take")
                        .says(
                                "The take \"%s\" of video \"%s\" is not there: the API made \"%s\" clips. Choose one of"
                                        + " those.",
                                chosen, video, videos.size());
            }
            return List.of(new Named(video, take, videos.get(chosen - 1), still.filter(picture -> chosen == 1)));
        }
        if (order.request().clips() == 1) {
            return List.of(new Named(video, take, videos.get(0), still));
        }
        List<Named> named = new ArrayList<>();
        for (int i = 0; i < videos.size(); i++) {
            named.add(new Named(
                    Manifest.numbered(video, i + 1),
                    OptionalInt.of(i + 1),
                    videos.get(i),
                    i == 0 ? still : Optional.<StoredFile>empty()));
        }
        return named;
    }

    private DeliveredClip delivered(Named clip) {
        return new DeliveredClip(
                clip.name(),
                clip.take(),
                output.file(clip.fileName()),
                clip.video().file(),
                clip.thumbnailName().map(output::file));
    }

    /** Files that the manifest knows as this video's and that are not among the wanted ones. */
    private Set<String> leftovers(String video, List<Named> wanted) {
        Set<String> files = new HashSet<>();
        for (ManifestEntry entry : entriesOf(video)) {
            entry.fileName().ifPresent(files::add);
            entry.thumbnailName().ifPresent(files::add);
        }
        for (Named clip : wanted) {
            files.remove(clip.fileName());
            clip.thumbnailName().ifPresent(files::remove);
        }
        return files;
    }
}
