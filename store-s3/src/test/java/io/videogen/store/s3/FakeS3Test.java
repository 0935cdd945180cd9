package io.videogen.store.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.VideogenException;
import io.videogen.core.artifact.ArtifactKind;
import io.videogen.core.download.DownloadOutcome;
import io.videogen.core.download.StreamedFile;
import io.videogen.core.shared.OpenedFile;
import io.videogen.core.shared.SharedStorage;
import io.videogen.core.shared.StorageTroubleException;
import io.videogen.core.shared.WriteOutcome;
import io.videogen.store.s3.FakeS3.Fault;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract, and what only a scripted server can do. */
class FakeS3Test extends StorageContract {

    private final FakeS3 server;

    FakeS3Test() throws IOException {
        server = new FakeS3();
    }

    @Override
    String location() {
        return server.location("team/videos");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SharedStorage opened() {
        return new S3StorageProvider().open(location(), Optional.of(keys()));
    }

    @ParameterizedTest
    @CsvSource({
        "LOST_REQUEST, Unknown",
        "LOST_REPLY, Unknown",
        "ERROR_BEFORE, Unknown",
        "ERROR_AFTER, Unknown",
        "SLOW_DOWN, Unknown",
        "CONFLICT, Busy",
        "PRECONDITION_FAILED, Refused"
    })
    void one_request_is_sent_and_its_outcome_is_what_the_server_told(Fault fault, String outcome) {
        try (SharedStorage storage = opened()) {
            server.script((method, key) -> method.equals("PUT") ? fault : Fault.NONE);

            assertThat(storage.claim("jobs/a.json", bytes("one")).getClass().getSimpleName())
                    .isEqualTo(outcome);
            assertThat(server.requests()).containsExactly("PUT team/videos/jobs/a.json");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST_REQUEST", "ERROR_BEFORE", "SLOW_DOWN"})
    void a_read_that_fails_is_trouble_and_never_absence(Fault fault) {
        try (SharedStorage storage = opened()) {
            server.script((method, key) -> fault);

            assertThatThrownBy(() -> storage.read("jobs/a.json")).isInstanceOf(StorageTroubleException.class);
            assertThatThrownBy(() -> storage.list("jobs/")).isInstanceOf(StorageTroubleException.class);
        }
    }

    @Test
    void a_reply_that_breaks_off_is_trouble() throws Exception {
        try (SharedStorage storage = opened()) {
            storage.claim("jobs/a.json", bytes("a record of some length"));
            server.script((method, key) -> Fault.LOST_REPLY);

            assertThatThrownBy(() -> storage.read("jobs/a.json")).isInstanceOf(StorageTroubleException.class);
            try (OpenedFile file = storage.open("jobs/a.json").orElseThrow()) {
                assertThat(StreamedFile.take(
                                file.content(), file.bytes().orElseThrow(), ArtifactKind.VIDEO, folder.resolve("x")))
                        .isInstanceOf(DownloadOutcome.Transient.class);
            }
        }
    }

    @Test
    void without_leave_to_list_an_absent_object_is_403_and_the_error_says_what_to_do() {
        try (SharedStorage storage = opened()) {
            server.script((method, key) -> Fault.FORBIDDEN);

            assertThatThrownBy(() -> storage.read("jobs/a.json"))
                    .isInstanceOf(VideogenException.class)
                    .hasMessageContaining("s3://clips/team/videos/")
                    .hasMessageContaining("status 403, AccessDenied")
                    .hasMessageContaining("s3:ListBucket");
        }
    }

    @Test
    void a_server_without_conditional_writes_is_refused() {
        try (SharedStorage storage = opened()) {
            server.script((method, key) -> Fault.NOT_IMPLEMENTED);

            assertThatThrownBy(() -> storage.claim("jobs/a.json", bytes("one")))
                    .isInstanceOfSatisfying(VideogenException.class, error -> assertThat(error.code())
                            .isEqualTo("shared_store_unfit"))
                    .hasMessageContaining("Nothing was bought");
        }
    }

    @Test
    void a_clock_that_is_an_hour_off_is_named() {
        try (SharedStorage storage = opened()) {
            server.clock(Clock.fixed(Instant.now().plus(Duration.ofHours(1)), ZoneOffset.UTC));

            assertThatThrownBy(() -> storage.claim("jobs/a.json", bytes("one")))
                    .isInstanceOf(VideogenException.class)
                    .hasMessageContaining("clock");
        }
    }

    @Test
    void a_server_that_knows_versions_without_quotes_alone_is_understood() throws StorageTroubleException {
        try (SharedStorage storage = opened()) {
            server.quotesMatter();
            String first = ((WriteOutcome.Written) storage.claim("jobs/a.json", bytes("one"))).version();

            WriteOutcome second = storage.replace("jobs/a.json", first, bytes("two"));
            assertThat(second).isInstanceOf(WriteOutcome.Written.class);

            server.forgetRequests();
            String version = ((WriteOutcome.Written) second).version();
            assertThat(storage.replace("jobs/a.json", version, bytes("three")))
                    .isInstanceOf(WriteOutcome.Written.class);
            assertThat(server.requests()).hasSize(1);
            assertThat(storage.replace("jobs/a.json", first, bytes("four"))).isInstanceOf(WriteOutcome.Refused.class);
            assertThat(storage.read("jobs/a.json").orElseThrow().content()).isEqualTo(bytes("three"));
        }
    }

    @Test
    void thousands_of_names_are_listed_to_the_end() throws StorageTroubleException {
        try (SharedStorage storage = opened()) {
            for (int number = 0; number < 2500; number++) {
                server.put("team/videos/jobs/" + number, bytes("x"));
            }

            assertThat(storage.list("jobs/")).hasSize(2500);
        }
    }

    @Test
    void an_object_that_is_no_record_is_not_read_to_its_end() {
        try (SharedStorage storage = opened()) {
            server.put("team/videos/jobs/a.json", new byte[2 << 20]);

            assertThatThrownBy(() -> storage.read("jobs/a.json"))
                    .isInstanceOf(VideogenException.class)
                    .hasMessageContaining("no record of ours");
        }
    }
}
