package io.videogen.film.model;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What a shot shows. */
public sealed interface Content {

    /** For people. */
    String label();

    /**
     * Text on the background.
     *
     * @param title the large line
     * @param subtitle the smaller line below
     * @param length on the screen
     */
    record Title(String title, Optional<String> subtitle, Duration length) implements Content {
        @Override
        public String label() {
            return "title \"" + title + "\"";
        }

        @Override
        public String toString() {
            return RecordText.of("Title", "title", title, "subtitle", subtitle, "length", length);
        }
    }

    /**
     * Moving pictures.
     *
     * @param file anything that FFmpeg reads, or a numbered sequence of pictures such as {@code frames/%04d.png}
     * @param label its name for people
     * @param from where the part that is used begins
     * @param to where it ends; by default the end of the footage
     * @param speed 2 is twice as fast
     * @param preview whether it is a drawn stand-in for a clip
     */
    record Footage(Path file, String label, Duration from, Optional<Duration> to, double speed, boolean preview)
            implements Content {
        @Override
        public String toString() {
            return RecordText.of(
                    "Footage", "file", file, "label", label, "from", from, "to", to, "speed", speed, "preview",
                    preview);
        }
    }

    /**
     * A picture.
     *
     * @param file anything that FFmpeg reads
     * @param label its name for people
     * @param length on the screen
     * @param motion of the camera
     */
    record Still(Path file, String label, Duration length, Motion motion) implements Content {
        @Override
        public String toString() {
            return RecordText.of("Still", "file", file, "label", label, "length", length, "motion", motion);
        }
    }
}
