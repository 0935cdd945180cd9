package io.videogen.core.artifact;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * The pictures beside the clips of a job, whatever is known of each. Any may be missing: the clips are what was paid for,
 * and no picture holds them back.
 *
 * @param byKind never of clips
 */
public record Stills<T>(Map<ArtifactKind, T> byKind) {

    /** In the order in which they are fetched, written and told. */
    public static final List<ArtifactKind> KINDS = List.of(ArtifactKind.THUMBNAIL, ArtifactKind.LAST_FRAME);

    public Stills {
        byKind = Map.copyOf(byKind);
    }

    public static <T> Stills<T> none() {
        return new Stills<>(Map.of());
    }

    public static <T> Stills<T> of(Optional<T> thumbnail, Optional<T> lastFrame) {
        Stills<T> one = thumbnail
                .map(still -> Stills.<T>none().with(ArtifactKind.THUMBNAIL, still))
                .orElse(none());
        return lastFrame.map(still -> one.with(ArtifactKind.LAST_FRAME, still)).orElse(one);
    }

    public Stills<T> with(ArtifactKind kind, T still) {
        Map<ArtifactKind, T> more = new EnumMap<>(ArtifactKind.class);
        more.putAll(byKind);
        more.put(kind, still);
        return new Stills<>(more);
    }

    public <R> Stills<R> map(BiFunction<ArtifactKind, T, R> change) {
        if (byKind.isEmpty()) {
            return none();
        }
        Map<ArtifactKind, R> changed = new EnumMap<>(ArtifactKind.class);
        byKind.forEach((kind, still) -> changed.put(kind, change.apply(kind, still)));
        return new Stills<>(changed);
    }

    public Optional<T> get(ArtifactKind kind) {
        return Optional.ofNullable(byKind.get(kind));
    }

    public Optional<T> thumbnail() {
        return get(ArtifactKind.THUMBNAIL);
    }

    public Optional<T> lastFrame() {
        return get(ArtifactKind.LAST_FRAME);
    }

    public Stream<T> stream() {
        return KINDS.stream().flatMap(kind -> get(kind).stream());
    }
}
