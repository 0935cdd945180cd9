package io.videogen.core.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.artifact.ArtifactLocation;
import io.videogen.core.http.Endpoint;
import io.videogen.core.testing.Words;
import io.videogen.core.text.Said;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {

    private static final Endpoint ENDPOINT = Endpoint.parse("https://gw.example/relay/v1/", false);

    @Test
    void openai_s_finished_job_without_url_is_served_by_the_endpoint_with_a_thumbnail() {
        JobSnapshot job = job("{'id':'video_1','object':'video','model':'sora-2','status':'completed','progress':100,"
                + "'created_at':1712697600,'prompt':null,'seconds':'8','error':null}");

        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(addresses(job)).containsExactly("https://gw.example/relay/v1/videos/asked/content");
        assertThat(job.videos().get(0).atEndpoint()).isTrue();
        assertThat(job.thumbnail()).get().extracting(ArtifactLocation::uri).hasToString("https://gw.example/thumb");
    }

    @Test
    void a_reply_with_a_url_asks_for_no_thumbnail_that_the_gateway_may_not_have() {
        assertThat(job("{'id':'1','status':'completed','video_url':'https://cdn.example/1.mp4'}")
                        .thumbnail())
                .isEmpty();
    }

    @Test
    void yishangyun_s_finished_job() {
        JobSnapshot job = job("{'task_id':'task_123456789','status':'completed','progress':100,"
                + "'video_url':'https://cdn.example.com/videos/task_123456789.mp4',"
                + "'thumbnail_url':'https://cdn.example.com/thumbnails/task_123456789.jpg','seconds':5.2,'width':1920,"
                + "'height':1080,'file_size':15728640,'created_at':'2024-01-15T10:30:00Z'}");

        assertThat(job.id()).contains(Words.said("task_123456789"));
        assertThat(addresses(job)).containsExactly("https://cdn.example.com/videos/task_123456789.mp4");
        assertThat(job.videos().get(0).expectedBytes()).hasValue(15728640);
        assertThat(job.videos().get(0).atEndpoint()).isFalse();
        assertThat(job.thumbnail().orElseThrow().uri())
                .hasToString("https://cdn.example.com/thumbnails/task_123456789.jpg");
    }

    @Test
    void new_api_s_envelope_names_the_job_and_not_its_row() {
        JobSnapshot job = job(
                "{'code':'success','message':'','data':{'id':17,'task_id':'task_x','status':'SUCCESS',"
                        + "'fail_reason':'','result_url':'https://cdn.example/x.mp4','progress':'100%','data':{'status':'x'}}}");

        assertThat(job.id()).contains(Words.said("task_x"));
        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
        assertThat(addresses(job)).containsExactly("https://cdn.example/x.mp4");
    }

    @Test
    void a_successful_query_of_a_running_job_is_not_a_finished_job() {
        assertThat(job("{'status':'success','task':{'id':'1','status':'running'}}")
                        .status())
                .isEqualTo(JobStatus.RUNNING);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_START, QUEUED",
        "submitted, QUEUED",
        "in-queue, QUEUED",
        "UNKNOWN, QUEUED",
        "In Progress, RUNNING",
        "processing, RUNNING",
        "never-heard-of, UNLISTED",
        "100%, UNLISTED",
        "blocked, FAILED",
        "terminated, FAILED",
        "Request Moderated, FAILED",
        "content_filter, FAILED",
        "render-error, FAILED",
        "user_cancelled, CANCELLED",
        "link expired, EXPIRED",
        "waiting_for_failed_shard, UNLISTED",
        "retrying_after_error, UNLISTED",
        "not_blocked, UNLISTED",
        "unblocked, UNLISTED",
        "moderating, UNLISTED",
        "succeed, COMPLETED",
        "SUCCESS, COMPLETED",
        "Finished, COMPLETED",
        "FAILURE, FAILED",
        "FAILED: bad image, FAILED",
        "timeout, FAILED",
        "canceled, CANCELLED",
        "cancelled, CANCELLED",
        "expired, EXPIRED"
    })
    void status_words(String word, JobStatus expected) {
        assertThat(job("{'id':'1','status':'" + word + "'}").status()).isEqualTo(expected);
    }

    @Test
    void a_job_of_which_only_the_id_is_told_has_just_begun() {
        JobSnapshot job = job("{'task_id':123}");

        assertThat(job.id()).contains(Words.said("123"));
        assertThat(job.status()).isEqualTo(JobStatus.QUEUED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'1','status':'done','url':'https://cdn.example/1.mp4'}",
                "{'id':'1','status':'done','metadata':{'url':'https://cdn.example/1.mp4'}}",
                "{'id':'1','status':'done','data':{'url':'https://cdn.example/1.mp4'}}",
                "{'id':'1','status':'done','video':{'url':'https://cdn.example/1.mp4'}}",
                "{'id':'1','status':'done','output':{'video_url':'https://cdn.example/1.mp4'}}",
                "{'id':'1','status':'done','output':'https://cdn.example/1.mp4'}",
                "{'id':'1','status':'done','output':['https://cdn.example/1.mp4']}",
                "{'id':'1','status':'done','content':{'video_url':'https://cdn.example/1.mp4'}}",
                "{'id':'1','status':'done','content':{'result_url':'https://cdn.example/1.mp4'}}",
                "{'id':'1','status':'done','outputs':{'video_url':'https://cdn.example/1.mp4'}}",
                "{'id':'1','status':'done','urls':['https://cdn.example/1.mp4']}",
                "{'id':'1','status':'done','unsigned_urls':['https://cdn.example/1.mp4']}",
                "{'id':'1','status':'done','videos':[{'url':'https://cdn.example/1.mp4'}]}",
                "{'id':'1','status':'done','creations':[{'url':'https://cdn.example/1.mp4'}]}",
                "{'code':0,'data':{'task_id':'1','task_status':'succeed',"
                        + "'task_result':{'videos':[{'url':'https://cdn.example/1.mp4','duration':'5'}]}}}",
                "{'id':'1','status':'done','assets':{'video':'https://cdn.example/1.mp4'}}",
                "{'id':'1','status':'done','object':'https://cdn.example/1.mp4'}",
                "{'id':'1','status':'done','remixed_from_video_id':'https://cdn.example/1.mp4'}",
                "{'id':'1','status':'SUCCESS','fail_reason':'https://cdn.example/1.mp4'}",
                "{'id':'1','status':'done','video_url':null,'url':'https://cdn.example/1.mp4'}",
                "{'id':'1','status':'done','video_url':'see below','url':' https://cdn.example/1.mp4 '}"
            })
    void places_of_the_url(String json) {
        assertThat(addresses(job(json))).containsExactly("https://cdn.example/1.mp4");
    }

    @ParameterizedTest
    @CsvSource({
        "/files/a.mp4, https://gw.example/files/a.mp4, true",
        "//cdn.example/a.mp4, https://cdn.example/a.mp4, false",
        "https://gw.example/a.mp4?k=1, https://gw.example/a.mp4?k=1, true",
        "https://GW.example:443/a.mp4, https://GW.example:443/a.mp4, true",
        "http://gw.example/a.mp4, http://gw.example/a.mp4, false",
        "https://cdn.example/a b.mp4, https://cdn.example/a%20b.mp4, false",
        "https://cdn.example/\u732b.mp4?s=a|b, https://cdn.example/%E7%8C%AB.mp4?s=a%7Cb, false",
        "https://cdn.example/a%2Fb.mp4, https://cdn.example/a%2Fb.mp4, false",
        "https://cdn.example/100%.mp4, https://cdn.example/100%25.mp4, false",
        "http://localhost:3000/v1/videos/asked/content, https://gw.example/relay/v1/videos/asked/content, true",
        "http://localhost:3000/v1/videos/other/content, http://localhost:3000/v1/videos/other/content, false",
        "not a url, https://gw.example/relay/v1/videos/asked/content, true",
        "ftp://cdn.example/a.mp4, https://gw.example/relay/v1/videos/asked/content, true",
        "https://, https://gw.example/relay/v1/videos/asked/content, true"
    })
    void forms_of_the_url(String told, String expected, boolean atEndpoint) {
        JobSnapshot job = job("{'id':'1','status':'completed','url':'" + told + "'}");

        assertThat(addresses(job)).containsExactly(expected);
        assertThat(job.videos().get(0).atEndpoint()).isEqualTo(atEndpoint);
    }

    @Test
    void a_data_url_is_a_clip() {
        assertThat(addresses(job("{'id':'1','status':'completed','url':'data:video/mp4;base64,AAAA BBBB'}")))
                .containsExactly("data:video/mp4;base64,AAAABBBB");
    }

    @Test
    void all_clips_of_a_job_that_makes_several_come_in_order() {
        String json = "{'id':'1','status':'completed','url':'https://cdn.example/1','data':"
                + "[{'url':'https://cdn.example/1'},{'url':'https://cdn.example/2'},{'url':'https://cdn.example/3'}]}";

        assertThat(addresses(read(json, 3)))
                .containsExactly("https://cdn.example/1", "https://cdn.example/2", "https://cdn.example/3");
        assertThat(addresses(read(json, 1))).containsExactly("https://cdn.example/1");
    }

    @ParameterizedTest
    @CsvSource({"45, 45", "45.5, 45.5", "0.45, 45", "1, 1", "1.0, 100", "0, 0", "250, 100"})
    void progress_numbers(String told, double percent) {
        assertThat(job("{'id':'1','status':'running','progress':" + told + "}").progress())
                .hasValue(percent);
        assertThat(job("{'id':'1','status':'running','progress':'" + told + "'}")
                        .progress())
                .hasValue(percent);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'abc'", "null", "[]", "-5", "1e400", "'NaN'", "true", "'%'"})
    void progress_that_is_none(String told) {
        assertThat(job("{'id':'1','status':'running','progress':" + told + "}").progress())
                .isEmpty();
    }

    @Test
    void a_percent_sign_makes_a_percentage_of_any_number() {
        assertThat(job("{'id':'1','status':'running','progress':'0.5%'}").progress())
                .hasValue(0.5);
    }

    @ParameterizedTest
    @CsvSource({
        "1764347090, 2025-11-28T16:24:50Z",
        "1764347090922, 2025-11-28T16:24:50.922Z",
        "'\"1764347090\"', 2025-11-28T16:24:50Z",
        "'\"2024-01-15T10:30:00+08:00\"', 2024-01-15T02:30:00Z"
    })
    void times(String told, Instant expected) {
        JobPage page = reader().list(reader().parse(bytes("{'data':[{'id':'v1','created_at':" + told + "}]}")));

        assertThat(page.jobs().get(0).createdAt()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id':'1','status':'failed','error':{'message':'no','code':'bad','type':'t'}} | no | bad",
                "{'id':'1','status':'failed','error':'no'} | no |",
                "{'id':'1','status':'failed','error':{'message':'no','code':401}} | no | 401",
                "{'code':'success','data':{'task_id':'1','status':'FAILURE','fail_reason':'no','result_url':'no'}} | no |",
                "{'id':'1','status':'failed','message':'no','code':'x'} | no | x",
                "{'id':'1','status':'FAILED: no'} | no |",
                "{'id':'1','status':'failed','result_url':'no'} | no |",
                "{'task_id':'1','status':'Fail','base_resp':{'status_code':1026,'status_msg':'no'}} | no | 1026",
                "{'id':'1','status':'failed','failure':'no','failureCode':'SAFETY'} | no | SAFETY",
                "{'id':'1','status':'failed','error':'','detail':'no'} | no |",
                "{'id':'1','status':'failed','detail':[{'msg':'no'}]} | no |"
            })
    void shapes_of_a_failure(String json, String message, String code) {
        RemoteError error = job(json).error().orElseThrow();

        assertThat(error.message()).hasToString(message);
        assertThat(error.code().map(Said::toString)).isEqualTo(Optional.ofNullable(code));
    }

    @Test
    void an_error_beside_a_success_is_no_failure() {
        JobSnapshot job =
                job("{'id':'1','status':'completed','error':{},'fail_reason':'','url':'https://c.example/1'}");

        assertThat(job.error()).isEmpty();
        assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'error':{'message':'no'}}",
                "{'error':'no','request_id':'req_1'}",
                "{'code':'task_not_exist','message':'no','data':null}",
                "{'code':500,'msg':'no'}",
                "{'success':false,'message':'no'}",
                "{'code':null,'message':'no','param':null,'type':'x'}",
                "{'detail':'no'}",
                "{'base_resp':{'status_code':1004,'status_msg':'no'}}"
            })
    void an_error_in_a_reply_that_says_ok(String json) {
        assertThat(reader().read(reader().parse(bytes(json)), Optional.empty(), 1, ReplyReaderTest::contents))
                .isInstanceOfSatisfying(
                        Reply.Problem.class,
                        problem -> assertThat(problem.error().message()).hasToString("no"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "<html><body>Attention</body></html>",
                "null",
                "[]",
                "[{'id':'1'}]",
                "42",
                "'text'",
                "{}",
                "{'code':'success','data':null}",
                "{'id':'..'}",
                "{'id':''}",
                "{'id':{'a':1}}",
                "{'id':'1','status':'completed'"
            })
    void replies_that_are_no_job(String json) {
        assertThatThrownBy(() ->
                        reader().read(reader().parse(bytes(json)), Optional.of("asked"), 1, ReplyReaderTest::contents))
                .isInstanceOfSatisfying(
                        VideogenException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.BAD_REPLY));
    }

    @Test
    void nesting_names_and_numbers_are_bounded() {
        for (String json : List.of(
                "{'a':" + "[".repeat(5000) + "]".repeat(5000) + "}",
                "{'id':" + "9".repeat(5000) + "}",
                "{'" + "n".repeat(100_000) + "':1}")) {
            assertThatThrownBy(() ->
                            reader().read(reader().parse(bytes(json)), Optional.empty(), 1, ReplyReaderTest::contents))
                    .isInstanceOf(VideogenException.class);
        }
    }

    @Test
    void the_users_pointer_wins_over_the_known_places() {
        ReplyReader reader = new ReplyReader(ENDPOINT, Optional.empty(), Optional.of("/result/files/0/href"));
        Reply reply = reader.read(
                reader.parse(bytes("{'id':'1','status':'done','url':'https://x.example/preview',"
                        + "'result':{'files':[{'href':'https://x.example/clip'}]}}")),
                Optional.of("1"),
                1,
                ReplyReaderTest::contents);

        assertThat(addresses(((Reply.Job) reply).snapshot())).containsExactly("https://x.example/clip");
    }

    @ParameterizedTest
    @CsvSource({"/nothing/here, nothing", "/status, 'which is no URL'", "/progress, 'no text with a URL'"})
    void a_pointer_that_points_at_no_url_is_an_error_that_says_what_is_there(String pointer, String hint) {
        ReplyReader reader = new ReplyReader(ENDPOINT, Optional.empty(), Optional.of(pointer));

        assertThatThrownBy(() -> reader.read(
                        reader.parse(bytes("{'id':'1','status':'done','progress':100}")),
                        Optional.of("1"),
                        1,
                        ReplyReaderTest::contents))
                .hasMessageContaining(pointer)
                .hasMessageContaining(hint);
    }

    @Test
    void a_malformed_pointer_is_the_users_mistake() {
        assertThatThrownBy(() -> new ReplyReader(ENDPOINT, Optional.empty(), Optional.of("data.url")))
                .isInstanceOfSatisfying(
                        VideogenException.class, e -> assertThat(e.kind()).isEqualTo(ErrorKind.INVALID_INPUT));
    }

    @Test
    void a_text_that_is_no_json_is_told_without_the_advice_of_a_library() {
        for (String text : new String[] {"Bad Gateway", "{'id': 1}", "{\"id\": NaN}", "{\"id\": 1,}", "// x"}) {
            assertThatThrownBy(() -> new ReplyReader(ENDPOINT, Optional.empty(), Optional.empty())
                            .parse(text.getBytes(StandardCharsets.UTF_8)))
                    .hasMessageContaining("is not JSON")
                    .hasMessageNotContainingAny("enable", "Feature", "token");
        }
    }

    @Test
    void words_of_a_server_are_cut_and_cleaned() {
        RemoteError error = job("{'id':'1','status':'failed','error':'a\\u0000b\\nc \\u202e see "
                        + "https://cdn.example/a?Signature=secret " + "x".repeat(5000) + "'}")
                .error()
                .orElseThrow();

        assertThat(error.message().toString())
                .startsWith("a b c see https://cdn.example/a?... ")
                .doesNotContain("secret")
                .hasSizeLessThan(1100);
    }

    @Test
    void a_list_of_jobs() {
        JobPage page = reader().list(reader().parse(
                        bytes("{'object':'list','data':[{'id':'v1','created_at':1,'model':'m','prompt':'p','seconds':4,"
                                + "'size':'s'},{'nothing':1},7],'has_more':true}")));

        assertThat(page.hasMore()).isTrue();
        assertThat(page.jobs()).hasSize(1);
        ListedJob job = page.jobs().get(0);
        assertThat(job.id()).isEqualTo(Words.said("v1"));
        assertThat(job.createdAt()).contains(Instant.ofEpochSecond(1));
        assertThat(Stream.of(job.model(), job.prompt(), job.seconds(), job.size())
                        .map(echo -> echo.orElseThrow().reveal()))
                .containsExactly("m", "p", "4", "s");
        assertThat(job.submission()).isEmpty();
    }

    private static ReplyReader reader() {
        return new ReplyReader(ENDPOINT, Optional.empty(), Optional.empty());
    }

    private static JobSnapshot job(String json) {
        return read(json, 1);
    }

    private static JobSnapshot read(String json, int clips) {
        Reply reply =
                reader().read(reader().parse(bytes(json)), Optional.of("asked"), clips, ReplyReaderTest::contents);
        return ((Reply.Job) reply).snapshot();
    }

    private static Contents contents(String id) {
        return new Contents(
                Optional.of(URI.create(ENDPOINT.base() + "/v1/videos/" + id + "/content")),
                Optional.of(URI.create("https://gw.example/thumb")));
    }

    private static List<String> addresses(JobSnapshot job) {
        return job.videos().stream().map(location -> location.uri().toString()).toList();
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
