package io.videogen.it.bench.film;

import io.videogen.it.bench.Benchmark;
import io.videogen.it.bench.Result;
import io.videogen.it.bench.Times;
import io.videogen.it.bench.Workshop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A film of 20 s in 720p from five clips, beside the same film by one graph with the system's {@code ffmpeg} and libx264
 * {@code veryfast}; a changed caption; nothing changed; and memory with more clips. The system's {@code ffmpeg} must have
 * libx264, as Debian's has.
 */
public final class FilmBenchmark implements Benchmark {

    private static final int ROUNDS = 3;
    private static final int CLIPS = 5;
    private static final int[] MORE_CLIPS = {20, 60};

    @Override
    public String name() {
        return "films";
    }

    @Override
    public Result run(Workshop workshop) throws Exception {
        Path folder = workshop.emptyFolder("films");
        Footage footage = Footage.shoot(folder);
        OurSide ours = new OurSide(folder, workshop.localRepository());
        GraphSide graph = new GraphSide(footage);
        Result result = new Result("Films", "film", "side", "wall s", "peak MiB", "video kbit/s", "SSIM");
        List<Double> ratios = new ArrayList<>();
        List<Double> captions = new ArrayList<>();
        double memory = 0;
        // Unpacks FFmpeg.
        ours.make(footage, 1, "", false);
        for (int round = 0; round < ROUNDS; round++) {
            ours.forget();
            OurSide.Made made = ours.make(footage, CLIPS, "Caption", true);
            GraphSide.Made theirs = graph.make(folder.resolve("graph.mp4"), CLIPS, true, made.bitsPerSecond());
            memory = Math.max(memory, made.peak());
            ratios.add(made.seconds() / theirs.seconds());
            captions.add(ours.make(footage, CLIPS, "Another " + round, true).seconds() / made.seconds());
            result.row("5 clips, round " + (round + 1), "ours", made.seconds(), made.peak(), made.kilobits(), "");
            result.row(
                    "5 clips, round " + (round + 1),
                    "one graph",
                    theirs.seconds(),
                    theirs.peak(),
                    theirs.kilobits(),
                    "");
        }
        // Text is drawn by different fonts: what coding loses is seen without it.
        ours.forget();
        OurSide.Made plain = ours.make(footage, CLIPS, "", false);
        Path lossless = folder.resolve("lossless.mkv");
        graph.lossless(lossless, CLIPS);
        GraphSide.Made theirs = graph.make(folder.resolve("plain.mp4"), CLIPS, false, plain.bitsPerSecond());
        double ourSsim = graph.ssim(plain.file(), lossless);
        double theirSsim = graph.ssim(folder.resolve("plain.mp4"), lossless);
        result.row("5 clips, no text", "ours", plain.seconds(), plain.peak(), plain.kilobits(), digits(ourSsim));
        result.row(
                "5 clips, no text", "one graph", theirs.seconds(), theirs.peak(), theirs.kilobits(), digits(theirSsim));
        for (int clips : MORE_CLIPS) {
            ours.forget();
            OurSide.Made longer = ours.make(footage, clips, "Caption", true);
            memory = Math.max(memory, longer.peak());
            result.row(clips + " clips", "ours", longer.seconds(), longer.peak(), longer.kilobits(), "");
        }
        result.atMost("wall time, as a share of one graph's", Times.median(ratios), 0.8, "");
        result.atMost("peak memory of FFmpeg's processes together", memory, 350, "MiB");
        result.atMost("SSIM below one graph's", theirSsim - ourSsim, 0.01, "");
        result.atMost("a changed caption, as a share of the whole", Times.median(captions), 0.35, "");
        result.atMost("nothing changed, over an empty goal", 1000 * unchanged(workshop, folder), 300, "ms");
        ratios.forEach(result.data().withArray("/ratios")::add);
        captions.forEach(result.data().withArray("/captions")::add);
        return result;
    }

    private static String digits(double ssim) {
        return String.format(Locale.ROOT, "%.4f", ssim);
    }

    /** Real builds: the goal with nothing to do, in turns with one that does nothing. */
    private static double unchanged(Workshop workshop, Path folder) throws Exception {
        Path project = workshop.emptyFolder("films-project");
        StringBuilder shots = new StringBuilder();
        for (int i = 1; i <= CLIPS; i++) {
            shots.append("<shot><file>")
                    .append(folder.resolve("clip-" + i + ".mp4"))
                    .append("</file></shot>");
        }
        Files.writeString(project.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>io.videogen.it</groupId>
                  <artifactId>benchmark-film</artifactId>
                  <version>1.0</version>
                  <packaging>pom</packaging>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>io.videogen</groupId>
                        <artifactId>videogen-maven-plugin</artifactId>
                        <version>%s</version>
                        <configuration>
                          <cacheDirectory>${project.basedir}/cache</cacheDirectory>
                          <films>
                            <film>
                              <name>launch</name>
                              <transition>fade 500ms</transition>
                              <shots>%s</shots>
                            </film>
                          </films>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(workshop.version(), shots));
        workshop.maven(project, workshop.goal("film"));
        List<Double> differences = new ArrayList<>();
        for (int round = 0; round < 2 * ROUNDS - 1; round++) {
            double empty = workshop.maven(project, workshop.goal("help"));
            differences.add(workshop.maven(project, workshop.goal("film")) - empty);
        }
        return Times.median(differences);
    }
}
