package io.videogen.it.clients;

import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.HttpResponse;
import com.openai.models.videos.Video;
import com.openai.models.videos.VideoCreateParams;
import com.openai.models.videos.VideoSeconds;
import com.openai.models.videos.VideoSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** OpenAI's client for Java. Arguments: origin, key, file. */
// The library deprecates its video routes, and has no other ones.
@SuppressWarnings("deprecation")
public final class OpenAiClient {

    private OpenAiClient() {}

    public static void main(String[] arguments) throws Exception {
        OpenAIClient client = OpenAIOkHttpClient.builder()
                .baseUrl(arguments[0] + "/v1")
                .apiKey(arguments[1])
                .maxRetries(0)
                .build();
        String id = client.videos()
                .create(VideoCreateParams.builder()
                        .prompt(Clip.PROMPT)
                        .model("sora-2")
                        .seconds(VideoSeconds._4)
                        .size(VideoSize._1280X720)
                        .build())
                .id();
        List<String> states = Clip.states();
        Clip.finished(
                states,
                () -> client.videos().retrieve(id),
                video -> video.status().toString(),
                Video.Status.COMPLETED.toString(),
                Video.Status.FAILED.toString());
        try (HttpResponse response = client.videos().downloadContent(id)) {
            Files.copy(response.body(), Path.of(arguments[2]));
        }
        Clip.tell(id, states);
    }
}
