package io.videogen.it.clients;

import com.google.genai.Client;
import com.google.genai.gaos.models.interactions.CreateModelInteraction;
import com.google.genai.gaos.models.interactions.CreateModelInteractionResponseFormat;
import com.google.genai.gaos.models.interactions.Interaction;
import com.google.genai.gaos.models.interactions.InteractionsInput;
import com.google.genai.gaos.models.interactions.Resolution;
import com.google.genai.gaos.models.interactions.ResponseFormat;
import com.google.genai.gaos.models.interactions.VideoResponseFormat;
import com.google.genai.gaos.models.interactions.VideoResponseFormatAspectRatio;
import com.google.genai.gaos.models.interactions.VideoResponseFormatDelivery;
import com.google.genai.gaos.models.operations.CreateInteractionRequestBody;
import com.google.genai.gaos.models.operations.GetInteractionByIdRequest;
import com.google.genai.types.DownloadFileConfig;
import com.google.genai.types.HttpOptions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Google's client for Java, with Omni over Interactions. Arguments: origin, key, file. */
public final class GeminiClient {

    private static final Pattern NAME = Pattern.compile("files/[^:]+");

    private GeminiClient() {}

    public static void main(String[] arguments) throws Exception {
        Client client = Client.builder()
                .apiKey(arguments[1])
                .httpOptions(HttpOptions.builder().baseUrl(arguments[0]).build())
                .build();
        VideoResponseFormat format = VideoResponseFormat.builder()
                .aspectRatio(VideoResponseFormatAspectRatio.ONE_HUNDRED_AND_SIXTY_NINE)
                .resolution(Resolution.SEVEN_HUNDRED_AND_TWENTYP)
                .delivery(VideoResponseFormatDelivery.URI)
                .duration("8s")
                .build();
        String id = client.interactions
                .create(CreateInteractionRequestBody.of(CreateModelInteraction.builder()
                        .model("gemini-omni-1.1-flash")
                        .background(true)
                        .input(InteractionsInput.of(Clip.PROMPT))
                        .responseFormat(CreateModelInteractionResponseFormat.of(ResponseFormat.of(format)))
                        .build()))
                .interaction()
                .orElseThrow()
                .id()
                .orElseThrow();
        List<String> states = Clip.states();
        GetInteractionByIdRequest ask =
                GetInteractionByIdRequest.builder().id(id).build();
        Interaction done = Clip.finished(
                states,
                () -> client.interactions.get(ask).interaction().orElseThrow(),
                interaction -> interaction.status().orElseThrow().value(),
                "completed",
                "failed");
        Matcher name = NAME.matcher(done.outputVideo().orElseThrow().uri().orElseThrow());
        if (!name.find()) {
            throw new IllegalStateException("no file: " + done);
        }
        client.files.download(
                name.group(), arguments[2], DownloadFileConfig.builder().build());
        Clip.tell(id, states);
    }
}
