package io.videogen.core.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.http.HttpBody;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.Reference;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.request.VideoRequestBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each API gets to see, field by field. */
class CreateRequestTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0};

    @TempDir
    Path folder;

    @Test
    void openai_in_json() throws Exception {
        assertThat(json(
                        ApiName.OPENAI,
                        builder -> builder.model("sora-2").seconds("4").size("1280x720")))
                .isEqualTo(
                        "{\"prompt\":\"\u4e00\u53ea\u732b\",\"model\":\"sora-2\",\"seconds\":\"4\",\"size\":\"1280x720\"}");
    }

    @Test
    void openai_takes_a_reference_url_as_an_object() throws Exception {
        assertThat(json(ApiName.OPENAI, builder -> builder.reference(link("https://a.example/i.png"))))
                .contains("\"input_reference\":{\"image_url\":\"https://a.example/i.png\"}");
    }

    @Test
    void openai_takes_a_data_url_and_in_json_a_file_as_data_url() throws Exception {
        Reference data = new Reference.Data("data:image/png;base64,iVBORw0KGgoAAA==");
        assertThat(json(ApiName.OPENAI, builder -> builder.reference(data)))
                .contains("{\"image_url\":\"data:image/png;base64,iVBORw0KGgoAAA==\"}");

        Reference file = file("i.png");
        assertThat(text(ApiName.OPENAI, Encoding.JSON, builder -> builder.reference(file)))
                .contains("{\"image_url\":\"data:image/png;base64,iVBORw0KGgoAAA==\"}");
    }

    @ParameterizedTest
    @EnumSource(
            value = ApiName.class,
            names = {"OPENAI", "LCONAI", "YISHANGYUN"})
    void a_file_goes_by_multipart_with_a_quoted_name_a_file_name_and_an_image_type(ApiName api) throws Exception {
        Reference file = file("a \"b\" \u732b.png");
        String body = text(
                api, Encoding.AUTO, builder -> builder.model("m").seconds("4").reference(file));

        assertThat(body)
                .contains("Content-Disposition: form-data; name=\"prompt\"")
                .contains("\u4e00\u53ea\u732b")
                .contains("Content-Disposition: form-data; name=\"seconds\"")
                .contains(
                        "Content-Disposition: form-data; name=\"input_reference\"; filename=\"a %22b%22 \u732b.png\"\r\n"
                                + "Content-Type: image/png\r\n");
    }

    @Test
    void a_picture_is_known_by_its_bytes_and_not_by_its_name() throws Exception {
        Path file = Files.write(folder.resolve("wrong.txt"), PNG);

        assertThat(text(ApiName.OPENAI, Encoding.AUTO, builder -> builder.reference(new Reference.LocalFile(file))))
                .contains("filename=\"wrong.txt\"\r\nContent-Type: image/png");
    }

    @Test
    void lconai_gets_booleans_as_words_in_a_form_and_as_booleans_in_json() throws Exception {
        UnaryOperator<VideoRequestBuilder> video = builder -> builder.model("sora-2")
                .set(VideoField.WATERMARK, false)
                .set(VideoField.PRIVATE, true)
                .set(VideoField.CHARACTER_URL, "https://a.example/c.mp4")
                .set(VideoField.CHARACTER_TIMESTAMPS, "1.5,3.5");

        assertThat(json(ApiName.LCONAI, video))
                .contains("\"watermark\":false,\"private\":true,\"character_url\":\"https://a.example/c.mp4\","
                        + "\"character_timestamps\":\"1.5,3.5\"");
        assertThat(text(ApiName.LCONAI, Encoding.MULTIPART, video))
                .containsPattern("name=\"watermark\"\r\n(Content-Length: 5\r\n)?\r\nfalse\r\n")
                .containsPattern("name=\"private\"\r\n(Content-Length: 4\r\n)?\r\ntrue\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "'3.5,1.5', false",
        "'1,1.5', false",
        "'1,4.5', false",
        "'1', false",
        "'a,b', false",
        "'-1,1', false",
        "'1,2', true",
        "'1.5, 3.5', true",
        "'0,3', true"
    })
    void lconai_wants_timestamps_one_to_three_seconds_apart(String timestamps, boolean fine) {
        UnaryOperator<VideoRequestBuilder> video = builder -> builder.model("sora-2")
                .set(VideoField.CHARACTER_URL, "https://a.example/c")
                .set(VideoField.CHARACTER_TIMESTAMPS, timestamps);

        if (fine) {
            check(ApiName.LCONAI, video);
        } else {
            assertInvalid(ApiName.LCONAI, video, "characterTimestamps");
        }
    }

    @Test
    void lconai_wants_both_character_fields_or_none() {
        assertInvalid(
                ApiName.LCONAI,
                builder -> builder.model("m").set(VideoField.CHARACTER_URL, "https://a.example/c"),
                "characterTimestamps");
        assertInvalid(
                ApiName.LCONAI,
                builder -> builder.model("m").set(VideoField.CHARACTER_TIMESTAMPS, "1,2"),
                "characterUrl");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1024x1792", "1792x1024"})
    void lconai_offers_the_large_sizes_with_the_pro_model_only(String size) {
        assertInvalid(ApiName.LCONAI, builder -> builder.model("sora-2").size(size), "sora-2-pro");
        check(ApiName.LCONAI, builder -> builder.model("sora-2-pro").size(size));
    }

    @Test
    void new_api_s_kling_example() throws Exception {
        assertSameJson(
                json(ApiName.NEW_API, """
                        \u4e00\u4e2a\u7a7f\u7740\u5b87\u822a\u670d\u7684\u5b87\u822a\u5458\u5728\u6708\u7403\u4e0a\u884c\u8d70, \u9ad8\u54c1\u8d28, \u7535\u5f71\u7ea7""", builder -> builder.model("kling-v1")
                        .size("1920x1080")
                        .reference(link("https://h2.inkwai.com/bs2/upload-ylab-stunt/se/x_raw_image_0.jpg"))
                        .seconds("5")
                        .set(VideoField.METADATA, """
                                {
                                  "seed": 20231234,
                                  "negative_prompt": "\u6a21\u7cca",
                                  "image_tail": "https://h1.inkwai.com/bs2/upload-ylab-stunt/1fa0.png"
                                }""")),
                """
                {"model": "kling-v1",
                 "prompt": "\u4e00\u4e2a\u7a7f\u7740\u5b87\u822a\u670d\u7684\u5b87\u822a\u5458\u5728\u6708\u7403\u4e0a\u884c\u8d70, \u9ad8\u54c1\u8d28, \u7535\u5f71\u7ea7",
                 "size": "1920x1080",
                 "image": "https://h2.inkwai.com/bs2/upload-ylab-stunt/se/x_raw_image_0.jpg",
                 "duration": 5,
                 "metadata": {"seed": 20231234, "negative_prompt": "\u6a21\u7cca",
                   "image_tail": "https://h1.inkwai.com/bs2/upload-ylab-stunt/1fa0.png"}}""");
    }

    @Test
    void new_api_s_jimeng_example() throws Exception {
        String image = "https://h2.inkwai.com/bs2/upload-ylab-stunt/se/x_raw_image_0.jpg";
        assertSameJson(
                json(ApiName.NEW_API, "\u6708\u7403", builder -> builder.model("jimeng_vgfm_t2v_l20")
                        .reference(link(image))
                        .set(
                                VideoField.METADATA,
                                "{\"req_key\": \"jimeng_vgfm_i2v_l20\", \"image_urls\": [\"" + image
                                        + "\"], \"aspect_ratio\": \"16:9\"}")),
                "{\"model\":\"jimeng_vgfm_t2v_l20\",\"prompt\":\"\u6708\u7403\",\"image\":\"" + image
                        + "\",\"metadata\":{\"req_key\":\"jimeng_vgfm_i2v_l20\",\"image_urls\":[\"" + image
                        + "\"],\"aspect_ratio\":\"16:9\"}}");
    }

    @Test
    void new_api_s_vidu_example() throws Exception {
        String metadata = "{\"duration\":5,\"seed\":0,\"resolution\":\"1080p\",\"movement_amplitude\":\"auto\","
                + "\"bgm\":false,\"payload\":\"\",\"callback_url\":\"https://your-callback-url.com/webhook\"}";
        assertSameJson(
                json(ApiName.NEW_API, "\u6708\u7403", builder -> builder.model("viduq1")
                        .size("1920x1080")
                        .reference(link("https://prod-ss-images.example/template/image2video.png"))
                        .seconds("5")
                        .set(VideoField.METADATA, metadata)),
                "{\"model\":\"viduq1\",\"prompt\":\"\u6708\u7403\",\"size\":\"1920x1080\","
                        + "\"image\":\"https://prod-ss-images.example/template/image2video.png\",\"duration\":5,"
                        + "\"metadata\":" + metadata + "}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "5.0",
                "0.10",
                "1e5",
                "12345678901234567890",
                "1.234567890123456789",
                "-0",
                "null",
                "[1,{}]",
                "\"\u732b\""
            })
    void a_value_in_metadata_and_options_keeps_its_form(String value) throws Exception {
        String sent = json(ApiName.NEW_API, "x", builder -> builder.model("m")
                .set(VideoField.METADATA, "{\"a\":" + value + "}")
                .set(VideoField.OPTIONS, "{\"width\":" + value + "}"));

        String kept = value.equals("1e5") ? "1E+5" : value.equals("-0") ? "0" : value;
        assertThat(sent).contains("\"metadata\":{\"a\":" + kept + "}").contains("\"width\":" + kept);
    }

    @Test
    void new_api_gets_every_field_it_has() throws Exception {
        assertThat(json(ApiName.NEW_API, "x", builder -> builder.model("m")
                        .seconds("5.0")
                        .set(VideoField.FPS, 24)
                        .set(VideoField.N, 2)
                        .set(VideoField.SEED, -7L)
                        .set(VideoField.USER, "u")
                        .set(VideoField.RESPONSE_FORMAT, "url")
                        .set(VideoField.OPTIONS, "{\"width\":1280,\"height\":720}")))
                .isEqualTo("{\"prompt\":\"x\",\"model\":\"m\",\"duration\":5,\"fps\":24,\"n\":2,\"seed\":-7,"
                        + "\"user\":\"u\",\"response_format\":\"url\",\"width\":1280,\"height\":720}");
    }

    @Test
    void new_api_gets_a_file_as_bare_base64() throws Exception {
        Reference file = file("i.png");

        assertThat(json(ApiName.NEW_API, "x", builder -> builder.model("m").reference(file)))
                .contains("\"image\":\"iVBORw0KGgoAAA==\"");
    }

    @Test
    void new_api_s_duration_is_a_whole_number() {
        assertInvalid(ApiName.NEW_API, builder -> builder.model("m").seconds("7.5"), "whole number");
    }

    @Test
    void yishangyun_takes_references_as_a_list_of_urls() throws Exception {
        assertThat(json(ApiName.YISHANGYUN, "A cat playing piano in the garden", builder -> builder.model("sora-2")
                        .size("720x1280")
                        .seconds("5")
                        .reference(link("https://example.com/image.jpg"))
                        .reference(link("https://example.com/2.jpg"))))
                .isEqualTo("{\"prompt\":\"A cat playing piano in the garden\",\"model\":\"sora-2\",\"seconds\":\"5\","
                        + "\"size\":\"720x1280\",\"input_reference\":[\"https://example.com/image.jpg\","
                        + "\"https://example.com/2.jpg\"]}");
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, watermark, lconai",
        "OPENAI, n, new-api",
        "OPENAI, metadata, new-api",
        "LCONAI, fps, new-api",
        "NEW_API, private, lconai",
        "YISHANGYUN, characterUrl, lconai"
    })
    void a_field_without_a_place_is_refused_by_name_with_the_apis_that_have_it(
            ApiName api, String field, String having) {
        assertInvalid(api, builder -> set(builder.model("m"), field), field, having, api.word());
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, seconds",
        "OPENAI, input_reference",
        "OPENAI, inputReference",
        "OPENAI, prompt",
        "NEW_API, duration",
        "NEW_API, image",
        "NEW_API, response_format",
        "YISHANGYUN, model"
    })
    void an_option_that_says_the_same_as_a_field_is_refused_while_the_field_is_set(ApiName api, String name)
            throws Exception {
        String options = "{\"" + name + "\":1}";
        assertInvalid(
                api,
                builder -> full(api, builder.model("m").seconds("4").size("1280x720"))
                        .reference(link("https://a.example/i.png"))
                        .set(VideoField.OPTIONS, options),
                name);
        if (!name.equals("prompt") && !name.equals("model")) {
            assertThat(json(api, builder -> builder.model("m").set(VideoField.OPTIONS, options)))
                    .contains("\"" + name + "\":1");
        }
    }

    private static VideoRequestBuilder full(ApiName api, VideoRequestBuilder builder) {
        return api == ApiName.NEW_API ? builder.set(VideoField.N, 2).set(VideoField.RESPONSE_FORMAT, "url") : builder;
    }

    @Test
    void a_strict_server_gets_the_type_it_wants_through_the_options() throws Exception {
        assertThat(json(ApiName.OPENAI, builder -> builder.model("m")
                        .set(VideoField.OPTIONS, "{\"seconds\":4,\"input_reference\":\"https://a.example/i.png\"}")))
                .contains("\"seconds\":4,\"input_reference\":\"https://a.example/i.png\"");
    }

    @Test
    void two_local_pictures_are_two_parts_for_openai_and_a_list_for_new_api() throws Exception {
        Reference first = file("first.png");
        Reference last = file("last.png");

        String form = text(ApiName.OPENAI, Encoding.AUTO, builder -> builder.reference(first)
                .reference(last));
        assertThat(form)
                .containsSubsequence(
                        "name=\"input_reference\"; filename=\"first.png\"",
                        "name=\"input_reference\"; filename=\"last.png\"");
        assertSameJson(
                json(ApiName.NEW_API, "x", builder -> builder.model("m")
                        .set(VideoField.FIRST_FRAME, first)
                        .set(VideoField.LAST_FRAME, link("https://a.example/l.png"))),
                "{\"prompt\":\"x\",\"model\":\"m\",\"images\":[\"iVBORw0KGgoAAA==\",\"https://a.example/l.png\"]}");
        assertInvalid(ApiName.OPENAI, builder -> builder.set(VideoField.LAST_FRAME, last), "firstFrame");
    }

    @Test
    void new_api_finds_a_place_for_further_fields_in_metadata() throws Exception {
        assertSameJson(
                json(ApiName.NEW_API, "x", builder -> builder.model("m")
                        .set(VideoField.ASPECT_RATIO, "16:9")
                        .set(VideoField.NEGATIVE_PROMPT, "blur")
                        .set(VideoField.METADATA, "{\"seed\":5.0}")),
                "{\"prompt\":\"x\",\"model\":\"m\",\"metadata\":{\"aspect_ratio\":\"16:9\","
                        + "\"negative_prompt\":\"blur\",\"seed\":5.0}}");
        assertInvalid(
                ApiName.NEW_API,
                builder -> builder.model("m")
                        .set(VideoField.ASPECT_RATIO, "16:9")
                        .set(VideoField.METADATA, "{\"aspect_ratio\":\"1:1\"}"),
                "metadata.aspect_ratio",
                "aspectRatio");
    }

    @Test
    void options_go_as_they_are_in_json_and_as_text_in_a_form() throws Exception {
        UnaryOperator<VideoRequestBuilder> video = builder ->
                builder.set(VideoField.OPTIONS, "{\"quality\":\"high\",\"audio\":true,\"cfg\":0.50,\"list\":[1,2]}");

        assertThat(json(ApiName.OPENAI, video))
                .contains("\"quality\":\"high\",\"audio\":true,\"cfg\":0.50,\"list\":[1,2]");
        assertThat(text(ApiName.OPENAI, Encoding.MULTIPART, video))
                .containsPattern("name=\"audio\"\r\n(Content-Length: 4\r\n)?\r\ntrue\r\n")
                .containsPattern("name=\"cfg\"\r\n(Content-Length: 4\r\n)?\r\n0.50\r\n")
                .containsPattern("name=\"list\"\r\n(Content-Length: 5\r\n)?\r\n\\[1,2\\]\r\n");
    }

    @ParameterizedTest
    @EnumSource(
            value = ApiName.class,
            names = {"LCONAI", "NEW_API", "YISHANGYUN"})
    void an_api_that_requires_a_model_says_so_before_anything_is_sent(ApiName api) {
        assertInvalid(api, builder -> builder, "model");
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, MULTIPART, link",
        "LCONAI, AUTO, link",
        "LCONAI, JSON, file",
        "NEW_API, MULTIPART, none",
        "YISHANGYUN, JSON, file",
        "YISHANGYUN, MULTIPART, link"
    })
    void an_encoding_that_can_not_carry_the_request_is_refused(ApiName api, Encoding encoding, String kind)
            throws IOException {
        VideoRequestBuilder builder = VideoRequest.builder("x").model("m");
        if (kind.equals("link")) {
            builder.reference(link("https://a.example/i.png"));
        } else if (kind.equals("file")) {
            builder.reference(file("i.png"));
        }

        assertThatThrownBy(() -> VideoApis.of(api).check(builder.build(), encoding))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining(api.word());
    }

    @Test
    void a_reference_that_can_not_be_sent_is_refused_before_anything_is_sent() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no image");
        Path renamed = Files.writeString(folder.resolve("cat.png"), "A cat, drawn with words.");
        Path empty = Files.createFile(folder.resolve("empty.png"));
        Path large = folder.resolve("large.png");
        try (java.io.RandomAccessFile file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(ImageFile.MOST_BYTES + 1L);
        }

        assertInvalid(ApiName.OPENAI, local(folder.resolve("absent.png")), "absent.png", "does not exist");
        assertInvalid(ApiName.OPENAI, local(folder), "not a file");
        assertInvalid(ApiName.OPENAI, local(text), "notes.txt");
        assertInvalid(ApiName.OPENAI, local(renamed), "cat.png", "whatever its name says");
        assertInvalid(ApiName.OPENAI, local(empty), "empty");
        assertInvalid(ApiName.OPENAI, local(large), "20 MiB");
        assertInvalid(ApiName.OPENAI, builder -> builder.reference(new Reference.Data("data:image/png,raw")), "base64");
    }

    @Test
    void several_references_are_refused_where_the_api_or_the_encoding_takes_one() {
        UnaryOperator<VideoRequestBuilder> two = builder ->
                builder.model("m").reference(link("https://a.example/1")).reference(link("https://a.example/2"));

        assertInvalid(ApiName.LCONAI, two, "\"2\"", "takes one");
        assertInvalid(ApiName.OPENAI, two, "Name files");
    }

    @ParameterizedTest
    @CsvSource({"sora-2:task_1, sora-2%3Atask_1", "a/b, a%2Fb", "a b=%?#\u732b, a%20b%3D%25%3F%23%E7%8C%AB"})
    void an_id_is_one_segment_of_a_path(String id, String escaped) {
        assertThat(path(ApiName.OPENAI, id)).isEqualTo("/v1/videos/" + escaped);
        assertThat(path(ApiName.NEW_API, id)).isEqualTo("/v1/video/generations/" + escaped);
        assertThat(VideoApis.of(ApiName.NEW_API).contentPath(id)).contains("/v1/videos/" + escaped + "/content");
    }

    private static String path(ApiName api, String id) {
        return VideoApis.of(api).poll(VideoRequest.builder("x").build(), id).path();
    }

    private static VideoRequestBuilder set(VideoRequestBuilder builder, String field) {
        return switch (field) {
            case "watermark" -> builder.set(VideoField.WATERMARK, true);
            case "private" -> builder.set(VideoField.PRIVATE, true);
            case "n" -> builder.set(VideoField.N, 2);
            case "fps" -> builder.set(VideoField.FPS, 24);
            case "metadata" -> builder.set(VideoField.METADATA, "{}");
            case "characterUrl" ->
                builder.set(VideoField.CHARACTER_URL, "https://a.example/c")
                        .set(VideoField.CHARACTER_TIMESTAMPS, "1,2");
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static UnaryOperator<VideoRequestBuilder> local(Path path) {
        return builder -> builder.reference(new Reference.LocalFile(path));
    }

    private static Reference link(String address) {
        return new Reference.Link(URI.create(address));
    }

    private Reference file(String name) throws IOException {
        return new Reference.LocalFile(Files.write(folder.resolve(name), PNG));
    }

    private static void check(ApiName api, UnaryOperator<VideoRequestBuilder> video) {
        VideoApis.of(api).check(video.apply(VideoRequest.builder("x")).build(), Encoding.AUTO);
    }

    private static void assertInvalid(ApiName api, UnaryOperator<VideoRequestBuilder> video, String... words) {
        assertThatThrownBy(() -> check(api, video))
                .isInstanceOfSatisfying(
                        VideogenException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_INPUT))
                .hasMessageContainingAll(words);
    }

    private static void assertSameJson(String actual, String expected) throws IOException {
        JsonMapper mapper = new JsonMapper();
        assertThat(mapper.readTree(actual)).isEqualTo(mapper.readTree(expected));
    }

    private static String json(ApiName api, UnaryOperator<VideoRequestBuilder> video) throws IOException {
        return json(api, "\u4e00\u53ea\u732b", video);
    }

    private static String json(ApiName api, String prompt, UnaryOperator<VideoRequestBuilder> video)
            throws IOException {
        return text(
                api, Encoding.AUTO, video.apply(VideoRequest.builder(prompt)).build());
    }

    private static String text(ApiName api, Encoding encoding, UnaryOperator<VideoRequestBuilder> video)
            throws IOException {
        return text(
                api,
                encoding,
                video.apply(VideoRequest.builder("\u4e00\u53ea\u732b")).build());
    }

    private static String text(ApiName api, Encoding encoding, VideoRequest request) throws IOException {
        VideoApis.of(api).check(request, encoding);
        return text(VideoApis.of(api).create(request, encoding, "s").body().orElseThrow());
    }

    private static String text(HttpBody body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        body.writeTo(out);
        assertThat(out.size()).isEqualTo((int) body.length());
        return out.toString(StandardCharsets.UTF_8);
    }
}
