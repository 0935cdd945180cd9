package io.videogen.core.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.VideogenException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointSecretsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://me:hush@gateway.example.com",
                "https://hush@gateway.example.com/v1",
                "https://me:hu/hush@gateway.example.com",
                "https://me:hu#hush@gateway.example.com",
                "https://me:hu?hush@gateway.example.com",
                "https://me:hu sh hush@gateway.example.com",
                "me:hush@gateway.example.com",
                "ftp://me:hush@gateway.example.com",
                "https://gateway example.com/v1?key=hush",
                "gateway.example.com/v1?key=hush",
                "https://gateway.example.com/v1?key=hush",
                "https://gateway.example.com/v1#hush"
            })
    void aRefusedEndpointIsQuotedWithoutWhatCouldBeASecret(String text) {
        assertThatThrownBy(() -> Endpoint.parse(text, false))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("gateway")
                .hasMessageNotContaining("hush")
                .hasNoCause();
    }
}
