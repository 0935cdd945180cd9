package io.videogen.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.videogen.core.VideogenException;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.Reference;
import io.videogen.core.request.RoleReference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.request.VideoRequestBuilder;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each API with paths of its own gets to see, against the JSON of its documents. */
class OwnPathsRequestTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};
    private static final String BASE64 = "iVBORw0KGgoAAA==";
    private static final String DATA = "data:image/png;base64," + BASE64;

    @TempDir
    Path folder;

    @Test
    void openrouter() throws Exception {
        Call call = create(ApiName.OPENROUTER, video -> video.model("google/veo-3.1")
                .seconds("8")
                .set(VideoField.RESOLUTION, "720p")
                .set(VideoField.ASPECT_RATIO, "16:9")
                .set(VideoField.AUDIO, true)
                .set(VideoField.SEED, 7L)
                .set(VideoField.FIRST_FRAME, file())
                .set(
                        VideoField.OPTIONS,
                        "{'provider':{'options':{'google-vertex':{'parameters':{'negativePrompt':'blur'}}}}}"
                                .replace('\'', '"')));

        assertCall(call, "POST /api/v1/videos", """
                {'model':'google/veo-3.1','prompt':'A fox at dawn','duration':8,'resolution':'720p','aspect_ratio':'16:9',
                 'generate_audio':true,'seed':7,
                 'frame_images':[{'type':'image_url','image_url':{'url':'%s'},'frame_type':'first_frame'}],
                 'provider':{'options':{'google-vertex':{'parameters':{'negativePrompt':'blur'}}}}}""".formatted(DATA));
    }

    /** What an API gets of a clip that it makes longer: the id of its job in place of its name. */
    @Test
    void a_clip_that_is_made_longer() throws Exception {
        assertCall(
                create(ApiName.OPENROUTER, video -> video.model("google/veo-3.1")
                        .seconds("8")
                        .set(VideoField.CONTINUES, "job_1 extended")),
                "POST /api/v1/videos",
                "{'model':'google/veo-3.1','prompt':'A fox at dawn','duration':8,'previous_job_id':'job_1'}");
        assertCall(
                create(ApiName.GEMINI, video -> video.model("gemini-omni-1.1-flash")
                        .seconds("8")
                        .set(VideoField.CONTINUES, "int_1 extended")),
                "POST /v1beta/interactions",
                """
                {'model':'gemini-omni-1.1-flash','background':true,'previous_interaction_id':'int_1',
                 'input':[{'type':'text','text':'A fox at dawn'}],
                 'response_format':{'type':'video','delivery':'uri','duration':'8s'},
                 'generation_config':{'video_config':{'task':'extend'}}}""");
        assertCall(
                create(ApiName.OPENAI, video -> video.model("sora-2")
                        .seconds("8")
                        .size("1280x720")
                        .set(VideoField.CONTINUES, "video_1 extended")),
                "POST /v1/videos/extensions",
                "{'prompt':'A fox at dawn','seconds':'8','video':{'id':'video_1'}}");
    }

    @Test
    void openai_is_not_silent_of_what_a_longer_clip_can_not_have() throws Exception {
        assertThatThrownBy(() -> create(ApiName.OPENAI, video -> video.set(VideoField.CONTINUES, "video_1 extended")
                        .set(VideoField.LAST_FRAME, file())))
                .isInstanceOf(VideogenException.class)
                .hasMessageContainingAll("\"lastFrame\"", "\"video_1 extended\"", "openai");
        assertThat(text(create(ApiName.OPENAI, video -> video.set(VideoField.CONTINUES, "video_1 extended")
                        .set(VideoField.OPTIONS, "{\"model\":\"as it is\"}"))))
                .contains("\"model\":\"as it is\"");
    }

    @ParameterizedTest
    @CsvSource({"1280*720, '\"size\":\"1280x720\"'", "16:9, '\"aspect_ratio\":\"16:9\"'", "2k, '\"resolution\":\"2K\"'"
    })
    void openrouter_takes_a_size_in_each_of_its_forms(String size, String sent) throws Exception {
        assertThat(text(create(ApiName.OPENROUTER, video -> video.model("m").size(size))))
                .contains(sent);
    }

    @Test
    void fal() throws Exception {
        Call call = create(ApiName.FAL, video -> video.model("fal-ai/kling-video/v3/pro/image-to-video")
                .seconds("5")
                .set(VideoField.FIRST_FRAME, link("https://a.example/a.png"))
                .set(VideoField.LAST_FRAME, link("https://a.example/b.png"))
                .set(VideoField.AUDIO, true)
                .set(VideoField.NEGATIVE_PROMPT, "blur"));

        assertCall(call, "POST /fal-ai/kling-video/v3/pro/image-to-video", """
                {'prompt':'A fox at dawn','start_image_url':'https://a.example/a.png',
                 'end_image_url':'https://a.example/b.png','duration':'5','generate_audio':true,'negative_prompt':'blur'}""");
        VideoRequest request = VideoRequest.builder("x")
                .model("fal-ai/kling-video/v3/pro/image-to-video")
                .build();
        VideoApi fal = VideoApis.of(ApiName.FAL);
        assertThat(fal.poll(request, "a b").path()).isEqualTo("/fal-ai/kling-video/requests/a%20b/status");
        assertThat(fal.cancel(request, "a").orElseThrow())
                .isEqualTo(Call.of("PUT", "/fal-ai/kling-video/requests/a/cancel"));
    }

    @ParameterizedTest
    @CsvSource({
        "fal-ai/veo3.1, '\"duration\":\"8s\"'",
        "fal-ai/vidu/q3/text-to-video, '\"duration\":8'",
        "xai/grok-imagine-video/text-to-video, '\"duration\":8'",
        "fal-ai/ltx-2.3/image-to-video, '\"duration\":\"8\"'"
    })
    void fal_s_families_want_their_lengths_in_their_own_form(String model, String sent) throws Exception {
        assertThat(text(create(ApiName.FAL, video -> video.model(model).seconds("8"))))
                .contains(sent);
    }

    @Test
    void ark() throws Exception {
        Call call = create(ApiName.ARK, video -> video.model("dreamina-seedance-2-5-260628")
                .set(VideoField.FIRST_FRAME, link("https://a.example/a.png"))
                .size("1280x720")
                .seconds("5")
                .set(VideoField.AUDIO, true)
                .set(VideoField.SEED, 7L)
                .set(VideoField.WATERMARK, false)
                .set(VideoField.OPTIONS, "{\"return_last_frame\":true}"));

        assertCall(call, "POST /api/v3/contents/generations/tasks", """
                {'model':'dreamina-seedance-2-5-260628','content':[{'type':'text','text':'A fox at dawn'},
                 {'type':'image_url','image_url':{'url':'https://a.example/a.png'},'role':'first_frame'}],
                 'ratio':'16:9','resolution':'720p','duration':5,'generate_audio':true,'seed':7,'watermark':false,
                 'return_last_frame':true}""");
        assertThat(text(create(ApiName.ARK, video -> video.model("m").set(VideoField.REFERENCES, references()))))
                .contains("\"video_url\":{\"url\":\"https://a.example/b.mp4\"},\"role\":\"reference_video\"")
                .contains("\"role\":\"reference_image\"");
    }

    @Test
    void xai() throws Exception {
        Call call = create(ApiName.XAI, video -> video.model("grok-imagine-video-1.5")
                .seconds("6")
                .set(VideoField.ASPECT_RATIO, "16:9")
                .set(VideoField.RESOLUTION, "720p")
                .set(VideoField.FIRST_FRAME, file()));

        assertCall(call, "POST /v1/videos/generations", """
                {'model':'grok-imagine-video-1.5','prompt':'A fox at dawn','duration':6,'aspect_ratio':'16:9',
                 'resolution':'720p','image':{'url':'%s'}}""".formatted(DATA));
    }

    @Test
    void gemini() throws Exception {
        Call call = create(ApiName.GEMINI, video -> video.model("gemini-omni-1.1-flash")
                .size("16:9")
                .set(VideoField.FIRST_FRAME, file())
                .seconds("8"));

        assertCall(call, "POST /v1beta/interactions", """
                {'model':'gemini-omni-1.1-flash','background':true,
                 'input':[{'type':'image','data':'%s','mime_type':'image/png'},{'type':'text','text':'A fox at dawn'}],
                 'response_format':{'type':'video','delivery':'uri','aspect_ratio':'16:9','duration':'8s'},
                 'generation_config':{'video_config':{'task':'image_to_video'}}}""".formatted(BASE64));
        assertThat(call.headers()).containsEntry("Api-Revision", "2026-05-20");
    }

    @Test
    void replicate() throws Exception {
        Call call = create(ApiName.REPLICATE, video -> video.model("google/veo-3")
                .seconds("8")
                .size("720p")
                .set(VideoField.OPTIONS, "{\"enhance\":true}"));

        assertCall(call, "POST /v1/models/google/veo-3/predictions", """
                {'input':{'prompt':'A fox at dawn','duration':8,'resolution':'720p','enhance':true}}""");
        assertCall(
                create(ApiName.REPLICATE, video -> video.model("me/mine:abc123")),
                "POST /v1/predictions",
                "{'version':'abc123','input':{'prompt':'A fox at dawn'}}");
    }

    @Test
    void runway() throws Exception {
        Call call = create(ApiName.RUNWAY, video -> video.model("seedance2_5")
                .set(VideoField.FIRST_FRAME, link("https://a.example/a.png"))
                .set(VideoField.LAST_FRAME, link("https://a.example/b.png"))
                .size("1280x720")
                .seconds("5")
                .set(VideoField.AUDIO, true)
                .set(VideoField.SEED, 7L));

        assertCall(call, "POST /v1/image_to_video", """
                {'model':'seedance2_5','promptImage':[{'uri':'https://a.example/a.png','position':'first'},
                 {'uri':'https://a.example/b.png','position':'last'}],'promptText':'A fox at dawn','ratio':'1280:720',
                 'duration':5,'audio':true,'seed':7}""");
        assertThat(call.headers()).containsEntry("X-Runway-Version", "2024-11-06");
        VideoApi runway = VideoApis.of(ApiName.RUNWAY);
        assertThat(runway.cancel(VideoRequest.builder("x").build(), "id"))
                .as("DELETE would destroy a finished clip")
                .isEmpty();
    }

    @Test
    void dashscope() throws Exception {
        Call call = create(ApiName.DASHSCOPE, video -> video.model("wan2.7-i2v-2026-04-25")
                .set(VideoField.NEGATIVE_PROMPT, "blur")
                .set(VideoField.FIRST_FRAME, link("https://a.example/a.png"))
                .set(VideoField.LAST_FRAME, link("https://a.example/b.png"))
                .size("1280x720")
                .seconds("5")
                .set(VideoField.SEED, 7L)
                .set(VideoField.WATERMARK, false)
                .set(VideoField.OPTIONS, "{\"parameters\":{\"prompt_extend\":false}}"));

        assertCall(call, "POST /api/v1/services/aigc/video-generation/video-synthesis", """
                {'model':'wan2.7-i2v-2026-04-25','input':{'prompt':'A fox at dawn','negative_prompt':'blur',
                 'media':[{'type':'first_frame','url':'https://a.example/a.png'},
                 {'type':'last_frame','url':'https://a.example/b.png'}]},
                 'parameters':{'resolution':'720P','duration':5,'seed':7,'watermark':false,'prompt_extend':false}}""");
        assertThat(call.headers()).containsEntry("X-DashScope-Async", "enable");
        assertCall(
                create(ApiName.DASHSCOPE, video -> video.model("wan2.6-t2v").size("1280x720")),
                "POST /api/v1/services/aigc/video-generation/video-synthesis",
                "{'model':'wan2.6-t2v','input':{'prompt':'A fox at dawn'},'parameters':{'size':'1280*720'}}");
    }

    @Test
    void kling() throws Exception {
        Call call = create(ApiName.KLING, video -> video.model("kling-v3")
                .set(VideoField.FIRST_FRAME, file())
                .set(VideoField.LAST_FRAME, link("https://a.example/b.png"))
                .seconds("5")
                .set(VideoField.AUDIO, true)
                .set(VideoField.NEGATIVE_PROMPT, "blur")
                .set(VideoField.OPTIONS, "{\"mode\":\"pro\"}"));

        assertCall(call, "POST /v1/videos/image2video", """
                {'model_name':'kling-v3','prompt':'A fox at dawn','image':'%s','image_tail':'https://a.example/b.png',
                 'duration':'5','mode':'pro','sound':'on','negative_prompt':'blur','external_task_id':'submission-1'}""".formatted(BASE64));
        VideoRequest withoutPicture = VideoRequest.builder("x").build();
        assertThat(VideoApis.of(ApiName.KLING)
                        .poll(withoutPicture, "image2video/123")
                        .path())
                .as("after a restart the pictures may be gone")
                .isEqualTo("/v1/videos/image2video/123");
    }

    @Test
    void minimax() throws Exception {
        assertCall(
                create(ApiName.MINIMAX, video -> video.model("MiniMax-Hailuo-2.3")
                        .seconds("6")
                        .set(VideoField.RESOLUTION, "768p")
                        .set(VideoField.FIRST_FRAME, link("https://a.example/a.png"))),
                "POST /v1/video_generation",
                """
                {'model':'MiniMax-Hailuo-2.3','prompt':'A fox at dawn','duration':6,'resolution':'768P',
                 'first_frame_image':'https://a.example/a.png'}""");
        assertCall(
                create(ApiName.MINIMAX, video -> video.model("MiniMax-H3")
                        .seconds("6")
                        .set(VideoField.RESOLUTION, "2K")
                        .set(VideoField.ASPECT_RATIO, "16:9")),
                "POST /v2/video_generation",
                """
                {'model':'MiniMax-H3','content':[{'type':'text','text':'A fox at dawn'}],'duration':6,'resolution':'2K',
                 'ratio':'16:9'}""");
    }

    /** Page by page; the payload that went along is enough to know a task by. */
    @Test
    void vidu_s_list() throws Exception {
        VideoApi vidu = VideoApis.of(ApiName.VIDU);
        VideoRequest request =
                VideoRequest.builder("A fox at dawn").model("viduq3-turbo").build();
        Listing search = vidu.search(request, "s").orElseThrow();
        assertThat(search.page().apply(Optional.empty()).path()).isEqualTo("/ent/v2/tasks?pager.pagesz=100");
        assertThat(search.page().apply(Optional.of("a+b=")).path())
                .isEqualTo("/ent/v2/tasks?pager.pagesz=100&pager.page_token=a%2Bb%3D");

        ObjectNode reply = (ObjectNode) JsonTree.parse("""
                {"next_page_token":"n2","tasks":[{"id":"12","state":"processing","model":"q3-turbo","payload":"s",
                 "prompt":"A fox at dawn","duration":5,"created_at":"2026-11-22T10:00:01Z"}]}""");
        assertThat(search.common().apply(reply)).isEqualTo(JsonTree.parse("""
                {"has_more":true,"next":"n2","data":[{"id":"12","created_at":"2026-11-22T10:00:01Z","submission":"s",
                 "prompt":"A fox at dawn","seconds":5,"model":"viduq3-turbo"}]}"""));
    }

    @Test
    void vidu() throws Exception {
        assertCall(
                create(ApiName.VIDU, video -> video.model("viduq3-turbo")
                        .set(VideoField.FIRST_FRAME, file())
                        .set(VideoField.LAST_FRAME, link("https://a.example/b.png"))
                        .seconds("5")
                        .set(VideoField.RESOLUTION, "720p")
                        .set(VideoField.AUDIO, true)
                        .set(VideoField.SEED, 7L)),
                "POST /ent/v2/start-end2video",
                """
                {'model':'viduq3-turbo','prompt':'A fox at dawn','images':['%s','https://a.example/b.png'],'duration':5,
                 'resolution':'720p','audio':true,'seed':7,'payload':'submission-1'}""".formatted(DATA));
    }

    @ParameterizedTest
    @CsvSource({
        "ARK, m, 31, from 2 to 30",
        "ARK, dreamina-seedance-2-5-260628, 3, from 4 to 30",
        "ARK, doubao-seedance-2-0-pro, 16, from 4 to 15",
        "ARK, seedance-1-5-pro-251215, 13, from 4 to 12",
        "ARK, seedance-1-0-lite, 13, from 2 to 12",
        "XAI, m, 16, from 1 to 15",
        "GEMINI, m, 2, from 3 to 15",
        "GEMINI, gemini-omni-1.1-flash, 11, from 3 to 10",
        "OPENROUTER, m, 5.5, whole seconds",
        "KLING, m, 30, from 3 to 15",
        "MINIMAX, MiniMax-H3, 16, from 4 to 15",
        "MINIMAX, MiniMax-Hailuo-2.3, 8, '\"6\", \"10\"'"
    })
    void a_length_that_no_model_has_is_refused_with_those_there_are(
            ApiName api, String model, String seconds, String said) {
        assertThatThrownBy(() -> create(api, video -> video.model(model).seconds(seconds)))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource({"ARK, 5:4", "XAI, 21:9", "GEMINI, 1:1", "OPENROUTER, 5:4", "KLING, 4:3"})
    void a_ratio_that_is_not_documented_is_refused_with_those_that_are(ApiName api, String ratio) {
        assertThatThrownBy(() -> create(api, video -> video.model("m").set(VideoField.ASPECT_RATIO, ratio)))
                .isInstanceOf(VideogenException.class)
                .hasMessageContainingAll(ratio, "16:9");
    }

    @Test
    void minimax_has_two_resolutions_for_h3_and_1080p_for_six_seconds_alone() {
        assertThatThrownBy(() -> create(
                        ApiName.MINIMAX, video -> video.model("MiniMax-H3").set(VideoField.RESOLUTION, "1080p")))
                .hasMessageContainingAll("1080p", "\"768p\", \"2k\"");
        assertThatThrownBy(() -> create(
                        ApiName.MINIMAX,
                        video -> video.model("MiniMax-Hailuo-2.3").seconds("10").set(VideoField.RESOLUTION, "1080p")))
                .hasMessageContainingAll("\"10\"", "1080p", "\"6\"")
                .extracting(error -> ((VideogenException) error).code())
                .isEqualTo("invalid_seconds");
        for (String seconds : List.of("6", "6.0", "06")) {
            assertThat(create(ApiName.MINIMAX, video -> video.model("MiniMax-Hailuo-2.3")
                            .seconds(seconds)
                            .set(VideoField.RESOLUTION, "1080p")))
                    .isNotNull();
        }
        assertThat(create(ApiName.MINIMAX, video -> video.model("MiniMax-Hailuo-2.3")
                        .seconds("10.0")))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"VIDU, viduq3-turbo", "DASHSCOPE, wan2.7-i2v"})
    void a_ratio_beside_a_first_frame_is_refused_where_the_frame_tells_it(ApiName api, String model) {
        assertThatThrownBy(() -> create(api, video -> video.model(model)
                        .set(VideoField.ASPECT_RATIO, "16:9")
                        .set(VideoField.FIRST_FRAME, file())))
                .isInstanceOf(VideogenException.class)
                .hasMessageContainingAll("\"aspectRatio\" and \"firstFrame\"", api.word());
    }

    @ParameterizedTest
    @CsvSource({
        "OPENROUTER, m",
        "ARK, m",
        "XAI, m",
        "GEMINI, m",
        "RUNWAY, m",
        "DASHSCOPE, m",
        "KLING, m",
        "VIDU, m",
        "MINIMAX, MiniMax-H3"
    })
    void frames_and_references_exclude_each_other(ApiName api, String model) {
        assertThatThrownBy(() -> create(api, video -> video.model(model)
                        .set(VideoField.FIRST_FRAME, file())
                        .set(VideoField.REFERENCES, references())))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("one or the other");
    }

    private static List<RoleReference> references() {
        return List.of(
                new RoleReference(link("https://a.example/a.png"), Optional.empty()),
                new RoleReference(link("https://a.example/b.mp4"), Optional.empty()));
    }

    private Reference file() {
        try {
            return new Reference.LocalFile(Files.write(folder.resolve("a.png"), PNG));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Reference link(String address) {
        return new Reference.Link(URI.create(address));
    }

    private static Call create(ApiName api, UnaryOperator<VideoRequestBuilder> video) {
        VideoRequest request =
                video.apply(VideoRequest.builder("A fox at dawn")).build();
        VideoApis.of(api).check(request, Encoding.AUTO);
        return VideoApis.of(api).create(request, Encoding.AUTO, "submission-1");
    }

    private static void assertCall(Call call, String line, String json) throws Exception {
        assertThat(call.method() + " " + call.path()).isEqualTo(line);
        JsonMapper mapper = new JsonMapper();
        assertThat(mapper.readTree(text(call))).isEqualTo(mapper.readTree(json.replace('\'', '"')));
    }

    private static String text(Call call) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        call.body().orElseThrow().writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
