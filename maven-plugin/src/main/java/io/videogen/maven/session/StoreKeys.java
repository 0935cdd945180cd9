package io.videogen.maven.session;

import io.videogen.core.VideogenException;
import io.videogen.core.shared.AccessKeys;
import io.videogen.maven.input.Texts;
import java.util.Optional;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Finds the keys of the shared store: user name and password of a server of settings.xml. Never a parameter. */
public final class StoreKeys {

    private final SettingsServers servers;

    public StoreKeys(Settings settings, SettingsDecrypter decrypter) {
        this.servers = new SettingsServers(settings, decrypter);
    }

    /** The keys of the server if one is named; else none, and they are looked for where the storage's tools do. */
    public Optional<AccessKeys> find(Optional<String> serverId) {
        return serverId.map(this::ofServer);
    }

    private AccessKeys ofServer(String id) {
        Server server = servers.withPassword(
                id,
                "videogen.storeServerId",
                "the secret key",
                "<username>the access key</username><password>the secret key</password>");
        String user = Texts.set(server.getUsername())
                .orElseThrow(() -> VideogenException.invalid(
                        "server_without_username",
                        "The server \"" + id
                                + "\" of settings.xml has no <username>. Put the access key there, and the secret key"
                                + " into <password>."));
        return new AccessKeys(user, server.getPassword());
    }
}
