package io.videogen.core.batch;

import io.videogen.core.download.ArtifactKind;
import io.videogen.core.download.VerifiedFile;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.store.ClipFacts;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.StoredFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** A render whose files are all here, not yet a clip of the store. */
record Finished(Order order, RenderState state, boolean preview) {

    /** What is told of the clip. */
    ClipFacts facts() {
        Instant submittedAt = state.submittedAt().orElseThrow();
        return new ClipFacts(
                order.name(),
                order.request().model(),
                order.request().prompt(),
                order.request().seconds(),
                order.request().size(),
                state.api(),
                // The address of a preview server means nothing once it is gone.
                preview ? "preview" : state.endpoint(),
                state.jobId(),
                submittedAt,
                state.completedAt().orElse(submittedAt),
                preview || PreviewMark.isOn(state.jobId()));
    }

    /** Where the downloaded videos are while the store can not keep them. */
    List<StoredFile> files(ClipStore store, BiFunction<ArtifactKind, Integer, Optional<Path>> outside) {
        List<StoredFile> files = new ArrayList<>();
        for (int i = 0; i < state.videos().size(); i++) {
            VerifiedFile file = state.videos().get(i);
            files.add(new StoredFile(place(store, outside, ArtifactKind.VIDEO, i, file), file));
        }
        return files;
    }

    /** Where the downloaded thumbnail is while the store can not keep it. */
    Optional<StoredFile> thumbnail(ClipStore store, BiFunction<ArtifactKind, Integer, Optional<Path>> outside) {
        return state.thumbnail()
                .map(file -> new StoredFile(place(store, outside, ArtifactKind.THUMBNAIL, 0, file), file));
    }

    /** The state from which the files are fetched again, because they are gone from this disk. The job is paid. */
    RenderState toBeFetchedAgain() {
        return new RenderState(
                state.key(),
                state.name(),
                state.model(),
                state.api(),
                state.endpoint(),
                Phase.DOWNLOADING,
                state.submission(),
                state.submittedAt(),
                state.jobId(),
                state.statusWord(),
                state.percent(),
                state.completedAt(),
                0,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** Outside the store, or where it grew, or where the store moved it before it had to give up. */
    private Path place(
            ClipStore store,
            BiFunction<ArtifactKind, Integer, Optional<Path>> outside,
            ArtifactKind kind,
            int index,
            VerifiedFile file) {
        Optional<Path> elsewhere = outside.apply(kind, index);
        if (elsewhere.isPresent()) {
            return elsewhere.get();
        }
        Path part = store.partFile(state.key(), kind, index);
        if (Files.exists(part)) {
            return part;
        }
        try (Stream<Path> beside = Files.walk(part.getParent(), 2)) {
            return beside.filter(
                            path -> Files.isRegularFile(path) && path.toFile().length() == file.bytes())
                    .findFirst()
                    .orElse(part);
        } catch (IOException e) {
            return part;
        }
    }
}
