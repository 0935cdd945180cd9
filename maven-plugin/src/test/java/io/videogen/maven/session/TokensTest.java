package io.videogen.maven.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.videogen.core.VideogenException;
import io.videogen.core.http.SignedToken;
import io.videogen.core.http.Token;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsProblem;
import org.apache.maven.settings.building.SettingsProblem;
import org.apache.maven.settings.building.SettingsProblem.Severity;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.apache.maven.settings.crypto.SettingsDecryptionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {

    private static final String CIPHER = "{COQLCE6DU6GtcS5P=}";

    private final Settings settings = new Settings();
    private final SettingsDecrypter decrypter = mock();
    private final Properties environment = new Properties();

    @Test
    void theServersPasswordWinsOverTheVariable() {
        environment.setProperty("env.VIDEOGEN_TOKEN", "of-the-variable");
        server("videogen", CIPHER, "of-the-server", List.of());

        assertThat(tokens().find(Optional.of("videogen"))).hasValueSatisfying(isToken("of-the-server"));
        assertThat(tokens().find(Optional.empty())).hasValueSatisfying(isToken("of-the-variable"));
    }

    @Test
    void aBlankVariableIsNoToken() {
        environment.setProperty("env.VIDEOGEN_TOKEN", "  ");

        assertThat(tokens().find(Optional.empty())).isEmpty();
    }

    @Test
    void aMissingServerIsNamedAndTheVariableIsNotTakenInItsPlace() {
        environment.setProperty("env.VIDEOGEN_TOKEN", "of-the-variable");

        assertThatThrownBy(() -> tokens().find(Optional.of("videogen")))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("No server with the id \"videogen\"");
    }

    @Test
    void aServerWithoutAPasswordIsAnError() {
        server("videogen", null, null, List.of());

        assertThatThrownBy(() -> tokens().find(Optional.of("videogen")))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("\"videogen\" of settings.xml has no <password>");
    }

    @ParameterizedTest
    @EnumSource(value = Severity.class, mode = Mode.EXCLUDE, names = "WARNING")
    void aPasswordThatCanNotBeDecryptedStopsTheBuildAndIsNotSent(Severity severity) {
        server("videogen", CIPHER, CIPHER, List.of(problem(severity)));

        assertThatThrownBy(() -> tokens().find(Optional.of("videogen")))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("\"videogen\"")
                .hasMessageContaining("can not be decrypted: no master password")
                .hasMessageNotContaining(CIPHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {CIPHER, "{[name=master,cipher=AES]abcdefgh=}"})
    void aTextThatIsStillEncryptedIsNotTakenForAToken(String text) {
        server("videogen", text, text, List.of());

        assertThatThrownBy(() -> tokens().find(Optional.of("videogen")))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("can not be decrypted");
    }

    @Test
    void aWarningOfTheDecrypterDoesNotStopTheBuild() {
        server("videogen", CIPHER, "sk-123", List.of(problem(Severity.WARNING)));

        assertThat(tokens().find(Optional.of("videogen"))).hasValueSatisfying(isToken("sk-123"));
    }

    /** For an API that signs with the two; to any other it says nothing. */
    @Test
    void theServersUsernameIsTheAccessKey() {
        server("kling", CIPHER, "of-the-server", List.of());
        when(decrypter.decrypt(any())).thenAnswer(call -> {
            Server decrypted = newServer("kling", "the-secret");
            decrypted.setUsername("access-key-7");
            SettingsDecryptionResult result = mock();
            when(result.getServer()).thenReturn(decrypted);
            return result;
        });

        Token token = tokens().find(Optional.of("kling")).orElseThrow().wornAs(new SignedToken(Clock.systemUTC()));

        assertThat(Token.hiding(Optional.of(token)).said("key access-key-7", 100))
                .hasToString("key ****");
    }

    /** A token does not show its secret, but by a digest one secret is told from another. */
    private static Consumer<Token> isToken(String secret) {
        return token -> assertThat(token.digest(mac())).isEqualTo(new Token(secret, "here").digest(mac()));
    }

    private static Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(new byte[] {1}, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private Tokens tokens() {
        MavenSession session = mock();
        when(session.getSystemProperties()).thenReturn(environment);
        return new Tokens(settings, decrypter, new Variables(session));
    }

    private void server(String id, String password, String decrypted, List<SettingsProblem> problems) {
        settings.addServer(newServer(id, password));
        SettingsDecryptionResult result = mock();
        when(result.getServer()).thenReturn(newServer(id, decrypted));
        when(result.getProblems()).thenReturn(problems);
        when(decrypter.decrypt(any())).thenReturn(result);
    }

    private static Server newServer(String id, String password) {
        Server server = new Server();
        server.setId(id);
        server.setPassword(password);
        return server;
    }

    private static SettingsProblem problem(Severity severity) {
        return new DefaultSettingsProblem("no master password", severity, "server", -1, -1, null);
    }
}
