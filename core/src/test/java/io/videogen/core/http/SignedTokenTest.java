package io.videogen.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.VideogenException;
import io.videogen.core.testing.TestClock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignedTokenTest {

    private static final String ACCESS = "AKf7YbT3QmX1";
    private static final String SECRET = "s3cr3t-of-the-account";
    /** Made by Python's {@code hmac} for the clock's start. */
    private static final String EXPECTED = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9."
            + "eyJpc3MiOiJBS2Y3WWJUM1FtWDEiLCJleHAiOjE3OTUzNDM0MDAsIm5iZiI6MTc5NTM0MTU5NX0.cUb8MnJs1qp8ZKfC5ZHEzFLnB7318XqwiXUY-wZQjYo";

    private final TestClock clock = new TestClock();
    private final SignedToken scheme = new SignedToken(clock);

    @Test
    void accessKeyAndSecretSignATokenForThisMoment() {
        Token token = new Token(SECRET, Optional.of(ACCESS), "server \"kling\"").wornAs(scheme);

        assertThat(token.header().getKey()).isEqualTo("Authorization");
        assertThat(token.header().getValue()).isEqualTo("Bearer " + EXPECTED);
        clock.pass(Duration.ofMinutes(31));
        assertThat(token.header().getValue()).startsWith("Bearer ").isNotEqualTo("Bearer " + EXPECTED);
    }

    @Test
    void aTextHoldsTheTwoWithAColonBetweenThem() {
        Token token = new Token(ACCESS + ":" + SECRET, "a variable").wornAs(scheme);

        assertThat(token.header().getValue()).isEqualTo("Bearer " + EXPECTED);
    }

    @Test
    void aKeyWithoutAnAccessKeyIsShownAsItIs() {
        assertThat(new Token("api-key-1", "a variable").wornAs(scheme).header().getValue())
                .isEqualTo("Bearer api-key-1");
    }

    @Test
    void anAccessKeyThatIsNoneIsNamedByItsSource() {
        Token token = new Token(SECRET, Optional.of("a b"), "the server \"kling\" of settings.xml").wornAs(scheme);

        assertThatThrownBy(token::header)
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("access key from the server \"kling\"");
    }

    @Test
    void whatIsMadeOfThemIsHiddenAsTheyAre() {
        Token token = new Token(SECRET, Optional.of(ACCESS), "a test").wornAs(scheme);
        byte[] bytes = EXPECTED.getBytes(StandardCharsets.US_ASCII);
        String signature = EXPECTED.substring(EXPECTED.lastIndexOf('.') + 1);

        for (String form : List.of(
                EXPECTED,
                EXPECTED.toLowerCase(Locale.ROOT),
                URLEncoder.encode(EXPECTED.replace(".", "%2E"), StandardCharsets.UTF_8),
                EXPECTED.replace(".", "\\u002e"),
                HexFormat.of().formatHex(bytes),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getEncoder().encodeToString(("Bearer " + EXPECTED).getBytes(StandardCharsets.US_ASCII)))) {
            String said = Token.hiding(Optional.of(token))
                    .said("bad token " + form + " of " + ACCESS + ", " + SECRET, 1000)
                    .toString();

            assertThat(said)
                    .startsWith("bad token ")
                    .contains("**** of ****, ****")
                    .doesNotContainIgnoringCase(form.substring(form.length() - 20))
                    .doesNotContainIgnoringCase(signature.substring(10, 20));
        }
        String cut = Token.hiding(Optional.of(token))
                .said(" ".repeat(10) + EXPECTED + "x".repeat(100_000), 60)
                .toString();
        assertThat(cut).matches("(\\*{4})?");
    }

    @Test
    void theNameOfAServerIsNothingToHideWhereItDoesNotSign() {
        Token token = new Token(SECRET, Optional.of("deploy"), "a test");

        assertThat(Token.hiding(Optional.of(token)).said("deploy failed", 100)).hasToString("deploy failed");
    }
}
