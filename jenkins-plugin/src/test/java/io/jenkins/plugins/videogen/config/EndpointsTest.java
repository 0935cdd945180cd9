package io.jenkins.plugins.videogen.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EndpointsTest {
    private final VideogenEndpoint gateway = new VideogenEndpoint("gateway", "https://gateway.example.com/v1");
    private final VideogenEndpoint inner = new VideogenEndpoint("inner", "http://10.0.0.5:3000");
    private final Endpoints endpoints = new Endpoints(List.of(gateway, inner), false);

    @Test
    void theFirstConfiguredEndpointIsTheDefault() {
        gateway.setApi("lconai");
        gateway.setCredentialsId("token");
        gateway.setMaxNewJobs(3);
        assertThat(endpoints.resolve(null, null))
                .isEqualTo(
                        new ResolvedEndpoint("https://gateway.example.com/v1", "lconai", "gateway", "token", 3, false));
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
        Endpoints closed = new Endpoints(List.of(gateway), true);
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
        assertThat(endpoints.recall(started.url(), started.api(), started.allowInsecureHttp()))
                .isEqualTo(started);
        ResolvedEndpoint removed = new Endpoints(List.of(gateway), true).recall(started.url(), "openai", true);
        assertThat(removed.url()).isEqualTo("http://10.0.0.5:3000");
        assertThat(removed.credentialsId()).isNull();
        assertThat(removed.allowInsecureHttp()).isTrue();
    }

    @Test
    void aRunningStepGetsNoLeaveThatItDidNotStartWith() {
        gateway.setAllowInsecureHttp(true);
        assertThat(endpoints
                        .recall("https://gateway.example.com/v1", "openai", false)
                        .allowInsecureHttp())
                .isFalse();
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
