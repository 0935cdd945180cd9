package io.videogen.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table that says what to open names what is there. */
class ContributingTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
    private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");

    @Test
    void everyFileThatTheTableSendsOneToIsThere() throws IOException {
        String text = Files.readString(ROOT.resolve("CONTRIBUTING.md"));
        List<String> named = text.substring(text.indexOf("## To change X, open Y"))
                .lines()
                .filter(line -> line.startsWith("| "))
                .flatMap(line ->
                        NAMED.matcher(line.substring(line.indexOf(" | "))).results())
                .map((MatchResult name) -> name.group(1))
                .toList();
        List<String> there = paths();

        assertThat(named).hasSizeGreaterThan(50).allSatisfy(name -> assertThat(there)
                .as(name)
                // A member is named after its class, as in VideoApi.upload.
                .anyMatch(path -> path.endsWith("/" + name) || path.endsWith("/" + name.replaceAll("[.].*", ""))));
    }

    /** Of all files and folders, with the ending and without. */
    private static List<String> paths() throws IOException {
        List<String> paths = new ArrayList<>();
        Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
                paths.add(folder.toUri().getPath().replaceAll("/$", ""));
                return NOT_OURS.contains(String.valueOf(folder.getFileName()))
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                String path = file.toUri().getPath();
                paths.add(path);
                paths.add(path.replaceAll("[.]java$", ""));
                return FileVisitResult.CONTINUE;
            }
        });
        return paths;
    }
}
