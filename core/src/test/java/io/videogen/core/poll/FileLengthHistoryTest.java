package io.videogen.core.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileLengthHistoryTest {

    @TempDir
    Path folder;

    private final JobLength ninety = new JobLength(Duration.ofSeconds(90), OptionalDouble.of(0.0125));
    private final JobLength ten = new JobLength(Duration.ofSeconds(10), OptionalDouble.empty());

    @Test
    void keepsLengthsByModelFromOneBuildToTheNext() {
        new FileLengthHistory(folder).add("sora-2", ninety);
        new FileLengthHistory(folder).add("../../kling", ten);

        FileLengthHistory later = new FileLengthHistory(folder);

        assertThat(later.of("sora-2")).containsExactly(ninety);
        assertThat(later.of("../../kling")).containsExactly(ten);
        assertThat(later.of("other")).isEmpty();
    }

    @Test
    void passesOverDamagedLines() throws Exception {
        FileLengthHistory history = new FileLengthHistory(folder);
        history.add("m", ninety);
        try (var files = Files.list(folder)) {
            Path file = files.findFirst().orElseThrow();
            Files.writeString(file, "garbage\n-5\n\n7x 1\n" + Files.readString(file) + "12");
        }

        assertThat(history.of("m")).contains(ninety).hasSize(2);
    }

    @Test
    void growsToAtMostTheLatestTwoHundred() {
        FileLengthHistory history = new FileLengthHistory(folder);
        for (int i = 1; i <= 9_000; i++) {
            history.add("m", new JobLength(Duration.ofMillis(i), OptionalDouble.empty()));
        }

        assertThat(history.of("m")).hasSize(LengthHistory.MOST);
        assertThat(history.of("m").get(LengthHistory.MOST - 1).length()).isEqualTo(Duration.ofMillis(9_000));
        assertThat(folder.toFile().listFiles()).hasSize(1).allSatisfy(file -> assertThat(file.length())
                .isLessThan(70_000));
    }

    @Test
    void aFolderThatCanNotBeWrittenIsNoReasonToFail() throws Exception {
        Path file = Files.createFile(folder.resolve("plain"));

        FileLengthHistory history = new FileLengthHistory(file);
        history.add("m", ten);

        assertThat(history.of("m")).isEmpty();
    }
}
