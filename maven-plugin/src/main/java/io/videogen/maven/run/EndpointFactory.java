package io.videogen.maven.run;

import io.videogen.core.VideogenException;
import io.videogen.core.api.VideoApis;
import io.videogen.core.batch.BatchSettings;
import io.videogen.core.batch.HttpRemote;
import io.videogen.core.batch.Remote;
import io.videogen.core.batch.RemoteFactory;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.http.Token;
import io.videogen.maven.session.Proxies;
import io.videogen.maven.session.Variables;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;

/**
 * Opens a real endpoint. Without a token requests go out without one: a gateway of one's own may need none, and one that
 * does says so with 401.
 */
public final class EndpointFactory implements RemoteFactory {

    private final BatchSettings settings;
    private final MavenSession session;
    private final Supplier<Optional<Token>> token;
    private final boolean allowInsecureHttp;

    /** @param token looked for only when a request has to be sent, so that a build that is up to date needs none */
    public EndpointFactory(
            BatchSettings settings, MavenSession session, Supplier<Optional<Token>> token, boolean allowInsecureHttp) {
        this.settings = settings;
        this.session = session;
        this.token = token;
        this.allowInsecureHttp = allowInsecureHttp;
    }

    @Override
    public Remote open() {
        Endpoint endpoint = settings.endpoint().orElseThrow();
        Optional<Token> secret = token.get();
        if (secret.isEmpty() && VideoApis.isPublic(settings.api(), endpoint)) {
            throw VideogenException.invalid(
                    "missing_token",
                    "The api \"" + settings.api().word() + "\" at \"" + endpoint + "\" needs a token. Name a server of"
                            + " settings.xml in videogen.serverId, or set the environment variable "
                            + Variables.TOKEN + "; -Dvideogen.endpoint=preview draws previews without one.");
        }
        HttpSettings plain = HttpSettings.defaults().withAllowInsecureHttp(allowInsecureHttp);
        HttpSettings http = Proxies.of(session)
                .map(proxies -> plain.withProxies(proxies, proxies))
                .orElse(plain);
        return new HttpRemote(settings, endpoint, secret, http);
    }
}
