package io.videogen.maven.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.VideogenException;
import io.videogen.core.batch.VideoTask;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VideoTasksTest {

    @TempDir
    Path base;

    @Test
    void defaultsFillWhatAVideoLeavesOut() {
        VideoTasks tasks = new VideoTasks(base, Optional.of("sora-2"), Optional.of("4"), Optional.of("1280x720"));

        VideoRequest request =
                tasks.of(List.of(DeclaredVideo.of("hero", " A cat \n"))).get(0).request();

        assertThat(request.prompt()).isEqualTo("A cat");
        assertThat(request.model()).contains("sora-2");
        assertThat(request.seconds()).contains("4");
        assertThat(request.size()).contains("1280x720");
    }

    @Test
    void thePromptFileIsReadAsUtf8BesideThePom() throws IOException {
        Files.writeString(base.resolve("prompt.txt"), "\uFEFF猫在海滩上 🐈\n", StandardCharsets.UTF_8);

        assertThat(one(null, "prompt.txt", null).request().prompt()).isEqualTo("猫在海滩上 🐈");
    }

    @Test
    void mistakesWithPromptsNameTheVideo() throws IOException {
        Files.write(base.resolve("latin1.txt"), "Caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(base.resolve("empty.txt"), " \n");

        assertMistake(null, null, "Video \"hero\"", "no prompt");
        assertMistake("  ", null, "Video \"hero\"", "no prompt");
        assertMistake("A cat", "prompt.txt", "Video \"hero\"", "both a prompt and the promptFile \"prompt.txt\"");
        assertMistake(null, "missing.txt", "Video \"hero\"", "\"missing.txt\" is no file");
        assertMistake(null, "latin1.txt", "Video \"hero\"", "not UTF-8");
        assertMistake(null, "empty.txt", "Video \"hero\"", "is empty");
    }

    @Test
    void aReferenceIsAFileAnAddressOrData() throws IOException {
        Path image = Files.write(base.resolve("cat.png"), new byte[] {1});

        assertThat(reference("cat.png")).isEqualTo(new Reference.LocalFile(image));
        assertThat(reference("HTTPS://example.com/cat.png"))
                .isEqualTo(new Reference.Link(URI.create("HTTPS://example.com/cat.png")));
        assertThat(reference("data:image/png;base64,AA==")).isEqualTo(new Reference.Data("data:image/png;base64,AA=="));
    }

    @Test
    void aReferenceThatIsNotThereIsAnErrorAndItsQueryStaysSecret() {
        assertThatThrownBy(() -> reference("dog.png"))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("Video \"hero\"")
                .hasMessageContaining("\"dog.png\" is no file");
        assertThatThrownBy(() -> reference("https://exa mple.com/cat.png?signature=hush"))
                .isInstanceOf(VideogenException.class)
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> reference("https://example.com/cat.png?a=b\nsignature=hush"))
                .isInstanceOf(VideogenException.class)
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> reference("ftp://me:hush@example.com/cat.png"))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("\"ftp://****@example.com/cat.png\"");
        // No system that these tests run on has a path with such a character.
        assertThatThrownBy(() -> reference("example.com/cat\0.png?signature=hush"))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("is no valid path")
                .hasMessageNotContaining("hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.com/cat.png?signature=hush",
                "file:///tmp/cat.png?signature=hush",
                "s3://clips/cat.png?signature=hush",
                "example.com/cat.png?signature=hush"
            })
    void anAddressThatIsNoUrlOfTheWebIsQuotedWithoutItsQuery(String text) {
        assertThatThrownBy(() -> reference(text))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("\"" + text.replaceAll("[?].*", ""))
                .hasMessageContaining("Give a file, a URL")
                .hasMessageNotContaining("hush");
    }

    @Test
    void anotherSchemeIsNotLookedForAsAFile() {
        assertThatThrownBy(() -> reference("file:///tmp/cat.png"))
                .hasMessageContaining("begins with neither https:// nor http://")
                .hasMessageNotContaining("looked for");
    }

    @Test
    void aVideoWithoutANameIsToldByItsPosition() {
        assertThatThrownBy(() -> new VideoTasks(base, Optional.empty(), Optional.empty(), Optional.empty())
                        .of(List.of(DeclaredVideo.of("hero", "A cat"), DeclaredVideo.of(" ", "A dog"))))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("Video number \"2\"");
    }

    private Reference reference(String text) {
        return one("A cat", null, text).request().references().get(0);
    }

    private void assertMistake(String prompt, String promptFile, String... parts) {
        assertThatThrownBy(() -> one(prompt, promptFile, null))
                .isInstanceOf(VideogenException.class)
                .message()
                .contains(parts);
    }

    private VideoTask one(String prompt, String promptFile, String reference) {
        Map<VideoField, String> texts = new EnumMap<>(VideoField.class);
        texts.put(VideoField.PROMPT, prompt);
        DeclaredVideo video =
                new DeclaredVideo("hero", promptFile, null, texts, Arrays.asList(reference, null), List.of());
        return new VideoTasks(base, Optional.empty(), Optional.empty(), Optional.empty())
                .of(List.of(video))
                .get(0);
    }
}
