package io.videogen.core.download;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritebackTest {

    @TempDir
    Path folder;

    /** A disk tells of a failed write once: the flush at the end would succeed. */
    @Test
    void what_the_disk_did_not_take_meanwhile_is_told_at_the_end() throws Exception {
        Path file = folder.resolve("clip.part");
        try (PartFile part = PartFile.open(file, "")) {
            Writeback writeback = new Writeback(part);
            Files.delete(file);
            writeback.grown(1 << 30);
            writeback.settle();
            Files.createFile(file);

            assertThatThrownBy(writeback::await).isInstanceOf(IOException.class);
        }
    }
}
