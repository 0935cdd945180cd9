package io.videogen.core.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.request.VideoField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table that users read is the table that the adapters work by. */
class DocumentedFieldsTest {

    @Test
    void theDocumentationListsEveryFieldOfEveryApi() throws IOException {
        List<String> documented = Files.readAllLines(Path.of("../docs/fields.md"));

        List<String> expected = Stream.concat(
                        Stream.of(row("field", Arrays.stream(ApiName.values()).map(ApiName::label))),
                        Arrays.stream(VideoField.values())
                                .filter(field -> field != VideoField.OPTIONS)
                                .map(field -> row(
                                        field.word(),
                                        Arrays.stream(ApiName.values()).map(api -> FieldTable.wireName(api, field)
                                                .orElse("-")))))
                .toList();

        assertThat(documented).containsSubsequence(expected);
    }

    private static String row(String first, Stream<String> others) {
        return Stream.concat(Stream.of(first), others).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
