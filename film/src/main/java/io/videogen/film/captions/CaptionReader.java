package io.videogen.film.captions;

import io.videogen.core.VideogenException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads caption files, of which WebVTT and SubRip are near enough for one reader; styles and positions are left out. */
public final class CaptionReader {

    private static final Pattern TIMING = Pattern.compile(
            "(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})\\s+-->\\s+(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})[.,](\\d{1,3})(?:\\s.*)?");
    private static final Pattern BLOCK = Pattern.compile("(NOTE|STYLE|REGION)(\\s.*)?");
    private static final int LARGEST = 16 << 20;

    private final String where;
    private final Path file;
    private final List<String> lines;
    private int at;

    private CaptionReader(String where, Path file, List<String> lines) {
        this.where = where;
        this.file = file;
        this.lines = lines;
    }

    /**
     * Reads a file.
     *
     * @param where for people, in errors
     * @return by time
     * @throws VideogenException of kind {@code INVALID_INPUT} that names the line
     */
    public static List<Cue> read(String where, Path file) {
        CaptionReader reader = new CaptionReader(where, file, lines(where, file));
        List<Cue> cues = reader.cues();
        if (cues.isEmpty()) {
            throw reader.error(1, "there is no caption in it");
        }
        return cues;
    }

    private static List<String> lines(String where, Path file) {
        byte[] bytes;
        try {
            if (Files.size(file) > LARGEST) {
                throw VideogenException.invalid(
                        "invalid_captions", where + ": the captions \"" + file + "\" are larger than 16 MB.");
            }
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw VideogenException.invalid(
                    "invalid_captions", where + ": the captions \"" + file + "\" can not be read (" + e + ").");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw VideogenException.invalid(
                    "invalid_captions",
                    where + ": the captions \"" + file + "\" are not in UTF-8, from line " + badLine(bytes)
                            + " on. Save the file as UTF-8.");
        }
        return (text.startsWith("\ufeff") ? text.substring(1) : text).lines().toList();
    }

    private static long badLine(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        StandardCharsets.UTF_8.newDecoder().decode(in, java.nio.CharBuffer.allocate(bytes.length), true);
        long line = 1;
        for (int i = 0; i < in.position(); i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    private List<Cue> cues() {
        List<Cue> cues = new ArrayList<>();
        if (!lines.isEmpty() && lines.get(0).startsWith("WEBVTT")) {
            skipBlock();
        }
        while (at < lines.size()) {
            if (lines.get(at).isBlank()) {
                at++;
            } else if (BLOCK.matcher(lines.get(at)).matches()) {
                skipBlock();
            } else {
                cues.add(cue());
            }
        }
        cues.sort(Comparator.comparing(Cue::from));
        return cues;
    }

    private void skipBlock() {
        while (at < lines.size() && !lines.get(at).isBlank()) {
            at++;
        }
    }

    private Cue cue() {
        int line = at + 1;
        // A number or name may stand before the times.
        if (!lines.get(at).contains("-->")
                && at + 1 < lines.size()
                && lines.get(at + 1).contains("-->")) {
            at++;
        }
        Matcher times = TIMING.matcher(lines.get(at).strip());
        if (!times.matches()) {
            throw error(
                    at + 1,
                    "\"" + lines.get(at).strip() + "\" is no time of a caption, such as"
                            + " \"00:00:01.000 --> 00:00:04.000\"");
        }
        Duration from = time(times, 1);
        Duration to = time(times, 5);
        if (to.compareTo(from) <= 0) {
            throw error(at + 1, "the caption ends before it begins");
        }
        at++;
        StringBuilder text = new StringBuilder();
        while (at < lines.size() && !lines.get(at).isBlank()) {
            if (lines.get(at).contains("-->")) {
                throw error(at + 1, "an empty line is missing before this caption");
            }
            text.append(text.length() == 0 ? "" : "\n").append(plain(lines.get(at)));
            at++;
        }
        if (text.toString().isBlank()) {
            throw error(line, "the caption has no text");
        }
        return new Cue(from, to, text.toString().strip());
    }

    private Duration time(Matcher times, int group) {
        long hours = times.group(group) == null ? 0 : Long.parseLong(times.group(group));
        long minutes = Long.parseLong(times.group(group + 1));
        long seconds = Long.parseLong(times.group(group + 2));
        if (minutes > 59 || seconds > 59) {
            throw error(at + 1, "there are no 60 minutes or seconds");
        }
        String fraction = (times.group(group + 3) + "00").substring(0, 3);
        return Duration.ofHours(hours).plusMinutes(minutes).plusSeconds(seconds).plusMillis(Long.parseLong(fraction));
    }

    private static String plain(String line) {
        return line.replaceAll("<[^>]*>", "")
                .replaceAll("\\{\\\\[^}]*}", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", "\u00a0")
                .replace("&lrm;", "\u200e")
                .replace("&rlm;", "\u200f")
                .replace("&amp;", "&")
                .strip();
    }

    private VideogenException error(int line, String what) {
        return VideogenException.invalid(
                "invalid_captions", where + ": the captions \"" + file + "\", line " + line + ": " + what + ".");
    }
}
