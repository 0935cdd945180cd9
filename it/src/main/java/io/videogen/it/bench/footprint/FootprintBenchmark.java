package io.videogen.it.bench.footprint;

import io.videogen.it.bench.Benchmark;
import io.videogen.it.bench.Result;
import io.videogen.it.bench.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The plugin's first run with an empty local repository: what is downloaded, and how long it takes over this network.
 * First without a clip, then with a preview clip, which also brings FFmpeg for this platform.
 */
public final class FootprintBenchmark implements Benchmark {

    private static final long WORTH_A_REASON = 500_000;
    /** Videogen's other modules come to the test's repository too, and are no part of the plugin. */
    private static final String OTHERS = "videogen-(it|store-s3).*";

    private static final String AT_NEED = "videogen-glyphs.*";

    @Override
    public String name() {
        return "footprint";
    }

    @Override
    public Result run(Workshop workshop) throws Exception {
        Path project = workshop.emptyFolder("footprint");
        Path local = Files.createDirectories(project.resolve("repository"));
        Path own = workshop.repository().resolve("io/videogen");
        copy(own, local.resolve("io/videogen"));
        double first = workshop.maven(project, local, workshop.goal("help"));
        Map<String, Long> plugin = jars(local);
        plugin.keySet().removeIf(jar -> jar.matches(AT_NEED));
        double again = workshop.maven(project, local, workshop.goal("help"));
        String[] preview = {
            workshop.goal("generate"),
            "-Dvideogen.prompt=A lantern on a pier",
            "-Dvideogen.cacheDirectory=" + project.resolve("cache")
        };
        double firstClip = workshop.maven(project, local, preview);
        Map<String, Long> natives = jars(local);
        natives.keySet().removeAll(plugin.keySet());
        Result result =
                new Result("Footprint: what a first run brings", "what", "jars", "MB", "first run s", "again s");
        result.row("plugin and its dependencies (goal help)", plugin.size(), megabytes(plugin), first, again);
        result.row(
                "FFmpeg and the font, for preview clips alone (goal generate)",
                natives.size(),
                megabytes(natives),
                firstClip,
                "");
        plugin.forEach((jar, bytes) -> big(result, jar, bytes));
        natives.forEach((jar, bytes) -> big(result, jar, bytes));
        plugin.forEach((jar, bytes) -> result.data().withObject("/plugin").put(jar, bytes));
        natives.forEach((jar, bytes) -> result.data().withObject("/preview").put(jar, bytes));
        return result;
    }

    private static void big(Result result, String jar, long bytes) {
        if (bytes > WORTH_A_REASON) {
            result.row("- " + jar, "", bytes / 1e6, "", "");
        }
    }

    private static double megabytes(Map<String, Long> jars) {
        return jars.values().stream().mapToLong(bytes -> bytes).sum() / 1e6;
    }

    private static Map<String, Long> jars(Path local) throws IOException {
        Map<String, Long> jars = new TreeMap<>();
        try (Stream<Path> files = Files.walk(local)) {
            for (Path jar :
                    files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                if (!jar.getFileName().toString().matches(OTHERS)) {
                    jars.put(jar.getFileName().toString(), Files.size(jar));
                }
            }
        }
        return jars;
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.sorted(Comparator.naturalOrder()).toList();
        }
        Files.createDirectories(to.getParent());
        for (Path file : all) {
            Files.copy(file, to.resolve(from.relativize(file)));
        }
    }
}
