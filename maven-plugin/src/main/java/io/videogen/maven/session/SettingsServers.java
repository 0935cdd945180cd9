package io.videogen.maven.session;

import io.videogen.core.VideogenException;
import io.videogen.maven.input.Texts;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.building.SettingsProblem.Severity;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;

/** The servers of settings.xml, with their passwords decrypted. */
final class SettingsServers {

    /** What Maven's encryption looks like; a secret of that look would be sent as rubbish and refused. */
    private static final Pattern ENCRYPTED = Pattern.compile("\\{[A-Za-z0-9+/=]{16,}}|\\{[^}]*\\[[^]]*][^}]*}");

    private final Settings settings;
    private final SettingsDecrypter decrypter;

    SettingsServers(Settings settings, SettingsDecrypter decrypter) {
        this.settings = settings;
        this.decrypter = decrypter;
    }

    /**
     * A server that has a password.
     *
     * @param parameter names the server
     * @param secret what its password is, for the errors
     * @param login the elements that it must have, for the errors
     */
    Server withPassword(String id, String parameter, String secret, String login) {
        Server server = settings.getServer(id);
        if (server == null) {
            throw VideogenException.invalid(
                    "unknown_server",
                    "No server with the id \"" + id + "\" is in settings.xml. Add <server><id>" + id + "</id>" + login
                            + "</server>, or correct " + parameter + ".");
        }
        SettingsDecryptionResult result = decrypter.decrypt(new DefaultSettingsDecryptionRequest(server));
        List<SettingsProblem> problems = result.getProblems().stream()
                .filter(problem -> problem.getSeverity() != Severity.WARNING)
                .toList();
        String password = Texts.set(result.getServer().getPassword())
                .orElseThrow(() -> VideogenException.invalid(
                        "server_without_password",
                        "The server \"" + id + "\" of settings.xml has no <password>. Put " + secret + " there."));
        if (!problems.isEmpty() || ENCRYPTED.matcher(password).matches()) {
            throw VideogenException.invalid(
                    "undecryptable_password",
                    "The password of the server \"" + id + "\" of settings.xml can not be decrypted"
                            + problems.stream()
                                    .map(SettingsProblem::getMessage)
                                    .collect(Collectors.joining("; ", problems.isEmpty() ? "" : ": ", ""))
                            + ". Check settings-security.xml, or encrypt " + secret + " again.");
        }
        Server decrypted = result.getServer().clone();
        decrypted.setPassword(password);
        return decrypted;
    }
}
