package io.videogen.core.poll;

import io.videogen.core.file.OwnFiles;
import io.videogen.core.file.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A history in small text files, one per model, a line per job: length in milliseconds and, if known, the forecast
 * error. Lines are appended, so that builds side by side lose nothing; lines that do not parse are passed over.
 */
public final class FileLengthHistory implements LengthHistory {

    private static final int LARGEST_FILE = 64 * 1024;

    private final Path folder;

    public FileLengthHistory(Path folder) {
        this.folder = folder;
    }

    @Override
    public List<JobLength> of(String model) {
        Path file = file(model);
        try {
            String text = new String(OwnFiles.read(file, 2 * LARGEST_FILE), StandardCharsets.ISO_8859_1);
            List<JobLength> lengths = new ArrayList<>();
            for (String line : text.split("\n")) {
                JobLength length = parse(line);
                if (length != null) {
                    lengths.add(length);
                }
            }
            return lengths.subList(Math.max(0, lengths.size() - MOST), lengths.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    @Override
    public void add(String model, JobLength length) {
        Path file = file(model);
        try {
            createFolder();
            if (OwnFiles.requireWritable(file) && Files.size(file) > LARGEST_FILE) {
                shorten(model, file);
            }
            OwnFiles.create(file);
            Files.writeString(
                    file,
                    format(length),
                    StandardCharsets.ISO_8859_1,
                    StandardOpenOption.APPEND,
                    LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            // Only the next schedule is a little worse for it.
            return;
        }
    }

    private void createFolder() throws IOException {
        if (!Files.isDirectory(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            if (!Files.isDirectory(parent)) {
                Files.createDirectories(parent.getParent());
                OwnFiles.createFolder(parent);
            }
            OwnFiles.createFolder(folder);
        }
        OwnFiles.requireFolder(folder);
    }

    private void shorten(String model, Path file) throws IOException {
        StringBuilder lines = new StringBuilder();
        of(model).forEach(length -> lines.append(format(length)));
        Path shorter = Files.createTempFile(folder, "lengths", ".tmp");
        Files.writeString(shorter, lines, StandardCharsets.ISO_8859_1);
        Files.move(shorter, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(String model) {
        return folder.resolve(Sha256.of(model).substring(0, 24) + ".txt");
    }

    private static String format(JobLength length) {
        String error = length.forecastError().isPresent()
                ? " " + Math.round(length.forecastError().getAsDouble() * 10_000)
                : "";
        return length.length().toMillis() + error + "\n";
    }

    private static JobLength parse(String line) {
        try {
            String[] words = line.strip().split(" ");
            Duration length = Duration.ofMillis(Long.parseLong(words[0]));
            OptionalDouble error =
                    words.length > 1 ? OptionalDouble.of(Long.parseLong(words[1]) / 10_000.0) : OptionalDouble.empty();
            return length.isZero() || length.isNegative() ? null : new JobLength(length, error);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
