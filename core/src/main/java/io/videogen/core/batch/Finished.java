package io.videogen.core.batch;

import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.artifact.Stills;
import io.videogen.core.engine.RenderState;
import io.videogen.core.output.VideoSource;
import io.videogen.core.store.ClipFacts;
import io.videogen.core.store.ClipStore;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** A render whose files are all here, not yet a clip of the store. */
record Finished(Order order, RenderState state, boolean preview) {

    /** What is told of the clip. */
    ClipFacts facts() {
        // The address of a preview server means nothing once it is gone.
        String endpoint = preview ? "preview" : state.endpoint();
        return ClipFacts.of(order.name(), order.request(), state, endpoint, preview || PreviewMark.isOn(state.jobId()));
    }

    /** The clip where its files were downloaded to, for want of a store that takes it. */
    Ending asItLies(
            ClipStore store,
            BiFunction<ArtifactKind, Integer, Optional<Path>> outside,
            VideoSource source,
            Duration elapsed) {
        StoredClip clip = store.unkept(state, facts());
        List<StoredFile> videos = IntStream.range(0, clip.videos().size())
                .mapToObj(index -> elsewhere(
                        outside.apply(ArtifactKind.VIDEO, index), clip.videos().get(index)))
                .toList();
        Stills<StoredFile> stills = clip.stills().map((kind, file) -> elsewhere(outside.apply(kind, 0), file));
        return Ending.completed(source, videos, stills, clip.facts(), elapsed, state.cost());
    }

    private static StoredFile elsewhere(Optional<Path> outside, StoredFile file) {
        return outside.map(path -> new StoredFile(path, file.file())).orElse(file);
    }
}
