package io.jenkins.plugins.videogen.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.jenkins.plugins.videogen.execution.FakeBuild.FakeRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolTest {
    private final FakeRun run = new FakeBuild().run();

    @Test
    void whatAnAbortedTransferLeftEndsWithTheBuild(@TempDir Path folder) throws IOException {
        run.rootDir = folder.toFile();
        Files.createDirectories(Spool.of(run));
        Files.writeString(Spool.of(run).resolve("key-0.part"), "half a clip");
        Path record = Files.writeString(folder.resolve("build.xml"), "<build/>");

        new Spool().onFinalized(run);

        assertThat(folder).isDirectoryContaining(record::equals);
        assertThat(Spool.of(run)).doesNotExist();
    }

    @Test
    void aBuildWithoutVideosIsLeftAlone(@TempDir Path folder) {
        run.rootDir = folder.toFile();
        new Spool().onFinalized(run);
        assertThat(folder).isEmptyDirectory();
    }
}
