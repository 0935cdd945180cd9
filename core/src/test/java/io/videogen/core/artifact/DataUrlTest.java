package io.videogen.core.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DataUrlTest {

    @Test
    void what_is_made_is_read_again() {
        byte[] content = {0, (byte) 0xff, '%', ',', 10};

        DataUrl url = DataUrl.parse(DataUrl.of("image/png", Base64.getEncoder().encodeToString(content)))
                .orElseThrow();

        assertThat(url.mediaType()).isEqualTo("image/png");
        assertThat(url.isBase64()).isTrue();
        assertThat(url.length()).isEqualTo(8);
        assertThat(url.bytes()).isEqualTo(content);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "data:,a%20b%2C | a b,",
                "DATA:text/plain;charset=utf-8,%c3%A4 | \u00e4",
                "data:;base64,YQ%3D%3D | a",
                "data:,100% | 100%",
                "data:,%4 | %4",
                "data:,a,b | a,b"
            })
    void content(String url, String content) {
        assertThat(DataUrl.parse(url).orElseThrow().bytes()).isEqualTo(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_type_may_be_missing_or_have_more_to_it() {
        assertThat(DataUrl.parse("data:,x").orElseThrow().mediaType()).isEmpty();
        DataUrl url = DataUrl.parse("data:Video/MP4;codecs=avc1;BASE64,").orElseThrow();
        assertThat(url.mediaType()).isEqualTo("video/mp4");
        assertThat(url.isBase64()).isTrue();
        assertThat(url.bytes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data:", "data:image/png;base64", "dat", "https://a.example/data:,x", " data:,x"})
    void what_is_no_data_url_is_none(String text) {
        assertThat(DataUrl.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"data:,%zz", "data:,%-1", "data:,%+1", "data:,% 1", "data:;base64,a", "data:;base64,YQ=a"})
    void malformed_content_is_an_error(String url) {
        assertThatThrownBy(() -> DataUrl.parse(url).orElseThrow().bytes()).isInstanceOf(IllegalArgumentException.class);
    }
}
