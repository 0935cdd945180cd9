package io.videogen.film;

import io.videogen.film.declared.Clips;
import io.videogen.film.declared.FilmReader;
import io.videogen.film.ffmpeg.Ffmpeg;
import io.videogen.film.ffmpeg.FfmpegException;
import io.videogen.film.ffmpeg.FfmpegFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/** A studio with a folder of its own, and the FFmpeg that it uses for making test footage and looking at films. */
public final class Studio implements AutoCloseable {

    /** The jar that users get for this platform. */
    public static final Path NATIVES = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(path -> path.getFileName().toString().matches("ffmpeg-.*-(linux|macosx|windows)-.*\\.jar"))
            .findFirst()
            .orElseThrow();

    public final Path folder;
    public final Path cache;
    public final List<String> warnings = new ArrayList<>();
    public final List<Integer> percents = new ArrayList<>();
    public int pieces;
    public int kept;
    /** Told of each per cent, by the threads that make a film. */
    public IntConsumer watcher = percent -> {};

    private final AtomicInteger resolved = new AtomicInteger();
    private final AtomicInteger glyphs = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final Ffmpeg ffmpeg;
    private FilmStudio running;

    public Studio(Path folder, Path unpacked) {
        this.folder = folder;
        this.cache = folder.resolve("cache");
        this.ffmpeg = Ffmpeg.start(FfmpegFolder.of(NATIVES, unpacked));
    }

    /** What the programs are in. */
    public static Path natives() {
        return NATIVES;
    }

    /** Makes a file with FFmpeg's test sources. */
    public Path footage(String name, String... arguments) throws FfmpegException {
        Path file = folder.resolve(name);
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(file.toString());
        ffmpeg.make(all, output -> {});
        return file;
    }

    /** Makes a film, in a studio that knows nothing of earlier ones but what is in the cache. */
    public MadeFilm make(Declared film) {
        pieces = 0;
        kept = 0;
        warnings.clear();
        percents.clear();
        FilmReader reader = new FilmReader(folder, new Clips() {
            @Override
            public Set<String> names() {
                return Set.of();
            }

            @Override
            public Clip clip(String name) {
                throw new IllegalArgumentException(name);
            }
        });
        try (FilmStudio studio = new FilmStudio(cache, Studio::digest, tools(), listener(), 2, Clock.systemUTC())) {
            running = studio;
            return studio.make(reader.read(List.of(film.declared())).get(0));
        }
    }

    public void interrupt() {
        running.interrupt();
    }

    /** How often FFmpeg was asked for. */
    public int resolved() {
        return resolved.get();
    }

    /** How often glyphs were asked for. */
    public int glyphs() {
        return glyphs.get();
    }

    /** How often what was asked for was let go. */
    public int closed() {
        return closed.get();
    }

    private FilmTools tools() {
        return new FilmTools() {
            @Override
            public Path ffmpeg() {
                resolved.incrementAndGet();
                return NATIVES;
            }

            @Override
            public ClassLoader glyphs() {
                glyphs.incrementAndGet();
                return Studio.class.getClassLoader();
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    private FilmListener listener() {
        return new FilmListener() {
            @Override
            public void planned(String film, int all, int there) {
                pieces = all;
                kept = there;
            }

            @Override
            public void progressed(String film, int percent, Optional<Duration> left) {
                percents.add(percent);
                watcher.accept(percent);
            }

            @Override
            public void warning(String film, String message) {
                warnings.add(message);
            }
        };
    }

    /** What ffprobe tells of a film's file, after reading all of it. */
    public String facts(MadeFilm film, String fileName, String entries) throws FfmpegException {
        return String.join(
                ";",
                ffmpeg.probe(List.of(
                        "-count_frames",
                        "-show_entries",
                        entries,
                        "-of",
                        "csv=p=0",
                        path(film, fileName).toString())));
    }

    /** The pictures of a file, after reading all of it. */
    public int frames(Path file) throws FfmpegException {
        return Integer.parseInt(ffmpeg.probe(List.of(
                        "-count_frames",
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        "stream=nb_read_frames",
                        "-of",
                        "csv=p=0",
                        file.toString()))
                .get(0)
                .replace(",", ""));
    }

    /**
     * How much alike the pictures of two files are, in decibels of brightness (PSNR).
     *
     * @param from the first picture
     * @param to the one after the last
     */
    public List<Double> likeness(Path file, Path other, int from, int to) throws FfmpegException, IOException {
        String chosen = "trim=start_frame=" + from + ":end_frame=" + to + ",settb=1/25,setpts=N";
        Path told = folder.resolve("psnr.txt");
        ffmpeg.make(
                List.of(
                        "-i",
                        file.toString(),
                        "-i",
                        other.toString(),
                        "-filter_complex",
                        "[0:v]" + chosen + "[a];[1:v]" + chosen + "[b];[a][b]psnr=stats_file=" + told,
                        "-f",
                        "null",
                        "-"),
                output -> {});
        return Files.readAllLines(told).stream()
                .map(line -> line.replaceFirst(".* psnr_y:(\\S+).*", "$1"))
                .map(text -> text.equals("inf") ? Double.POSITIVE_INFINITY : Double.valueOf(text))
                .toList();
    }

    /** The average colour of a region of a frame, red, green and blue. */
    public int[] colour(MadeFilm film, String fileName, double second, String crop)
            throws FfmpegException, IOException {
        Path raw = folder.resolve("colour.rgb");
        ffmpeg.make(
                List.of(
                        "-ss",
                        Double.toString(second),
                        "-i",
                        path(film, fileName).toString(),
                        "-frames:v",
                        "1",
                        "-vf",
                        "crop=" + crop + ",scale=1:1:flags=area:in_color_matrix=bt709,format=rgb24",
                        "-f",
                        "rawvideo",
                        raw.toString()),
                output -> {});
        byte[] bytes = Files.readAllBytes(raw);
        return new int[] {bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff};
    }

    /** Integrated loudness in LUFS by EBU R 128, of a file or a part of it. */
    public double loudness(Path file, String... before) throws FfmpegException {
        List<String> arguments = new ArrayList<>(List.of(before));
        arguments.addAll(List.of("-i", file.toString(), "-vn", "-af", "ebur128=framelog=quiet", "-f", "null", "-"));
        return ffmpeg.ask(arguments, "info").stream()
                .map(String::strip)
                .filter(line -> line.startsWith("I:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9.-]", "")))
                .findFirst()
                .orElseThrow();
    }

    public Path path(MadeFilm film, String fileName) {
        return film.files().stream()
                .filter(file -> file.fileName().equals(fileName))
                .findFirst()
                .orElseThrow()
                .path();
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        ffmpeg.close();
    }
}
