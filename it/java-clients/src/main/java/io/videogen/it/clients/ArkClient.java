package io.videogen.it.clients;

import com.volcengine.ark.runtime.model.content.generation.CreateContentGenerationTaskRequest;
import com.volcengine.ark.runtime.model.content.generation.GetContentGenerationTaskRequest;
import com.volcengine.ark.runtime.model.content.generation.GetContentGenerationTaskResponse;
import com.volcengine.ark.runtime.model.content.generation.ListContentGenerationTasksRequest;
import com.volcengine.ark.runtime.service.ArkService;
import java.util.List;

/** Volcengine's client, for Seedance on Ark. Arguments: origin, key, file. */
public final class ArkClient {

    private ArkClient() {}

    public static void main(String[] arguments) throws Exception {
        ArkService ark = ArkService.builder()
                .apiKey(arguments[1])
                .baseUrl(arguments[0] + "/api/v3")
                .retryTimes(0)
                .build();
        CreateContentGenerationTaskRequest.Content text = CreateContentGenerationTaskRequest.Content.builder()
                .type("text")
                .text(Clip.PROMPT)
                .build();
        String id = ark.createContentGenerationTask(CreateContentGenerationTaskRequest.builder()
                        .model("dreamina-seedance-2-5-260628")
                        .content(List.of(text))
                        .ratio("16:9")
                        .resolution("720p")
                        .duration(5L)
                        .generateAudio(true)
                        .build())
                .getId();
        List<String> states = Clip.states();
        GetContentGenerationTaskRequest ask =
                GetContentGenerationTaskRequest.builder().taskId(id).build();
        GetContentGenerationTaskResponse task = Clip.finished(
                states,
                () -> ark.getContentGenerationTask(ask),
                GetContentGenerationTaskResponse::getStatus,
                "succeeded",
                "failed");
        if (task.getUsage().getCompletionTokens() == 0) {
            throw new IllegalStateException("no cost: " + task);
        }
        if (ark.listContentGenerationTasks(new ListContentGenerationTasksRequest.Builder()
                                .pageNum(1)
                                .pageSize(10)
                                .build())
                        .getTotal()
                != 1) {
            throw new IllegalStateException("the list has other tasks");
        }
        Clip.fetch(task.getContent().getVideoUrl(), arguments[2]);
        Clip.tell(id, states);
    }
}
