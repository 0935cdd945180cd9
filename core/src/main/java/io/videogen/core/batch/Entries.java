package io.videogen.core.batch;

import io.videogen.core.artifact.VerifiedFile;
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
import java.util.ArrayList;
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
            return List.of(entry(settings, folder, order, ending, result, result.name(), null));
        }
        List<ManifestEntry> entries = new ArrayList<>();
        for (DeliveredClip clip : result.clips()) {
            entries.add(entry(settings, folder, order, ending, result, clip.name(), clip));
        }
        return entries;
    }

    /**
     * A build with nothing to do makes one for each clip, and each {@code Optional.map} would cost it a generated class.
     *
     * @param clip {@code null} where there is none
     */
    private static ManifestEntry entry(
            BatchSettings settings,
            String folder,
            Order order,
            Ending ending,
            VideoResult result,
            String name,
            DeliveredClip clip) {
        VerifiedFile file = clip == null ? null : clip.facts();
        ClipFacts facts = clip == null ? null : ending.clip().orElseThrow().facts();
        return new ManifestEntry(
                name,
                result.status().word(),
                folder,
                clip == null ? OptionalInt.empty() : clip.take(),
                clip == null ? Optional.empty() : Optional.of(link(folder, clip.file())),
                clip == null ? Optional.empty() : clip.thumbnail().map(still -> link(folder, still)),
                file == null ? Optional.empty() : Optional.of(file.sha256()),
                file == null ? OptionalLong.empty() : OptionalLong.of(file.bytes()),
                file == null ? OptionalDouble.empty() : file.durationSeconds(),
                file == null ? OptionalInt.empty() : number(file.width()),
                file == null ? OptionalInt.empty() : number(file.height()),
                order.request().model(),
                Optional.of(order.request().prompt()),
                order.request().seconds(),
                order.request().size(),
                declared(order).furtherFields(),
                Optional.of(facts == null ? settings.api().word() : facts.api()),
                Optional.of(facts == null ? endpoint(settings) : facts.endpoint()),
                result.jobId(),
                result.source().map(VideoSource::word),
                ending.createdAt().map(Entries::toMillis),
                facts == null ? Optional.empty() : Optional.of(toMillis(facts.completedAt())),
                OptionalLong.of(result.elapsed().toMillis()),
                cost(settings, order, ending, result),
                file == null ? List.of() : AsAskedFor.differences(order.request(), file),
                result.error().map(error -> new ManifestEntry.Trouble(error.code(), error.getMessage())));
    }

    /** With the name of the video that it continues, as the user wrote it, in place of its key. */
    private static VideoRequest declared(Order order) {
        VideoRequest request = order.request();
        return order.before().isEmpty()
                ? request
                : request.with(
                        VideoField.CONTINUES,
                        request.continued()
                                .orElseThrow()
                                .of(order.before().get().name())
                                .toString());
    }

    private static String endpoint(BatchSettings settings) {
        return settings.endpoint().map(Object::toString).orElse(VideoSource.PREVIEW.word());
    }

    private static Instant toMillis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Told for the run that bought it and for the first video of its request, so that the sum is what was paid. */
    private static Optional<ClipCost> cost(BatchSettings settings, Order order, Ending ending, VideoResult result) {
        if (!result.source().equals(Optional.of(VideoSource.RENDERED))
                || !result.name().equals(order.name())) {
            return Optional.empty();
        }
        return ending.cost()
                .map(told -> new ClipCost(told.amount(), told.unit().toString(), "api"))
                .or(() -> settings.prices()
                        .of(order.request())
                        .map(money -> new ClipCost(money.amount(), money.unit(), "prices")))
                .map(all -> new ClipCost(
                        all.amount().divide(BigDecimal.valueOf(result.clips().size()), MathContext.DECIMAL64),
                        all.unit(),
                        all.source()));
    }

    private static String link(String folder, Path file) {
        return (folder.isEmpty() ? "" : folder + "/") + file.getFileName();
    }

    private static OptionalInt number(Optional<Integer> value) {
        return value.isPresent() ? OptionalInt.of(value.get()) : OptionalInt.empty();
    }
}
