package io.videogen.maven.shared;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.videogen.core.VideogenException;
import io.videogen.core.shared.SharedStore;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.RepositorySystem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SharedStoresTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "clips, clips",
        "'', ''",
        "https://keys.example/clips, https://keys.example/clips",
        "https://key:secret@keys.example/clips, https://...",
        "key:secret@keys.example/clips, ..."
    })
    void aStoreOfNoKnownKindIsNamedWithoutItsKeysAndNothingIsResolvedForIt(String location, String shown)
            throws Exception {
        RepositorySystem repositories = mock();
        MavenSession session = mock();
        when(session.getSystemProperties()).thenReturn(new Properties());
        SharedStore store =
                new SharedStores(repositories, session, null).of(location, Optional::empty, folder, Clock.systemUTC());

        assertThatThrownBy(store::list)
                .isInstanceOf(VideogenException.class)
                .hasMessage("The shared store \"" + shown + "\" is of no known kind. Write s3://bucket/prefix.");
        verifyNoInteractions(repositories);
    }
}
