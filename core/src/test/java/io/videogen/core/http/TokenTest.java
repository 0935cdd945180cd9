package io.videogen.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Mac;
import javax.crypto.MacSpi;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class TokenTest {

    /** Builds of earlier versions have left such digests on disk; this one is of RFC 4231, section 4.3. */
    @Test
    void itsDigestIsThatOfTheKeyAndTheSecret() throws Exception {
        Mac keyed = Mac.getInstance("HmacSHA256");
        keyed.init(new SecretKeySpec("Jefe".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));

        assertThat(new Token("what do ya want for nothing?", "a test").digest(keyed))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void codeThatWouldReadTheSecretOnItsWayIsRefused() {
        assertThatThrownBy(() -> new Token("sk-secret", "a test").digest(new Listening()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("sk-secret");
    }

    /** A digest that keeps what it is given. */
    private static final class Listening extends Mac {
        Listening() {
            super(new Spi(), null, "Listening");
        }

        private static final class Spi extends MacSpi {
            @Override
            protected int engineGetMacLength() {
                return 1;
            }

            @Override
            protected void engineInit(Key key, AlgorithmParameterSpec parameters) {}

            @Override
            protected void engineUpdate(byte input) {
                throw new AssertionError("it was given the secret");
            }

            @Override
            protected void engineUpdate(byte[] input, int offset, int length) {
                throw new AssertionError("it was given the secret");
            }

            @Override
            protected byte[] engineDoFinal() {
                return new byte[1];
            }

            @Override
            protected void engineReset() {}
        }
    }
}
