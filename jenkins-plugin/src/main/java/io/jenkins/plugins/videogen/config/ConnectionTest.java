package io.jenkins.plugins.videogen.config;

import com.cloudbees.plugins.credentials.CredentialsMatchers;
import com.cloudbees.plugins.credentials.CredentialsProvider;
import hudson.model.Item;
import hudson.security.ACL;
import hudson.util.FormValidation;
import io.jenkins.plugins.videogen.Messages;
import io.jenkins.plugins.videogen.http.ControllerHttp;
import io.videogen.core.VideogenException;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.Token;
import io.videogen.core.remote.HttpRemoteJobs;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.request.Encoding;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import java.time.Duration;
import java.util.Optional;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/**
 * Whether an endpoint answers, and takes its token: asks for a job that does not exist, and creates none.
 *
 * @param item the folder whose form it is, or {@code null} for the global one
 * @param endpoint as the form has it, saved or not
 */
record ConnectionTest(Item item, VideogenEndpoint endpoint) {
    private static final String NO_JOB = "videogen-connection-test";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    FormValidation run() throws InterruptedException {
        try {
            Optional<String> problem = problem();
            return problem.isPresent() ? FormValidation.error(problem.get()) : told(ask());
        } catch (IllegalArgumentException | VideogenException e) {
            return FormValidation.error(e.getMessage());
        }
    }

    /** In a folder the administrator's rules count, as they will for its builds. */
    private Optional<String> problem() {
        if (endpoint.getUrl() != null && item != null) {
            boolean plainHttp = VideogenGlobalConfiguration.get()
                    .endpoints(item)
                    .resolve(endpoint.getUrl(), null)
                    .allowInsecureHttp();
            endpoint.setAllowInsecureHttp(plainHttp);
        }
        return EndpointUrl.problem(endpoint.getUrl(), endpoint.isAllowInsecureHttp());
    }

    private PollOutcome ask() throws InterruptedException {
        Endpoint address = Endpoint.parse(endpoint.getUrl(), true);
        ApiName named = ApiName.parse(endpoint.getApi() == null ? ApiName.OPENAI.word() : endpoint.getApi());
        ApiName api = VideoApis.at(named, Optional.of(address));
        VideoRequest request = VideoRequest.builder("A connection test")
                .set(VideoField.MODEL, endpoint.getModel())
                .build();
        ControllerHttp.Use use =
                endpoint.isAllowInsecureHttp() ? ControllerHttp.Use.PLAIN_HTTP : ControllerHttp.Use.NORMAL;
        Optional<Token> token = token();
        return ControllerHttp.call(use, transport -> new HttpRemoteJobs(
                        VideoApis.of(api),
                        Endpoint.parse(endpoint.getUrl(), true),
                        token,
                        transport,
                        Encoding.AUTO,
                        Optional.empty())
                .within(PATIENCE)
                .poll(request, NO_JOB));
    }

    private Optional<Token> token() {
        String id = endpoint.getCredentialsId();
        if (id == null) {
            return Optional.empty();
        }
        StringCredentials secret = CredentialsMatchers.firstOrNull(
                CredentialsProvider.lookupCredentialsInItem(
                        StringCredentials.class, item, ACL.SYSTEM2, Tokens.requirements(endpoint.getUrl())),
                CredentialsMatchers.withId(id));
        if (secret == null) {
            throw new IllegalArgumentException(Messages.Credentials_NotFound(id));
        }
        return Optional.of(new Token(secret.getSecret().getPlainText(), "the credential \"" + id + "\""));
    }

    private FormValidation told(PollOutcome outcome) {
        if (outcome instanceof PollOutcome.Refused refused) {
            return FormValidation.error(refused.error().getMessage());
        }
        if (outcome instanceof PollOutcome.Transient trouble) {
            return FormValidation.error(
                    Messages.ConnectionTest_NoAnswer(Endpoint.shown(endpoint.getUrl()), trouble.reason()));
        }
        return FormValidation.ok(
                endpoint.getCredentialsId() == null
                        ? Messages.ConnectionTest_AnswersWithoutToken()
                        : Messages.ConnectionTest_Answers());
    }
}
