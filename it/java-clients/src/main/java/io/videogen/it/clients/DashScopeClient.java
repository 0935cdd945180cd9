package io.videogen.it.clients;

import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesis;
import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesisParam;
import com.alibaba.dashscope.aigc.videosynthesis.VideoSynthesisResult;
import com.alibaba.dashscope.utils.Constants;
import java.util.List;

/** Alibaba's client, for Wan on DashScope. Arguments: origin, key, file. */
public final class DashScopeClient {

    private DashScopeClient() {}

    public static void main(String[] arguments) throws Exception {
        Constants.baseHttpApiUrl = arguments[0] + "/api/v1";
        VideoSynthesis videos = new VideoSynthesis();
        String id = videos.asyncCall(VideoSynthesisParam.builder()
                        .apiKey(arguments[1])
                        .model("wan2.7-t2v")
                        .prompt(Clip.PROMPT)
                        .resolution("720P")
                        .ratio("16:9")
                        .duration(5)
                        .build())
                .getOutput()
                .getTaskId();
        List<String> states = Clip.states();
        VideoSynthesisResult result = Clip.finished(
                states,
                () -> videos.fetch(id, arguments[1]),
                reply -> reply.getOutput().getTaskStatus(),
                "SUCCEEDED",
                "FAILED");
        Clip.fetch(result.getOutput().getVideoUrl(), arguments[2]);
        Clip.tell(id, states);
    }
}
