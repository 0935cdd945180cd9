package io.videogen.core.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.Token;
import io.videogen.preview.PreviewServer;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Before a submission is recorded, a server of this machine is asked whether it only draws previews. */
@Timeout(60)
class PreviewServerAskedTest {

    @TempDir
    Path folder;

    @Test
    void aServerThatDrawsSaysSoAndTheOthersDoNot() throws Exception {
        try (PreviewServer marked = PreviewServer.builder().marked().start();
                PreviewServer other = PreviewServer.canned()) {
            assertThat(isPreview(marked.baseUrl())).isTrue();
            assertThat(isPreview(marked.baseUrl() + "/gateway/v1")).isTrue();
            assertThat(isPreview(other.baseUrl())).isFalse();
            assertThat(marked.requests()).isEmpty();
        }
    }

    @Test
    void aServerThatIsGoneSaysNothing() throws Exception {
        String address;
        try (PreviewServer gone = PreviewServer.builder().marked().start()) {
            address = gone.baseUrl();
        }

        assertThat(isPreview(address)).isFalse();
    }

    private boolean isPreview(String address) throws InterruptedException {
        Endpoint endpoint = Endpoint.parse(address, false);
        BatchSettings settings = BatchSettings.builder(folder.resolve("out"), folder.resolve("cache"))
                .endpoint(endpoint)
                .build();
        try (HttpRemote remote = new HttpRemote(
                settings, endpoint, Optional.of(new Token("secret-token", "a test")), HttpSettings.defaults())) {
            return remote.isPreview();
        }
    }
}
