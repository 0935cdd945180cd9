package io.videogen.drawing.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrivateFolderTest {

    @Test
    void aShelteredProcessSeesNeitherOtherLibrariesNorTheToken() throws Exception {
        PrivateFolder folder = PrivateFolder.create("videogen-test-");
        ProcessBuilder process = new ProcessBuilder("any");
        Map<String, String> environment = process.environment();
        environment.clear();
        environment.putAll(Map.of(
                "LD_LIBRARY_PATH", ":/opt/lib",
                "DYLD_LIBRARY_PATH", "",
                "JAVA_TOOL_OPTIONS", "-agentlib:jdwp",
                "VIDEOGEN_TOKEN", "secret",
                "LANG", "C.UTF-8"));

        folder.shelter(process);

        assertThat(environment).containsExactly(Map.entry("LANG", "C.UTF-8"));
        assertThat(process.directory()).isEqualTo(folder.path().toFile());
        folder.remove();
        assertThat(folder.path()).doesNotExist();
    }

    @Test
    void aCrashReportIsKept() throws Exception {
        PrivateFolder folder = PrivateFolder.create("videogen-test-");
        Files.writeString(folder.crashReport(), "SIGSEGV");

        folder.remove();
        assertThat(folder.crashReport()).exists();

        Files.delete(folder.crashReport());
        folder.remove();
        assertThat(folder.path()).doesNotExist();
    }
}
