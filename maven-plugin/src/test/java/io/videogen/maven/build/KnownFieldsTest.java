package io.videogen.maven.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users write where Maven would answer with names of Java, or with nothing. */
class KnownFieldsTest {

    @ParameterizedTest
    @CsvSource({
        "aspect_ratio, aspectRatio",
        "negative-prompt, negativePrompt",
        "first_frame, firstFrame",
        "duration, seconds",
        "promt, prompt"
    })
    void theNearestFieldIsTheOneThatIsSpeltAlikeThenTheOneThatAnApiCallsSo(String written, String meant) {
        assertThat(mistake("<videos><video><" + written + ">x</" + written + "></video></videos>"))
                .hasValueSatisfying(
                        message -> assertThat(message).contains("<" + written + ">", "Did you mean <" + meant + ">?"));
    }

    @Test
    void aTextInThePlaceOfElementsIsQuotedWithWhatToWrite() {
        assertThat(mistake("<videos>hero</videos>"))
                .hasValueSatisfying(message -> assertThat(message).contains("<videos>", "\"hero\"", "<video>"));
        assertThat(mistake("<videos><video>A cat</video></videos>")).hasValueSatisfying(message -> assertThat(message)
                .contains("A <video>", "\"A cat\"", "name, ", ", prompt, "));
        assertThat(mistake("<prices><price>0.10 USD</price></prices>"))
                .hasValueSatisfying(message -> assertThat(message).contains("A <price>", "\"0.10 USD\"", "perSecond"));
        assertThat(mistake("<films><film><shots><shot>hero</shot></shots></film></films>"))
                .hasValueSatisfying(message -> assertThat(message).contains("A <shot>", "\"hero\"", "title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompt", "options", "metadata"})
    void elementsInAFieldThatIsATextAreNamed(String field) {
        assertThat(mistake("<videos><video><" + field + "><b>1</b></" + field + "></video></videos>"))
                .hasValueSatisfying(
                        message -> assertThat(message).contains("<" + field + ">", "<b>", "holds text alone", "&lt;"));
    }

    @Test
    void theFieldsOfAReferenceAreCheckedToo() {
        assertThat(mistake("<videos><video><references><reference><fil>a.png</fil></reference></references></video>"
                        + "</videos>"))
                .hasValueSatisfying(message ->
                        assertThat(message).contains("A <reference> has <fil>", "Did you mean <file>?", "file, role"));
    }

    @Test
    void whatMayBeATextOrElementsIsNoMistake() {
        assertThat(mistake("<videos><video><name>a</name><inputReferences><inputReference>a</inputReference>"
                        + "</inputReferences><references><reference>b</reference><reference><file>c</file>"
                        + "<role>style</role></reference></references></video><video/></videos>"
                        + "<films><film><shots/><outputs><output>mp4</output><output><format>gif</format></output>"
                        + "</outputs></film></films>"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"token", "apiKey", "api-key", "API_KEY", "password", "secretKey"})
    void whoLooksForThePlaceOfTheTokenIsTold(String name) {
        assertThat(Suggestion.of("Elements", name, List.of("api", "store")))
                .startsWith("The token is no parameter")
                .contains("serverId", "VIDEOGEN_TOKEN");
    }

    @Test
    void anAddressInThePlaceOfElementsIsQuotedWithoutItsQuery() {
        assertThat(mistake("<videos><video><inputReferences>https://host.example/cat.png?sig=hush</inputReferences>"
                        + "</video></videos>"))
                .hasValueSatisfying(message -> assertThat(message).doesNotContain("hush"));
    }

    private static Optional<String> mistake(String elements) {
        try {
            return KnownFields.mistake(new XmlPlexusConfiguration(
                    Xpp3DomBuilder.build(new StringReader("<configuration>" + elements + "</configuration>"))));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
