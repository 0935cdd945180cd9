package io.videogen.core.store;

import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.engine.RenderState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The files of a finished render that could not be kept, wherever {@link ClipWriter} had to give up. */
final class UnstoredClip {

    private final CacheLayout layout;

    UnstoredClip(CacheLayout layout) {
        this.layout = layout;
    }

    /** Each file as a part, or under the name that it was moved to on the way. Whether it is whole is not looked at. */
    StoredClip find(RenderState done, ClipFacts facts) {
        ClipRecord named = ClipRecord.of(done.key(), facts, done.videos(), done.stills());
        List<StoredFile> videos = IntStream.range(0, done.videos().size())
                .mapToObj(index -> new StoredFile(
                        place(done.key(), ArtifactKind.VIDEO, index, named.videoName(index)),
                        done.videos().get(index)))
                .toList();
        return new StoredClip(
                done.key(),
                videos,
                done.stills()
                        .map((kind, file) -> new StoredFile(place(done.key(), kind, 0, named.stillName(kind)), file)),
                facts);
    }

    private Path place(String key, ArtifactKind kind, int index, String name) {
        Path part = layout.part(key, kind, index);
        return List.of(
                        part,
                        layout.parts(key).resolve(ClipWriter.STAGING).resolve(name),
                        layout.clip(key).resolve(name))
                .stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElse(part);
    }
}
