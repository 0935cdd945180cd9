package io.videogen.drawing.text;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The bundled font, and fonts of this machine where it lacks a character. */
public final class Fonts {
    private static final String BUNDLED = "DejaVuSans.ttf";
    private static final int MOST_FILES = 4000;
    private static final int MOST_FALLBACKS = 4;

    private final FontFile bundled;
    private List<FontFile> machine;

    /**
     * @param folder takes the bundled font, as FreeType reads fonts from files
     * @param glyphs sees the module of glyphs, which has it
     */
    public Fonts(Path folder, ClassLoader glyphs) throws IOException {
        Path file = folder.resolve(BUNDLED);
        try (InputStream in = glyphs.getResourceAsStream("io/videogen/glyphs/" + BUNDLED)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The font \"" + BUNDLED + "\" is missing: put the module videogen-glyphs on the class path.");
            }
            Files.copy(in, file);
        }
        bundled = FontFile.open(file);
    }

    /** DejaVu Sans. */
    public FontFile bundled() {
        return bundled;
    }

    /** The bundled font first, then the fonts that add most of the text's other characters. */
    public List<FontFile> covering(String text) {
        List<FontFile> chosen = new ArrayList<>(List.of(bundled));
        Set<Integer> missing = new TreeSet<>();
        text.codePoints().filter(Fonts::visible).filter(c -> !bundled.has(c)).forEach(missing::add);
        while (!missing.isEmpty() && chosen.size() <= MOST_FALLBACKS) {
            FontFile best = machine().stream()
                    .max(Comparator.comparingLong(font -> covered(font, missing)))
                    .orElse(bundled);
            if (covered(best, missing) == 0) {
                break;
            }
            missing.removeIf(best::has);
            chosen.add(best);
        }
        return chosen;
    }

    /** Whether a character leaves ink. */
    public static boolean visible(int codePoint) {
        return !Character.isWhitespace(codePoint) && Character.getType(codePoint) != Character.FORMAT;
    }

    private static long covered(FontFile font, Set<Integer> characters) {
        return characters.stream().filter(font::has).count();
    }

    private List<FontFile> machine() {
        if (machine == null) {
            machine = new ArrayList<>();
            for (Path folder : folders()) {
                scan(folder);
            }
        }
        return machine;
    }

    private void scan(Path folder) {
        try (Stream<Path> files = Files.find(
                folder,
                8,
                (path, attributes) -> attributes.isRegularFile() && isFont(path),
                FileVisitOption.FOLLOW_LINKS)) {
            // Regular faces come before bold and italic ones when several cover the same.
            files.limit(MOST_FILES)
                    .sorted(Comparator.comparing(Fonts::styled).thenComparing(Comparator.naturalOrder()))
                    .forEach(this::add);
        } catch (IOException | UncheckedIOException e) {
            // A folder that is missing or cannot be read has no fonts for us; the clip says what could not be drawn.
            return;
        }
    }

    private void add(Path path) {
        try {
            machine.add(FontFile.open(path));
        } catch (IOException e) {
            // Not a font that can be drawn: the next one may be.
            return;
        }
    }

    private static boolean isFont(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".ttf") || name.endsWith(".otf") || name.endsWith(".ttc");
    }

    private static boolean styled(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return Stream.of("bold", "italic", "oblique", "light", "thin", "black", "mono", "serif")
                .anyMatch(name::contains);
    }

    private static List<Path> folders() {
        String home = System.getProperty("user.home", ".");
        String windows = System.getenv().getOrDefault("WINDIR", "C:\\Windows");
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        List<String> names = os.contains("win") && !os.contains("darwin")
                ? List.of(windows + "\\Fonts", home + "\\AppData\\Local\\Microsoft\\Windows\\Fonts")
                : os.contains("mac")
                        ? List.of("/System/Library/Fonts", "/Library/Fonts", home + "/Library/Fonts")
                        : List.of(
                                "/usr/share/fonts",
                                "/usr/local/share/fonts",
                                home + "/.fonts",
                                home + "/.local/share/fonts");
        return names.stream().map(File::new).map(File::toPath).toList();
    }
}
