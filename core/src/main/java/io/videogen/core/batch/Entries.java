package io.videogen.core.batch;

import io.videogen.core.output.ClipCost;
import io.videogen.core.output.DeliveredClip;
import io.videogen.core.output.ManifestEntry;
import io.videogen.core.output.VideoSource;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.store.ClipFacts;
import java.math.BigDecimal;
import java.math.MathContext;
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
    static List<ManifestEntry> of(
            BatchSettings settings, String folder, Order order, Ending ending, VideoResult result) {
        if (result.clips().isEmpty()) {
            return List.of(entry(settings, folder, order, ending, result, result.name(), Optional.empty()));
        }
        return result.clips().stream()
                .map(clip -> entry(settings, folder, order, ending, result, clip.name(), Optional.of(clip)))
                .toList();
    }

    private static ManifestEntry entry(
            BatchSettings settings,
            String folder,
            Order order,
            Ending ending,
            VideoResult result,
            String name,
            Optional<DeliveredClip> clip) {
        Optional<ClipFacts> facts = ending.facts().filter(ignored -> clip.isPresent());
        return new ManifestEntry(
                name,
                result.status().word(),
                folder,
                clip.map(DeliveredClip::take).orElse(OptionalInt.empty()),
                clip.map(DeliveredClip::file).map(file -> link(folder, file)),
                clip.flatMap(DeliveredClip::thumbnail).map(file -> link(folder, file)),
                clip.map(known -> known.facts().sha256()),
                clip.map(known -> OptionalLong.of(known.facts().bytes())).orElse(OptionalLong.empty()),
                clip.map(known -> known.facts().durationSeconds()).orElse(OptionalDouble.empty()),
                number(clip.flatMap(known -> known.facts().width())),
                number(clip.flatMap(known -> known.facts().height())),
                order.request().model(),
                Optional.of(order.request().prompt()),
                order.request().seconds(),
                order.request().size(),
                declared(order).furtherFields(),
                Optional.of(facts.map(ClipFacts::api).orElse(settings.api().word())),
                Optional.of(facts.map(ClipFacts::endpoint)
                        .orElse(settings.endpoint().map(Object::toString).orElse(VideoSource.PREVIEW.word()))),
                result.jobId(),
                result.source().map(VideoSource::word),
                ending.createdAt().map(Entries::toMillis),
                facts.map(ClipFacts::completedAt).map(Entries::toMillis),
                OptionalLong.of(result.elapsed().toMillis()),
                cost(settings, order, ending, result),
                clip.map(known -> AsAskedFor.differences(order.request(), known.facts()))
                        .orElse(List.of()),
                result.error().map(error -> new ManifestEntry.Trouble(error.code(), error.getMessage())));
    }

    /** With the name of the video that it continues, as the user wrote it, in place of its key. */
    private static VideoRequest declared(Order order) {
        VideoRequest request = order.request();
        return order.before()
                .map(before -> request.with(
                        VideoField.CONTINUES,
                        request.continued().orElseThrow().of(before.name()).toString()))
                .orElse(request);
    }

    private static Instant toMillis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Told for the run that bought it and for the first video of its request, so that the sum is what was paid. */
    private static Optional<ClipCost> cost(BatchSettings settings, Order order, Ending ending, VideoResult result) {
        return ending.cost()
                .map(told -> new ClipCost(told.amount(), told.unit().toString(), "api"))
                .or(() -> settings.prices()
                        .of(order.request())
                        .map(money -> new ClipCost(money.amount(), money.unit(), "prices")))
                .filter(known ->
                        result.source().filter(VideoSource.RENDERED::equals).isPresent())
                .filter(known -> result.name().equals(order.name()))
                .map(all -> new ClipCost(
                        all.amount().divide(BigDecimal.valueOf(result.clips().size()), MathContext.DECIMAL64),
                        all.unit(),
                        all.source()));
    }

    private static String link(String folder, Path file) {
        return (folder.isEmpty() ? "" : folder + "/") + file.getFileName();
    }

    private static OptionalInt number(Optional<Integer> value) {
        return value.map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
