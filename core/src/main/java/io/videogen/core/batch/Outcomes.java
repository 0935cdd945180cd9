package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.advice.Message;
import io.videogen.core.output.DamagedSourceException;
import io.videogen.core.output.DeliveredClip;
import io.videogen.core.output.Manifest;
import io.videogen.core.output.ManifestEntry;
import io.videogen.core.store.StoredClip;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects how each video ended, delivers its clips, and makes the manifest's entries. */
final class Outcomes {

    private record Outcome(VideoResult result, List<ManifestEntry> entries) {}

    private final BatchSettings settings;
    private final ClipRules rules;
    private final Delivery delivery;
    private final BatchListener listener;
    private final Purchases purchases;
    private final List<String> names;
    private final Map<String, Outcome> byName = new HashMap<>();
    private boolean closed;

    /**
     * @param names all videos in the order they were declared, which is the order of the manifest
     */
    Outcomes(
            BatchSettings settings,
            List<String> names,
            Delivery delivery,
            BatchListener listener,
            Purchases purchases) {
        this.names = names;
        this.settings = settings;
        this.rules = new ClipRules(settings);
        this.delivery = delivery;
        this.listener = listener;
        this.purchases = purchases;
    }

    /** Records a clip that is in the output folder already; false when it must be delivered. */
    boolean isCurrent(Order order, StoredClip clip) {
        Ending ending = Ending.cached(clip, Duration.ZERO);
        if (rules.refusal(order, ending).isPresent()) {
            return false;
        }
        Map<String, List<DeliveredClip>> current = new LinkedHashMap<>();
        for (String name : order.names()) {
            Optional<List<DeliveredClip>> clips = delivery.current(name, order, clip);
            if (clips.isEmpty()) {
                return false;
            }
            current.put(name, clips.get());
        }
        current.forEach((name, clips) -> record(order, name, ending, clips));
        return true;
    }

    /**
     * Delivers, or clears away what is outdated, and records; has no effect once the run is {@link #close closed}.
     *
     * @throws DamagedSourceException when the clip has to be rendered again
     */
    void ended(Order order, Ending ending) {
        int made = ending.clip().map(clip -> clip.videos().size()).orElse(0);
        if (made < order.request().clips() && ending.error().isEmpty()) {
            listener.warning(Message.text(
                    "The API made %s clips of video \"%s\" and not %s as asked for with n.",
                    made, order.name(), order.request().clips()));
        }
        Ending judged = rules.refusal(order, ending).map(ending::undelivered).orElse(ending);
        for (String name : order.names()) {
            if (isClosed()) {
                return;
            }
            List<DeliveredClip> clips = List.of();
            Ending told = judged;
            if (judged.error().isEmpty()) {
                try {
                    clips = delivery.deliver(name, order, ending.clip().orElseThrow());
                } catch (VideogenException e) {
                    if (e.kind() == ErrorKind.INTERRUPTED || isClosed()) {
                        // The report of the stopped run tells of all that is not recorded.
                        return;
                    }
                    clear(order, name);
                    if (e instanceof DamagedSourceException && ending.fromStore()) {
                        throw e;
                    }
                    told = ending.undelivered(e);
                }
            } else {
                clear(order, name);
            }
            record(order, name, told, clips);
        }
    }

    private void clear(Order order, String name) {
        try {
            delivery.discard(name, order.request().clips());
        } catch (VideogenException e) {
            listener.warning(e.getMessage());
        }
    }

    /** Keeps a worker that comes late from changing what the report tells. */
    void close() {
        // In this order: what was moved into its place before is either recorded, or cleared away by stopped.
        delivery.seal();
        synchronized (this) {
            closed = true;
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    /** Records how the names ended that have no outcome when the run is over; false if there are none. */
    boolean stopped(Order order, Ending ending) {
        List<String> open;
        synchronized (this) {
            open = order.names().stream()
                    .filter(name -> !byName.containsKey(name))
                    .toList();
        }
        for (String name : open) {
            clear(order, name);
            Outcome outcome = outcome(order, name, ending, List.of());
            synchronized (this) {
                byName.put(name, outcome);
            }
            listener.finished(outcome.result());
        }
        return !open.isEmpty();
    }

    synchronized VideoResult result(String name) {
        return byName.get(name).result();
    }

    /** The manifest after this run. */
    synchronized Manifest applyTo(Manifest manifest) {
        List<ManifestEntry> fresh = new ArrayList<>();
        Set<ManifestEntry.Place> dropped = new HashSet<>();
        for (String name : names) {
            Outcome outcome = byName.get(name);
            if (outcome != null) {
                delivery.entriesOf(name).forEach(entry -> dropped.add(entry.place()));
                fresh.addAll(outcome.entries());
            }
        }
        fresh.forEach(entry -> dropped.remove(entry.place()));
        return manifest.merge(fresh, dropped);
    }

    private void record(Order order, String name, Ending ending, List<DeliveredClip> clips) {
        Outcome outcome = outcome(order, name, ending, clips);
        synchronized (this) {
            if (closed || byName.containsKey(name)) {
                return;
            }
            byName.put(name, outcome);
        }
        outcome.entries().stream()
                .flatMap(entry -> entry.warnings().stream()
                        .map(warning ->
                                Message.text("The clip \"%s\" is not what was asked for. %s", entry.name(), warning)))
                .forEach(listener::warning);
        listener.finished(outcome.result());
    }

    /** One after the other: in a new JVM all that end together would each make its own classes of the same lambdas. */
    private synchronized Outcome outcome(Order order, String name, Ending ending, List<DeliveredClip> clips) {
        ending.cost()
                .ifPresent(cost -> purchases.told(
                        order.contentKey(), new Money(cost.amount(), cost.unit().toString())));
        VideoResult result = new VideoResult(
                name, ending.status(), ending.source(), clips, ending.jobId(), ending.elapsed(), ending.error());
        return new Outcome(result, Entries.of(settings, delivery.folder(), order, ending, result));
    }

    /** An error that stopped all new videos at once, such as a spend guard. */
    static Ending refused(VideogenException error) {
        return Ending.without(Optional.empty(), Duration.ZERO, error);
    }
}
