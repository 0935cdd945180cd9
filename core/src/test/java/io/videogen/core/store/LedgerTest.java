package io.videogen.core.store;

import static io.videogen.core.store.StoreFixture.bytes;
import static io.videogen.core.store.StoreFixture.job;
import static io.videogen.core.store.StoreFixture.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.videogen.core.ErrorKind;
import io.videogen.core.NewerSchemaException;
import io.videogen.core.VideogenException;
import io.videogen.core.engine.RenderState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final String KEY = key(1);

    @TempDir
    private Path directory;

    private Ledger ledger;

    @BeforeEach
    void open() {
        ledger = new StoreFixture(directory).store.ledger();
    }

    @Test
    void a_saved_job_is_found_by_the_next_build_until_it_is_removed() {
        ledger.save(job(KEY, "intro", "SUBMITTING"));
        RenderState latest = job(KEY, "intro", "WAITING");
        ledger.save(latest);

        Ledger next = new StoreFixture(directory).store.ledger();
        assertThat(next.find(KEY)).contains(latest);
        next.remove(KEY);
        next.remove(KEY);
        assertThat(ledger.find(KEY)).isEmpty();
    }

    @Test
    void an_updated_job_replaces_its_record_as_a_whole() throws IOException {
        ledger.save(job(KEY, "intro", "SUBMITTING"));
        RenderState latest = job(KEY, "intro", "WAITING");
        ledger.update(latest);

        assertThat(new StoreFixture(directory).store.ledger().find(KEY)).contains(latest);
        assertThat(directory.resolve("jobs")).isDirectoryNotContaining(file -> !file.endsWith(KEY + ".json"));
    }

    @Test
    void an_interrupted_thread_still_records_the_job_it_paid_for() {
        Thread.currentThread().interrupt();
        ledger.save(job(KEY, "intro", "WAITING"));

        assertThat(ledger.find(KEY)).isPresent();
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void all_jobs_are_listed_by_name_and_damaged_records_apart() throws IOException {
        ledger.save(job(key(1), "outro", "WAITING"));
        ledger.save(job(key(2), "intro", "UNKNOWN"));
        Path damaged = Files.write(directory.resolve("jobs").resolve(key(3) + ".json"), bytes("{\"sche"));
        Files.write(directory.resolve("jobs").resolve(key(4) + ".json.1234.tmp"), bytes("half"));
        Files.write(directory.resolve("jobs").resolve("README.json"), bytes("{}"));

        assertThat(ledger.all()).extracting(RenderState::name).containsExactly("intro", "outro");
        assertThat(ledger.contents().damaged()).containsExactly(damaged);
    }

    @Test
    void a_damaged_record_is_an_error_that_names_the_file_and_never_absent() throws IOException {
        Path file = directory.resolve("jobs").resolve(KEY + ".json");
        ledger.save(job(KEY, "intro", "WAITING"));
        for (String text : new String[] {"", "{\"schema\":1", "{\"schema\":1}", "\0\0\0\0", "[]"}) {
            Files.write(file, bytes(text));
            assertStorage("damaged_job", file.toString());
        }
        Files.write(file, bytes(job(key(2), "other", "WAITING").toJson()));
        assertStorage("damaged_job", file.toString());
    }

    @Test
    void a_record_of_a_newer_version_is_an_error_that_says_so() throws IOException {
        ledger.save(job(KEY, "intro", "WAITING"));
        Path file = directory.resolve("jobs").resolve(KEY + ".json");
        Files.write(file, bytes("{\"schema\":2,\"key\":\"" + KEY + "\"}"));

        assertThatExceptionOfType(NewerSchemaException.class)
                .isThrownBy(() -> ledger.find(KEY))
                .withMessageContainingAll("newer version", file.toString());
    }

    private void assertStorage(String code, String part) {
        assertThatExceptionOfType(VideogenException.class)
                .isThrownBy(() -> ledger.find(KEY))
                .satisfies(e -> {
                    assertThat(e.kind()).isEqualTo(ErrorKind.STORAGE);
                    assertThat(e.code()).isEqualTo(code);
                    assertThat(e).hasMessageContaining(part);
                });
    }
}
