package io.jenkins.plugins.videogen.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkspacePathTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/etc/passwd",
                "\\\\host\\x",
                "C:\\x.mp4",
                "c:x.mp4",
                "../x.mp4",
                "a/../../x",
                "a\\..\\x",
                "a/",
                " ",
                "a\u0000b"
            })
    void refusesPathsThatAreNoFileInsideTheWorkspace(String path) {
        assertThat(WorkspacePath.problem(path)).isPresent();
        assertThatThrownBy(() -> WorkspacePath.resolve(folder.toFile(), path)).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"video.mp4", "out/video.mp4", "..video.mp4", "a..b/c.mp4", "./video.mp4", "out\\video.mp4"})
    void takesPathsInsideTheWorkspace(String path) throws Exception {
        assertThat(WorkspacePath.problem(path)).isEmpty();
        assertThat(WorkspacePath.resolve(folder.toFile(), path)).startsWithRaw(folder);
    }

    @Test
    void refusesASymbolicLinkOnTheWay() throws Exception {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Path workspace = Files.createDirectory(folder.resolve("workspace"));
        Files.createSymbolicLink(workspace.resolve("link"), outside);
        Files.createSymbolicLink(workspace.resolve("video.mp4"), outside.resolve("video.mp4"));
        assertThatThrownBy(() -> WorkspacePath.resolve(workspace.toFile(), "link/video.mp4"))
                .hasMessageContaining("symbolic link");
        assertThatThrownBy(() -> WorkspacePath.resolve(workspace.toFile(), "video.mp4"))
                .hasMessageContaining("symbolic link");
    }

    @Test
    void refusesAFolder() throws Exception {
        Files.createDirectory(folder.resolve("out"));
        assertThatThrownBy(() -> WorkspacePath.resolve(folder.toFile(), "out")).hasMessageContaining("folder");
    }
}
