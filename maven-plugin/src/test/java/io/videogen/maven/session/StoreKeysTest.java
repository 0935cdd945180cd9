package io.videogen.maven.session;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.videogen.core.VideogenException;
import java.util.Optional;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.junit.jupiter.api.Test;

class StoreKeysTest {

    private final SettingsDecrypter decrypter = mock();

    @Test
    void aMissingServerIsShownAsItMustBeWrittenWithBothKeys() {
        StoreKeys keys = new StoreKeys(new Settings(), decrypter);

        assertThatThrownBy(() -> keys.find(Optional.of("videogen-store")))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("No server with the id \"videogen-store\"")
                .hasMessageContaining("<username>the access key</username><password>the secret key</password>")
                .hasMessageContaining("videogen.storeServerId");
    }
}
