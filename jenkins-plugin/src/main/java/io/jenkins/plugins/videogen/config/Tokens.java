package io.jenkins.plugins.videogen.config;

import com.cloudbees.plugins.credentials.CredentialsProvider;
import com.cloudbees.plugins.credentials.common.IdCredentials;
import com.cloudbees.plugins.credentials.domains.DomainRequirement;
import com.cloudbees.plugins.credentials.domains.URIRequirementBuilder;
import hudson.AbortException;
import hudson.EnvVars;
import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.videogen.Messages;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.Token;
import java.util.List;
import java.util.Optional;
import org.jenkinsci.plugins.plaincredentials.StringCredentials;

/** Finds the token of a build for an endpoint, anew for each call, so that none is ever kept. */
public final class Tokens {
    private static final String VARIABLE = "VIDEOGEN_TOKEN";

    private Tokens() {}

    /**
     * The token: of the credential that the step names, else from {@code withCredentials}, else of the endpoint's own
     * credential.
     *
     * @param track whether to note the use of the credential with the build
     * @return empty if nothing names one
     * @throws AbortException if the credential can not be used; the message says why
     */
    public static Optional<Token> find(
            Run<?, ?> run, EnvVars env, String credentialsId, ResolvedEndpoint endpoint, boolean track)
            throws AbortException {
        String bound = Util.fixEmptyAndTrim(env.get(VARIABLE));
        if (credentialsId == null && bound != null) {
            return Optional.of(new Token(bound, "the environment variable " + VARIABLE));
        }
        String id = credentialsId == null ? endpoint.credentialsId() : credentialsId;
        if (id == null) {
            return Optional.empty();
        }
        List<DomainRequirement> requirements = requirements(endpoint.url());
        StringCredentials secret =
                CredentialsProvider.findCredentialById(id, StringCredentials.class, run, requirements);
        if (secret == null && id.contains("$")) {
            // No credential parameter, which is found by its name; of a text parameter the value is the id.
            id = env.expand(id);
            secret = CredentialsProvider.findCredentialById(id, StringCredentials.class, run, requirements);
        }
        if (secret == null) {
            boolean other = CredentialsProvider.findCredentialById(id, IdCredentials.class, run, requirements) != null;
            throw new AbortException(
                    other
                            ? Messages.Credentials_WrongType(id, Endpoint.shown(endpoint.url()))
                            : Messages.Credentials_NotUsable(id, Endpoint.shown(endpoint.url())));
        }
        if (track) {
            CredentialsProvider.track(run, secret);
        }
        return Optional.of(new Token(secret.getSecret().getPlainText(), "the credential \"" + id + "\""));
    }

    /** Binds a lookup to the host of {@code url}, so that a credential kept for another host is not found. */
    static List<DomainRequirement> requirements(String url) {
        return url == null ? List.of() : URIRequirementBuilder.fromUri(url).build();
    }
}
