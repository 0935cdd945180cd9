package io.videogen.maven.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.batch.BatchSettings;
import io.videogen.core.http.Endpoint;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EndpointFactoryTest {

    private static final String VERTEX =
            "https://us-central1-aiplatform.googleapis.com/v1/projects/p/locations/us-central1";

    static Stream<Arguments> publicAddresses() {
        return Stream.concat(
                ApiName.chosen().stream().flatMap(api -> VideoApis.of(api).addresses().stream()
                        .map(address -> Arguments.of(api, address))),
                Stream.of(Arguments.of(ApiName.GEMINI, VERTEX)));
    }

    @ParameterizedTest
    @MethodSource("publicAddresses")
    void atAnApisOwnAddressNothingIsSentWithoutAToken(ApiName api, String address) {
        BatchSettings settings = BatchSettings.builder(Path.of("out"), Path.of("cache"))
                .api(api)
                .endpoint(Endpoint.parse(address, false))
                .build();
        MavenSession session = mock();

        assertThatThrownBy(() -> new EndpointFactory(settings, session, Optional::empty, false).open())
                .isInstanceOfSatisfying(VideogenException.class, error -> {
                    assertThat(error.kind()).isEqualTo(ErrorKind.INVALID_INPUT);
                    assertThat(error.code()).isEqualTo("missing_token");
                })
                .hasMessageContainingAll(
                        "\"" + api.word() + "\"", "videogen.serverId", "VIDEOGEN_TOKEN", "-Dvideogen.endpoint=preview");
    }
}
