package io.videogen.core.batch;

import io.videogen.core.output.DeliveredClip;
import io.videogen.core.output.ManifestEntry;
import io.videogen.core.output.VideoSource;
import io.videogen.core.store.ClipFacts;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Makes manifest entries of results. */
final class Entries {

    private Entries() {}

    /** One entry per clip; one for the video where there is no clip. */
    static List<ManifestEntry> of(BatchSettings settings, Order order, Ending ending, VideoResult result) {
        if (result.clips().isEmpty()) {
            return List.of(entry(settings, order, ending, result, result.name(), Optional.empty()));
        }
        return result.clips().stream()
                .map(clip -> entry(settings, order, ending, result, clip.name(), Optional.of(clip)))
                .toList();
    }

    private static ManifestEntry entry(
            BatchSettings settings,
            Order order,
            Ending ending,
            VideoResult result,
            String name,
            Optional<DeliveredClip> clip) {
        Optional<ClipFacts> facts = ending.facts().filter(ignored -> clip.isPresent());
        return new ManifestEntry(
                name,
                result.status().word(),
                clip.map(DeliveredClip::file).map(Entries::fileName),
                clip.flatMap(DeliveredClip::thumbnail).map(Entries::fileName),
                clip.map(known -> known.facts().sha256()),
                clip.map(known -> OptionalLong.of(known.facts().bytes())).orElse(OptionalLong.empty()),
                clip.map(known -> known.facts().durationSeconds()).orElse(OptionalDouble.empty()),
                number(clip.flatMap(known -> known.facts().width())),
                number(clip.flatMap(known -> known.facts().height())),
                order.request().model(),
                Optional.of(order.request().prompt()),
                order.request().seconds(),
                order.request().size(),
                Optional.of(facts.map(ClipFacts::api).orElse(settings.api().word())),
                Optional.of(facts.map(ClipFacts::endpoint)
                        .orElse(settings.endpoint().map(Object::toString).orElse(VideoSource.PREVIEW.word()))),
                result.jobId(),
                result.source().map(VideoSource::word),
                ending.createdAt().map(Entries::toMillis),
                facts.map(ClipFacts::completedAt).map(Entries::toMillis),
                OptionalLong.of(result.elapsed().toMillis()),
                result.error().map(error -> new ManifestEntry.Trouble(error.code(), error.getMessage())));
    }

    private static Instant toMillis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    private static String fileName(Path file) {
        return file.getFileName().toString();
    }

    private static OptionalInt number(Optional<Integer> value) {
        return value.map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
