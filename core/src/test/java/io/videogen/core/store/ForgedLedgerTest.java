package io.videogen.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.engine.RenderState;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A job record that somebody else wrote: it is refused, or harmless. */
class ForgedLedgerTest {

    private static final String KEY = StoreFixture.key(1);

    @TempDir
    Path folder;

    private Path record;
    private StoreFixture fixture;

    @BeforeEach
    void prepare() throws Exception {
        fixture = new StoreFixture(folder);
        record = Files.createDirectories(folder.resolve("jobs")).resolve(KEY + ".json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'jobId':'..'",
                "'jobId':'.'",
                "'jobId':' '",
                "'jobId':'a\\u009bb'",
                "'jobId':'##vso[task.complete]'",
                "'submittedAt':'+1000000000-12-31T23:59:59.999999999Z'",
                "'submittedAt':'-1000000000-01-01T00:00:00Z'",
                "'completedAt':'+999999999-01-01T00:00:00Z'",
                "'endpoint':'x'",
                "'endpoint':'file:///etc/passwd'",
                "'submission':'a\\nb'",
                "'key':'a\\u001b[2J'",
                "'videos':[{'extension':'/../../x','sha256':'0','bytes':1}]"
            })
    void what_no_job_can_be_is_refused(String field) throws Exception {
        write(field);

        assertThatThrownBy(() -> fixture.store.ledger().find(KEY))
                .isInstanceOfSatisfying(VideogenException.class, e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.STORAGE);
                    assertThat(e.getMessage()).doesNotContainPattern("\\p{Cntrl}");
                });
        assertThat(fixture.store.ledger().contents().damaged()).containsExactly(record);
    }

    @Test
    void what_is_only_shown_is_shown_without_controls() throws Exception {
        write(
                "'name':'a\\u001b[2J\\u202eb','status':'##[add-path]x\\u2028y','model':'\\u0085m','attempts':-5,'percent':700");

        RenderState state = fixture.store.ledger().find(KEY).orElseThrow();

        assertThat(state.name()).isEqualTo("a [2J b");
        assertThat(state.statusWord()).get().hasToString("# #[add-path]x y");
        assertThat(state.model()).contains("m");
        assertThat(state.attempts()).isZero();
        assertThat(state.percent()).hasValue(100);
    }

    @Test
    void what_the_API_said_last_is_shown_without_controls() throws Exception {
        write("'lastReply':'a\\u001b[2J##vso[task.complete]\\u2028b','cost':{'amount':1,'unit':'\\u009b31mUSD'}");

        RenderState state = fixture.store.ledger().find(KEY).orElseThrow();

        assertThat(state.lastReply()).contains("a [2J# #vso[task.complete] b");
        assertThat(state.cost().orElseThrow().unit()).hasToString("31mUSD");
    }

    private void write(String fields) throws Exception {
        String json = "{'schema':1,'key':'" + KEY + "','phase':'WAITING','api':'openai'";
        for (String other : new String[] {"'name':'a'", "'endpoint':'https://api.example'", "'jobId':'job-1'"}) {
            if (!fields.contains(other.substring(0, other.indexOf(':')))) {
                json += "," + other;
            }
        }
        Files.writeString(record, (json + "," + fields + "}").replace('\'', '"'));
    }
}
