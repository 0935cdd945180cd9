package io.videogen.film.captions;

import java.time.Duration;
import java.util.List;

/** Writes captions. */
public final class CaptionWriter {

    private CaptionWriter() {}

    /** As WebVTT. */
    public static String webVtt(List<Cue> cues) {
        StringBuilder text = new StringBuilder("WEBVTT\n");
        for (Cue cue : cues) {
            text.append('\n')
                    .append(time(cue.from(), '.'))
                    .append(" --> ")
                    .append(time(cue.to(), '.'))
                    .append('\n')
                    .append(cue.text()
                            .replace("&", "&amp;")
                            .replace("<", "&lt;")
                            .replace(">", "&gt;"))
                    .append('\n');
        }
        return text.toString();
    }

    /** As SubRip, which FFmpeg turns into a track: that of an MP4 shows one caption at a time. */
    public static String subRip(List<Cue> cues) {
        StringBuilder text = new StringBuilder();
        int number = 0;
        for (Cue cue : OneAtATime.of(cues)) {
            number++;
            text.append(number)
                    .append('\n')
                    .append(time(cue.from(), ','))
                    .append(" --> ")
                    .append(time(cue.to(), ','))
                    .append('\n')
                    .append(cue.text())
                    .append("\n\n");
        }
        return text.toString();
    }

    private static String time(Duration time, char sign) {
        return String.format(
                "%02d:%02d:%02d%c%03d",
                time.toHours(), time.toMinutesPart(), time.toSecondsPart(), sign, time.toMillisPart());
    }
}
