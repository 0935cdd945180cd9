package io.videogen.core.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.engine.Phase;
import io.videogen.core.http.Endpoint;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.request.VideoRequestBuilder;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Every example of the page on APIs, as written, against the preview server. */
@Timeout(60)
class DocumentedExamplesTest {

    private static final Pattern EXAMPLE = Pattern.compile("<configuration>.*?</configuration>", Pattern.DOTALL);

    @TempDir
    Path folder;

    static List<String> examples() throws IOException {
        return EXAMPLE.matcher(Files.readString(Path.of("../docs/apis.md")))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void runs_as_written(String example) throws Exception {
        Document xml = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(example)));
        Optional<Endpoint> endpoint = Optional.of(text(xml, "endpoint"))
                .filter(address -> !address.isEmpty())
                .map(address -> Endpoint.parse(address, false));
        ApiName api = VideoApis.at(ApiName.parse(text(xml, "api")), endpoint);
        String path = api == ApiName.VERTEX ? endpoint.orElseThrow().base().getPath() : "";
        VideoRequestBuilder video = VideoRequest.builder(text(xml, "prompt"));
        Stream.of(VideoField.values())
                .filter(field -> !text(xml, field.word()).isEmpty())
                .forEach(field -> video.set(field, text(xml, field.word())));

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
