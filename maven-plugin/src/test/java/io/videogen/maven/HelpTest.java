package io.videogen.maven;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.maven.input.DeclaredVideo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code videogen:help} and {@code help:describe} print: the plugin's descriptor. */
class HelpTest {

    @Test
    void itListsEveryFieldOfAVideo() throws IOException {
        Matcher videos = Pattern.compile("<name>videos</name>.*?<description>(.*?)</description>", Pattern.DOTALL)
                .matcher(descriptor());

        assertThat(videos.find()).isTrue();
        assertThat(DeclaredVideo.fields())
                .allSatisfy(field -> assertThat(videos.group(1)).containsPattern("\\b" + field + "\\b"));
    }

    @Test
    void itHasNoPlaceholdersThatItsFormatterBreaks() throws IOException {
        assertThat(descriptor()).doesNotContain("/clips}").contains("resume JOB");
    }

    private static String descriptor() throws IOException {
        try (InputStream xml = PlanMojo.class.getResourceAsStream("/META-INF/maven/plugin.xml")) {
            return new String(xml.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
