package io.videogen.core.remote;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpReply;
import io.videogen.core.reply.ReplyReader;
import io.videogen.core.text.RawText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of who spoke, how far the request had come, and whether the word is final. */
class JudgementTest {

    private static final ReplyReader READER =
            new ReplyReader(Endpoint.parse("https://gateway.example", false), Optional.empty(), Optional.empty());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // a gateway that refuses before it asks anyone, under whatever status
                "503 | {'error':{'message':'no channel for model M','type':'new_api_error','code':'model_not_found'}} | GATEWAY NO FINAL",
                "503 | {'error':{'message':'当前分组 default 下对于模型 M 无可用渠道','type':'one_api_error','code':''}} | GATEWAY NO FINAL",
                "500 | {'error':{'message':'x','type':'new_api_error','code':'sensitive_words_detected'}} | GATEWAY NO FINAL",
                "500 | {'code':'insufficient_user_quota','message':'x'} | GATEWAY NO FINAL",
                "200 | {'code':'model_not_found','message':'x'} | GATEWAY NO FINAL",
                // the same gateway, which may have asked others before
                "500 | {'error':{'message':'no channel (retry)','type':'new_api_error','code':'get_channel_failed'}} | API MAYBE PASSING",
                "500 | {'error':{'message':'x','type':'new_api_error','code':'channel:no_available_key'}} | API MAYBE PASSING",
                "500 | {'code':'fail_to_fetch_task','message':'bad response'} | API MAYBE PASSING",
                "500 | {'code':'do_request_failed','message':'x'} | API MAYBE PASSING",
                "523 | {'code':'fail_to_fetch_task','message':'x'} | API MAYBE PASSING",
                // what was asked for is refused by name, and not by a word in some sentence
                "500 | {'code':'fail_to_fetch_task','message':'InputTextSensitiveContentDetected: x'} | API NO FINAL",
                "502 | {'error':{'message':'x','code':'moderation_blocked'}} | API NO FINAL",
                "502 | {'error':{'message':'the moderation service timed out'}} | API MAYBE PASSING",
                // busy
                "429 | {'error':{'message':'slow down','code':'rate_limit_exceeded'}} | API NO PASSING",
                "429 | {'error':{'message':'You exceeded your current quota'}} | API NO FINAL",
                "429 | <html>slow down</html> | API NO PASSING",
                "425 | {} | API NO PASSING",
                "503 retry | {'error':{'message':'restarting'}} | API NO PASSING",
                // fronts that could not reach the API, and those that could
                "521 | <html>Web server is down</html> | BETWEEN NO PASSING",
                "523 | <html>Origin is unreachable</html> | BETWEEN NO PASSING",
                "525 | <html>SSL handshake failed</html> | BETWEEN NO PASSING",
                "530 | error code: 1033 | BETWEEN NO PASSING",
                "520 | <html>Unknown error</html> | BETWEEN MAYBE PASSING",
                "522 | <html>Connection timed out</html> | BETWEEN MAYBE PASSING",
                "524 | <html>A timeout occurred</html> | BETWEEN MAYBE PASSING",
                "502 | <html>Bad Gateway</html> | BETWEEN MAYBE PASSING",
                "503 | <html>Service Unavailable</html> | BETWEEN MAYBE PASSING",
                "200 | <html>Log in</html> | BETWEEN MAYBE PASSING",
                "403 | <html>Attention required</html> | BETWEEN NO FINAL",
                "404 | <html>Not Found</html> | BETWEEN NO FINAL",
                // the rest
                "500 | {} | API MAYBE PASSING",
                "503 | {'error':{'message':'overloaded'}} | API MAYBE PASSING",
                "408 | {} | API MAYBE PASSING",
                "303 | `` | API MAYBE PASSING",
                "200 | {'error':{'message':'upstream timeout'}} | API MAYBE PASSING",
                "200 | {'error':{'message':'bad size','type':'invalid_request_error'}} | API NO FINAL",
                "400 | {'error':{'message':'bad size'}} | API NO FINAL",
                "401 | {} | API NO FINAL",
                "302 | `` | API NO FINAL",
            })
    void a_reply_that_tells_of_no_job_is_judged(String status, String body, String expected) {
        String[] words = expected.split(" ");
        byte[] bytes = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        HttpReply reply = new HttpReply(
                Integer.parseInt(status.substring(0, 3)),
                status.endsWith("retry") ? Map.of("retry-after", new RawText("5")) : Map.of(),
                bytes,
                false);

        assertThat(Judgement.of(reply, READER.error(bytes), Instant.EPOCH))
                .isEqualTo(new Judgement(
                        Judgement.Speaker.valueOf(words[0]),
                        Judgement.Reached.valueOf(words[1]),
                        Judgement.Lasting.valueOf(words[2])));
    }
}
