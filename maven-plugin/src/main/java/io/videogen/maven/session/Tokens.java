package io.videogen.maven.session;

import io.videogen.core.VideogenException;
import io.videogen.core.http.Token;
import io.videogen.maven.input.Texts;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.building.SettingsProblem.Severity;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** Finds the token: the password of a server of settings.xml, or an environment variable. Never a parameter. */
public final class Tokens {

    /** What Maven's encryption looks like; a token of that look would be sent as rubbish and refused. */
    private static final Pattern ENCRYPTED = Pattern.compile("\\{[A-Za-z0-9+/=]{16,}}|\\{[^}]*\\[[^]]*][^}]*}");

    private final Settings settings;
    private final SettingsDecrypter decrypter;
    private final Variables variables;

    public Tokens(Settings settings, SettingsDecrypter decrypter, Variables variables) {
        this.settings = settings;
        this.decrypter = decrypter;
        this.variables = variables;
    }

    /** The token of the server if one is named, else of the environment variable, else none. */
    public Optional<Token> find(Optional<String> serverId) {
        return serverId.map(this::ofServer).or(() -> variables
                .get(Variables.TOKEN)
                .map(text -> new Token(text, "the environment variable " + Variables.TOKEN)));
    }

    private Token ofServer(String id) {
        Server server = settings.getServer(id);
        if (server == null) {
            throw VideogenException.invalid(
                    "unknown_server",
                    "No server with the id \"" + id + "\" is in settings.xml. Add <server><id>" + id
                            + "</id><password>the token</password></server>, or correct videogen.serverId.");
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        List<SettingsProblem> problems = result.getProblems().stream()
                .filter(problem -> problem.getSeverity() != Severity.WARNING)
                .toList();
        String password = Texts.set(result.getServer().getPassword())
                .orElseThrow(() -> VideogenException.invalid(
                        "server_without_password",
                        "The server \"" + id + "\" of settings.xml has no <password>. Put the token there."));
        if (!problems.isEmpty() || ENCRYPTED.matcher(password).matches()) {
            throw VideogenException.invalid(
                    "undecryptable_password",
                    "The password of the server \"" + id + "\" of settings.xml can not be decrypted"
                            + problems.stream()
                                    .map(SettingsProblem::getMessage)
                                    .collect(Collectors.joining("; ", problems.isEmpty() ? "" : ": ", ""))
                            + ". Check settings-security.xml, or encrypt the token again.");
        }
        return new Token(password, "the server \"" + id + "\" of settings.xml");
    }
}
