package io.videogen.film.captions;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** For tracks that show one caption at a time: while several are seen, their texts stand in one. */
final class OneAtATime {

    private OneAtATime() {}

    /** The same captions, by time, none of which meets another. */
    static List<Cue> of(List<Cue> cues) {
        TreeSet<Duration> changes = new TreeSet<>();
        cues.forEach(cue -> changes.addAll(List.of(cue.from(), cue.to())));
        List<Cue> apart = new ArrayList<>();
        for (Duration from : changes) {
            Duration to = changes.higher(from);
            String text = cues.stream()
                    .filter(cue -> cue.from().compareTo(from) <= 0 && cue.to().compareTo(from) > 0)
                    .map(Cue::text)
                    .collect(Collectors.joining("\n"));
            if (!text.isEmpty()) {
                apart.add(new Cue(from, to, text));
            }
        }
        return apart;
    }
}
