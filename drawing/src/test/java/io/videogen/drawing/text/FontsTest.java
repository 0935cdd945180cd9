package io.videogen.drawing.text;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontsTest {

    @TempDir
    private Path folder;

    @Test
    void the_module_that_is_missing_is_named() {
        assertThatThrownBy(() -> new Fonts(folder, ClassLoader.getPlatformClassLoader()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("videogen-glyphs");
    }
}
