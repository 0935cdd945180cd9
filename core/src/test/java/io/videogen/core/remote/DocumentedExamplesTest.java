package io.videogen.core.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.engine.Phase;
import io.videogen.core.http.Endpoint;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.request.VideoRequestBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Every video in the documentation, as written, against the preview server. */
@Timeout(60)
class DocumentedExamplesTest {

    private static final Pattern SECTION_OR_XML = Pattern.compile("(?ms)^## ([^\\n]+)$|^```xml\\n(.*?)^```$");

    @TempDir
    Path folder;

    /** With the heading above them, which is the API's name where none stands in the example. */
    static List<Arguments> examples() throws IOException {
        List<Arguments> examples = new ArrayList<>();
        for (String page : List.of("README.md", "docs/apis.md", "docs/fields.md")) {
            String section = "";
            Matcher matcher = SECTION_OR_XML.matcher(Files.readString(Path.of("..", page)));
            while (matcher.find()) {
                if (matcher.group(1) != null) {
                    section = matcher.group(1);
                } else if (matcher.group(2).contains("<video>")) {
                    examples.add(Arguments.of(section, matcher.group(2)));
                }
            }
        }
        return examples;
    }

    @ParameterizedTest
    @MethodSource("examples")
    void runs_as_written(String section, String example) throws Exception {
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(example)));
        Optional<Endpoint> endpoint = Optional.of(text(xml, "endpoint"))
                .filter(address -> !address.isEmpty())
                .map(address -> Endpoint.parse(address, false));
        String named = text(xml, "api");
        ApiName api = VideoApis.at(ApiName.parse(named.isEmpty() ? section : named), endpoint);
        String path = api == ApiName.VERTEX ? endpoint.orElseThrow().base().getPath() : "";
        VideoRequestBuilder video = VideoRequest.builder(text(xml, "prompt"));
        Stream.of(VideoField.values())
                .filter(field -> field != VideoField.INPUT_REFERENCE)
                .filter(field -> !text(xml, field.word()).isEmpty())
                .forEach(field -> video.set(field, text(xml, field.word())));
        String reference = text(xml, VideoField.INPUT_REFERENCE.word());
        if (!reference.isEmpty()) {
            video.reference(new Reference.Link(URI.create(reference)));
        }

        try (ClientRun run = new ClientRun(api, folder, path, Optional.empty())) {
            ClientRun.End end = run.render(video.build());

            assertThat(end.state().phase())
                    .as("failed with %s", end.state().failure())
                    .isEqualTo(Phase.DONE);
        }
    }

    private static String text(Document xml, String name) {
        NodeList found = xml.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent();
    }
}
