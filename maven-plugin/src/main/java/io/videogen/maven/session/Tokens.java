package io.videogen.maven.session;

import io.videogen.core.http.Token;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Finds the token: the password of a server of settings.xml, or an environment variable. Never a parameter. */
public final class Tokens {

    private final SettingsServers servers;
    private final Variables variables;

    public Tokens(Settings settings, SettingsDecrypter decrypter, Variables variables) {
        this.servers = new SettingsServers(settings, decrypter);
        this.variables = variables;
    }

    /** The token of the server if one is named, else of the environment variable, else none. */
    public Optional<Token> find(Optional<String> serverId) {
        return serverId.map(this::ofServer).or(() -> variables
                .get(Variables.TOKEN)
                .map(text -> new Token(text, "the environment variable " + Variables.TOKEN)));
    }

    private Token ofServer(String id) {
        Server server = servers.withPassword(id, "videogen.serverId", "the token", "<password>the token</password>");
        return new Token(
                server.getPassword(),
                Optional.ofNullable(server.getUsername()),
                "the server \"" + id + "\" of settings.xml");
    }
}
