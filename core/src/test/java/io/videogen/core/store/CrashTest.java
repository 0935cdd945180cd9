package io.videogen.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.engine.Phase;
import io.videogen.core.file.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they work; more of them with {@code -Dvideogen.kills=200}. */
class CrashTest {

    private static final int KILLS = Integer.getInteger("videogen.kills", 8);
    private static final long SEED = 20_261_122L;

    @TempDir
    private Path directory;

    @Test
    void whenever_a_process_is_killed_all_that_is_on_disk_is_whole() throws IOException {
        Random random = new Random(SEED);
        Set<Integer> kept = new TreeSet<>();
        for (int kill = 0; kill < KILLS; kill++) {
            try (ForkedJvm jvm = ForkedJvm.start("render", directory.toString(), Long.toString(random.nextLong()))) {
                int steps = 1 + random.nextInt(60);
                for (int step = 0; step < steps; step++) {
                    String line = jvm.readLine();
                    assertThat(line).as("step " + step + " of process " + kill).isNotNull();
                    if (line.startsWith("kept ")) {
                        kept.add(Integer.valueOf(line.substring(5)));
                    }
                }
            }
            check(kept, kill);
        }
        assertThat(kept).isNotEmpty();
    }

    private void check(Set<Integer> kept, int kill) throws IOException {
        StoreFixture fixture = new StoreFixture(directory);
        ClipStore store = fixture.store;
        assertThat(store.ledger().contents().damaged()).isEmpty();
        for (int number = 0; number < ForkedStore.KEYS; number++) {
            String key = StoreFixture.key(number);
            boolean finished = store.ledger()
                    .find(key)
                    .filter(state -> state.phase() == Phase.DONE)
                    .isPresent();
            // Every second time the next process finds the remains instead.
            if (finished && kill % 2 == 0) {
                try (KeyLock lock = store.tryLock(key).orElseThrow()) {
                    ForkedStore.finish(store, lock.key());
                }
                finished = false;
                kept.add(number);
            }
            var clip = store.find(key);
            if (kept.contains(number) && !finished) {
                assertThat(clip).as("clip " + number + " that was paid").isPresent();
            }
            if (clip.isPresent()) {
                StoredFile file = clip.get().videos().get(0);
                assertThat(Sha256.of(file.path())).isEqualTo(file.file().sha256());
            }
            try (KeyLock lock = store.tryLock(key).orElseThrow()) {
                assertThat(lock.key()).isEqualTo(key);
            }
        }
        assertThat(fixture.warnings).isEmpty();
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "limits the size of files with bash")
    void a_record_that_does_not_fit_on_the_disk_leaves_the_old_one_and_nothing_else() throws IOException {
        String key = StoreFixture.key(1);
        try (ForkedJvm jvm = ForkedJvm.startWithFileLimit(20, "fill", directory.toString(), key)) {
            assertThat(jvm.readLine()).isEqualTo("STORAGE small");
        }
        assertThat(directory.resolve("jobs")).isDirectoryNotContaining("glob:**.tmp");
    }
}
