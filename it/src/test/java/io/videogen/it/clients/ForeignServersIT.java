package io.videogen.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.videogen.core.api.ApiName;
import io.videogen.core.batch.BatchListener;
import io.videogen.core.batch.BatchReport;
import io.videogen.core.batch.BatchSettings;
import io.videogen.core.batch.HttpRemote;
import io.videogen.core.batch.VideoBatch;
import io.videogen.core.batch.VideoTask;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.Token;
import io.videogen.core.request.VideoRequest;
import io.videogen.preview.clip.CannedClipPainter;
import io.videogen.preview.clip.ClipSize;
import io.videogen.preview.clip.ClipSpec;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our adapters against aimock, which fakes five of the APIs. */
@Timeout(120)
class ForeignServersIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "OPENAI, /v1, sora-2, A cat on a pier",
        "OPENROUTER, /api/v1, google/veo-3.1, A cat on a pier",
        "XAI, /v1, grok-imagine-video, A cat on a pier",
        "ARK, /api/v3, dreamina-seedance-2-5-260628, A cat at a lighthouse",
        "FAL, '', fal-ai/kling-video/v3/pro/text-to-video, A cat on a pier"
    })
    void a_clip_is_bought_once_and_is_the_one_that_the_server_has(ApiName api, String path, String model, String prompt)
            throws Exception {
        Path clip = folder.resolve("clip.mp4");
        new CannedClipPainter().paint(ClipSpec.of("A cat", model, ClipSize.of(1280, 720), 6), clip);
        try (ForeignProcess aimock =
                ForeignProcess.script("aimock.mjs", folder.resolve("errors.txt"), clip.toString())) {
            JsonNode told = aimock.line();
            String origin = told.path(api == ApiName.FAL ? "fal" : "origin").asText();
            BatchSettings settings = BatchSettings.builder(folder.resolve("out"), folder.resolve("cache"))
                    .api(api)
                    .endpoint(Endpoint.parse(origin + path, false))
                    .pollInterval(Duration.ofMillis(50))
                    .build();
            Token token = new Token("key-of-the-test", "the test");

            BatchReport report = new VideoBatch(
                            settings,
                            () -> new HttpRemote(
                                    settings,
                                    settings.endpoint().orElseThrow(),
                                    Optional.of(token),
                                    HttpSettings.defaults()),
                            new BatchListener() {},
                            Clock.systemUTC())
                    .run(List.of(new VideoTask(
                            "cat",
                            VideoRequest.builder(prompt)
                                    .model(model)
                                    .seconds("6")
                                    .size("1280x720")
                                    .build())));

            assertThat(report.failures()).isEmpty();
            assertThat(folder.resolve("out/cat.mp4")).hasSameBinaryContentAs(clip);
            JsonNode journal = JSON.readTree(URI.create(told.path("origin").asText() + "/__aimock/journal?method=POST")
                    .toURL()
                    .openStream());
            assertThat(journal).as(journal.toString()).hasSize(1);
        }
    }
}
