package io.jenkins.plugins.videogen.spending;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What was bought on each day, a file a day and a line a purchase; on disk before the purchase is made. */
final class Days {
    private static final int KEPT_DAYS = 31;
    private static final String SUFFIX = ".txt";

    private final Path folder;

    Days(Path folder) {
        this.folder = folder;
    }

    List<Purchase> of(LocalDate day) throws IOException {
        try (Stream<String> lines = Files.lines(file(day), StandardCharsets.UTF_8)) {
            return lines.map(Purchase::parse).flatMap(Optional::stream).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }

    void add(LocalDate day, Purchase purchase) throws IOException {
        Path file = file(day);
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            forgetBefore(day.minusDays(KEPT_DAYS));
        }
        // Not a channel, which an interrupt would close. A line begins on its own, whatever the last one came to.
        try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
            out.write(("\n" + purchase).getBytes(StandardCharsets.UTF_8));
            out.getFD().sync();
        }
    }

    private void forgetBefore(LocalDate day) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(SUFFIX)).toList()) {
                if (file.compareTo(file(day)) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private Path file(LocalDate day) {
        return folder.resolve(day + SUFFIX);
    }
}
