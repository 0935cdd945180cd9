package io.jenkins.plugins.videogen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointsTest {
    private final VideogenEndpoint gateway = new VideogenEndpoint("gateway", "https://gateway.example.com/v1");
    private final VideogenEndpoint inner = new VideogenEndpoint("inner", "http://10.0.0.5:3000");
    private final Endpoints endpoints = new Endpoints(List.of(), List.of(gateway, inner), false);

    @Test
    void theFirstConfiguredEndpointIsTheDefault() {
        gateway.setApi("lconai");
        gateway.setCredentialsId("token");
        gateway.setMaxNewJobs(3);
        gateway.setModel("sora-2");
        gateway.setSize("1280x720");
        assertThat(endpoints.resolve(null, null))
                .isEqualTo(new ResolvedEndpoint(
                        "https://gateway.example.com/v1",
                        "lconai",
                        "gateway",
                        "token",
                        3,
                        false,
                        new VideoDefaults("sora-2", null, "1280x720")));
    }

    @Test
    void aUrlOfAConfiguredEndpointHasItsLimitAndCredential() {
        gateway.setMaxNewJobs(3);
        ResolvedEndpoint found = endpoints.resolve("HTTPS://Gateway.example.com:443/", "openai");
        assertThat(found.name()).isEqualTo("gateway");
        assertThat(found.maxNewJobs()).isEqualTo(3);
        assertThat(found.api()).isEqualTo("openai");
    }

    @Test
    void anotherUrlGetsNoCredentialOfAConfiguredOne() {
        gateway.setCredentialsId("token");
        ResolvedEndpoint found = endpoints.resolve("https://gateway.example.com.evil.example", null);
        assertThat(found.name()).isNull();
        assertThat(found.credentialsId()).isNull();
        assertThat(found.api()).isEqualTo("openai");
    }

    @Test
    void refusesOtherUrlsWhereTheAdministratorSaysSo() {
        Endpoints closed = new Endpoints(List.of(), List.of(gateway), true);
        assertThat(closed.resolve("https://gateway.example.com", null).name()).isEqualTo("gateway");
        assertThatThrownBy(() -> closed.resolve("https://other.example.com/?key=secret", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("https://other.example.com", "[gateway]")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aJobOfARunningStepIsFoundAgainWhateverWasForbiddenMeanwhile() {
        inner.setCredentialsId("token");
        inner.setAllowInsecureHttp(true);
        ResolvedEndpoint started = endpoints.resolve("inner", null);
        inner.setAllowInsecureHttp(false);
        assertThat(endpoints.recall(started.url(), started.api(), true, started.defaults()))
                .isEqualTo(started);
        ResolvedEndpoint removed = new Endpoints(List.of(), List.of(gateway), true)
                .recall(started.url(), "openai", true, started.defaults());
        assertThat(removed.url()).isEqualTo("http://10.0.0.5:3000");
        assertThat(removed.credentialsId()).isNull();
        assertThat(removed.allowInsecureHttp()).isTrue();
    }

    @Test
    void aRunningStepGetsNoLeaveThatItDidNotStartWith() {
        gateway.setAllowInsecureHttp(true);
        assertThat(endpoints
                        .recall("https://gateway.example.com/v1", "openai", false, VideoDefaults.NONE)
                        .allowInsecureHttp())
                .isFalse();
    }

    @Test
    void aRunningStepKeepsTheDefaultsThatItStartedWith() {
        gateway.setModel("sora-2");
        VideoDefaults kept = VideoDefaults.fromMap(
                endpoints.resolve("gateway", null).defaults().toMap());
        gateway.setModel("another");
        assertThat(endpoints
                        .recall("https://gateway.example.com/v1", "openai", false, kept)
                        .defaults()
                        .model())
                .isEqualTo("sora-2");
    }

    @Test
    void theNearestFolderComesFirst() {
        VideogenEndpoint near = new VideogenEndpoint("gateway", "https://near.example.com");
        VideogenEndpoint far = new VideogenEndpoint("gateway", "https://far.example.com");
        Endpoints inFolder = new Endpoints(List.of(near, far), List.of(gateway, inner), false);
        assertThat(inFolder.resolve(null, null).url()).isEqualTo("https://near.example.com");
        assertThat(inFolder.resolve("gateway", null).url()).isEqualTo("https://near.example.com");
        assertThat(inFolder.names()).containsExactly("gateway", "inner");
    }

    @Test
    void aFolderCanNotLoosenWhatTheAdministratorSays() {
        VideogenEndpoint mine = new VideogenEndpoint("mine", "https://gateway.example.com");
        mine.setMaxNewJobs(100);
        mine.setCredentialsId("team-token");
        gateway.setMaxNewJobs(3);
        VideogenEndpoint plain = new VideogenEndpoint("plain", "http://10.0.0.9:3000");
        plain.setAllowInsecureHttp(true);
        Endpoints inFolder = new Endpoints(List.of(mine), List.of(gateway), true);
        assertThat(inFolder.resolve("mine", null).maxNewJobs()).isEqualTo(3);
        assertThat(inFolder.resolve("mine", null).credentialsId()).isEqualTo("team-token");
        assertThatThrownBy(() -> new Endpoints(List.of(plain), List.of(gateway), false).resolve("plain", null))
                .hasMessageContaining("unencrypted");
        VideogenEndpoint other = new VideogenEndpoint("other", "https://other.example.com");
        assertThatThrownBy(() -> new Endpoints(List.of(other), List.of(gateway), true).resolve("other", null))
                .hasMessageContaining("administrator allows configured endpoints only");
    }

    @Test
    void aFolderCanTightenALimitAndNoOtherNameGetsAroundIt() {
        VideogenEndpoint mine = new VideogenEndpoint("mine", "https://gateway.example.com");
        mine.setMaxNewJobs(1);
        gateway.setMaxNewJobs(3);
        Endpoints inFolder = new Endpoints(List.of(mine), List.of(gateway), false);
        assertThat(inFolder.resolve("gateway", null).maxNewJobs()).isEqualTo(1);
    }

    @Test
    void namesTheEndpointsThereAre() {
        assertThatThrownBy(() -> endpoints.resolve("preview", null))
                .hasMessageContainingAll("\"preview\"", "[gateway, inner]", "serve");
    }

    @Test
    void sendsNoTokenUnencryptedUnlessAllowed() {
        assertThatThrownBy(() -> endpoints.resolve("inner", null)).hasMessageContaining("unencrypted");
        inner.setAllowInsecureHttp(true);
        assertThat(endpoints.resolve("inner", null).allowInsecureHttp()).isTrue();
        assertThat(endpoints.resolve("http://127.0.0.1:8788", null).name()).isNull();
    }

    @Test
    void refusesPasswordsInUrlsWithoutShowingThem() {
        assertThatThrownBy(() -> endpoints.resolve("https://me:secret@api.example.com", null))
                .hasMessageContaining("credential")
                .hasMessageNotContaining("secret");
    }
}
