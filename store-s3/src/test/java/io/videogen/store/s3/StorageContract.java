package io.videogen.store.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.shared.AccessKeys;
import io.videogen.core.shared.OpenedFile;
import io.videogen.core.shared.SharedStorage;
import io.videogen.core.shared.StorageTroubleException;
import io.videogen.core.shared.Versioned;
import io.videogen.core.shared.WriteOutcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every storage must do, whoever wrote it. */
abstract class StorageContract {

    private static final int RACERS = 20;
    private static final int ROUNDS = 10;

    @TempDir
    Path folder;

    private SharedStorage storage;

    /** A store in which nothing is yet. */
    abstract String location();

    AccessKeys keys() {
        return new AccessKeys("key", "secret");
    }

    @BeforeEach
    final void open() {
        storage = new S3StorageProvider().open(location(), Optional.of(keys()));
    }

    @AfterEach
    final void closeStorage() {
        storage.close();
    }

    @Test
    void what_was_created_is_read_and_is_not_created_again() throws StorageTroubleException {
        assertThat(storage.read("jobs/a.json")).isEmpty();

        WriteOutcome first = storage.claim("jobs/a.json", bytes("one"));

        assertThat(first).isInstanceOf(WriteOutcome.Written.class);
        assertThat(storage.claim("jobs/a.json", bytes("two"))).isNotInstanceOf(WriteOutcome.Written.class);
        Versioned read = storage.read("jobs/a.json").orElseThrow();
        assertThat(read.content()).isEqualTo(bytes("one"));
        assertThat(read.version()).isEqualTo(((WriteOutcome.Written) first).version());
    }

    @Test
    void only_the_version_that_is_there_is_replaced() throws StorageTroubleException {
        String first = ((WriteOutcome.Written) storage.claim("jobs/a.json", bytes("one"))).version();

        WriteOutcome second = storage.replace("jobs/a.json", first, bytes("two"));

        assertThat(second).isInstanceOf(WriteOutcome.Written.class);
        assertThat(storage.replace("jobs/a.json", first, bytes("three"))).isNotInstanceOf(WriteOutcome.Written.class);
        String latest = ((WriteOutcome.Written) second).version();
        assertThat(storage.replace("jobs/a.json", latest, bytes("four"))).isInstanceOf(WriteOutcome.Written.class);
        assertThat(storage.read("jobs/a.json").orElseThrow().content()).isEqualTo(bytes("four"));
    }

    @Test
    void nothing_is_not_replaced() throws StorageTroubleException {
        assertThat(storage.replace("jobs/a.json", "\"0123456789abcdef0123456789abcdef\"", bytes("one")))
                .isInstanceOf(WriteOutcome.Refused.class);
        assertThat(storage.read("jobs/a.json")).isEmpty();
    }

    @Test
    void files_come_back_as_they_went() throws Exception {
        byte[] content = new byte[300_000];
        new Random(1).nextBytes(content);
        Path file = Files.write(folder.resolve("clip.mp4"), content);
        assertThat(storage.open("files/x.mp4")).isEmpty();
        storage.put("files/x.mp4", file);
        storage.put("files/x.mp4", file);

        try (OpenedFile back = storage.open("files/x.mp4").orElseThrow()) {
            assertThat(back.bytes()).hasValue(content.length);
            assertThat(back.content().readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void a_file_may_be_left_before_its_end() throws Exception {
        storage.put("files/x.mp4", Files.write(folder.resolve("clip.mp4"), new byte[3_000_000]));
        for (int time = 0; time < 20; time++) {
            try (OpenedFile back = storage.open("files/x.mp4").orElseThrow()) {
                assertThat(back.content().readNBytes(10)).hasSize(10);
            }
        }
        assertThat(storage.list("files/")).hasSize(1);
    }

    @Test
    void a_list_names_what_begins_so() throws StorageTroubleException {
        storage.claim("jobs/b.json", bytes("b"));
        storage.claim("jobs/a.json", bytes("a"));
        storage.claim("claims/https~3a/x", bytes("x"));

        assertThat(storage.list("jobs/")).containsExactlyInAnyOrder("jobs/a.json", "jobs/b.json");
        assertThat(storage.list("nothing/")).isEmpty();
    }

    @Test
    void names_of_claims_are_kept_as_they_are() throws StorageTroubleException {
        String name = "claims/https~3a~2f~2fgateway~2eexample~2ecom/video_~e2~82~ac";

        storage.claim(name, bytes("x"));

        assertThat(storage.read(name)).isPresent();
        assertThat(storage.list("claims/")).containsExactly(name);
    }

    @Test
    void of_many_that_create_at_once_one_succeeds() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String name = "jobs/" + UUID.randomUUID();
            List<WriteOutcome> outcomes = race(content -> storage.claim(name, content));
            assertThat(winners(outcomes)).as("round " + round + ": " + outcomes).isLessThanOrEqualTo(1);
            assertThat(storage.read(name)).isPresent();
        }
    }

    /** Where a server keeps replacements apart; S3Proxy does not. */
    @Test
    void of_many_that_replace_at_once_one_succeeds() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String name = "jobs/" + UUID.randomUUID();
            String base = ((WriteOutcome.Written) storage.claim(name, bytes("base"))).version();
            List<WriteOutcome> outcomes = race(content -> storage.replace(name, base, content));
            assertThat(winners(outcomes)).as("round " + round + ": " + outcomes).isLessThanOrEqualTo(1);
            assertThat(storage.read(name).orElseThrow().content()).isNotEqualTo(bytes("base"));
        }
    }

    private interface Racer {
        WriteOutcome run(byte[] content);
    }

    private List<WriteOutcome> race(Racer racer) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(RACERS);
        try {
            CyclicBarrier barrier = new CyclicBarrier(RACERS);
            List<Future<WriteOutcome>> running = new ArrayList<>();
            for (Callable<WriteOutcome> one : IntStream.range(0, RACERS)
                    .<Callable<WriteOutcome>>mapToObj(number -> () -> {
                        barrier.await();
                        return racer.run(bytes("racer " + number + " " + UUID.randomUUID()));
                    })
                    .toList()) {
                running.add(threads.submit(one));
            }
            List<WriteOutcome> outcomes = new ArrayList<>();
            for (Future<WriteOutcome> one : running) {
                outcomes.add(one.get());
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long winners(List<WriteOutcome> outcomes) {
        return outcomes.stream().filter(WriteOutcome.Written.class::isInstance).count();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
