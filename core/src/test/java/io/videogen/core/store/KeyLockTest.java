package io.videogen.core.store;

import static io.videogen.core.store.StoreFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyLockTest {

    private static final String KEY = key(1);

    /** A key whose lock lies in the same file. */
    private static final String NEIGHBOUR = KEY.substring(0, 1) + key(2).substring(1);

    @TempDir
    private Path directory;

    private ClipStore store;

    @BeforeEach
    void open() {
        store = new StoreFixture(directory).store;
    }

    @Test
    void one_key_has_one_holder_and_others_are_free() {
        try (KeyLock lock = store.tryLock(KEY).orElseThrow()) {
            assertThat(lock.key()).isEqualTo(KEY);
            assertThat(store.tryLock(KEY)).isEmpty();
            assertThat(new StoreFixture(directory).store.tryLock(KEY)).isEmpty();
            try (KeyLock other = store.tryLock(key(2)).orElseThrow()) {
                assertThat(other.key()).isEqualTo(key(2));
            }
        }
        try (KeyLock again = store.tryLock(KEY).orElseThrow()) {
            assertThat(again.key()).isEqualTo(KEY);
        }
    }

    @Test
    void closing_twice_does_not_free_the_next_holder() {
        KeyLock first = store.tryLock(KEY).orElseThrow();
        first.close();
        try (KeyLock second = store.tryLock(KEY).orElseThrow()) {
            first.close();
            assertThat(second.key()).isEqualTo(KEY);
            assertThat(store.tryLock(KEY)).isEmpty();
        }
    }

    @Test
    void of_many_threads_one_gets_the_key() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Optional<KeyLock>>> attempts = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                attempts.add(() -> store.tryLock(KEY));
            }
            List<KeyLock> winners = new ArrayList<>();
            for (Future<Optional<KeyLock>> attempt : threads.invokeAll(attempts)) {
                attempt.get().ifPresent(winners::add);
            }
            assertThat(winners).hasSize(1);
            winners.forEach(KeyLock::close);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void ten_thousand_keys_are_held_at_once_through_a_few_files() throws IOException {
        List<KeyLock> locks = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            locks.add(store.tryLock(key(i)).orElseThrow());
        }

        assertThat(store.tryLock(key(9_999))).isEmpty();
        assertThat(CacheLayout.list(directory.resolve("locks"))).hasSize(16);
        locks.forEach(KeyLock::close);
        try (KeyLock again = store.tryLock(key(9_999)).orElseThrow()) {
            assertThat(again.key()).isEqualTo(key(9_999));
        }
    }

    @Test
    void an_interrupted_thread_gets_its_lock_and_others_keep_theirs() throws IOException {
        try (KeyLock lock = store.tryLock(KEY).orElseThrow()) {
            Thread.currentThread().interrupt();
            try (KeyLock other = store.tryLock(NEIGHBOUR).orElseThrow()) {
                assertThat(other.key()).isEqualTo(NEIGHBOUR);
            }
            assertThat(Thread.interrupted()).isTrue();
            assertThat(probe(lock.key())).isEqualTo("held");
        }
    }

    @Test
    void a_lock_that_was_dropped_stays_held() throws IOException {
        assertThat(store.tryLock(KEY)).isPresent();
        System.gc();

        assertThat(store.tryLock(KEY)).isEmpty();
        assertThat(probe(KEY)).isEqualTo("held");
    }

    @Test
    void a_lock_file_that_was_removed_does_not_let_a_second_holder_in() throws IOException {
        try (KeyLock lock = store.tryLock(KEY).orElseThrow()) {
            DurableFiles.deleteTree(directory.resolve("locks"));

            assertThat(store.tryLock(lock.key())).isEmpty();
            try (KeyLock other = store.tryLock(NEIGHBOUR).orElseThrow()) {
                assertThat(probe(other.key())).isEqualTo("held");
            }
        }
    }

    @Test
    void a_holder_in_another_class_realm_excludes_this_one_even_after_realms_went() throws Exception {
        try (URLClassLoader realm = realm();
                AutoCloseable there = lockIn(realm, KEY).orElseThrow()) {
            assertThat(there).isNotInstanceOf(KeyLock.class);
            assertThat(store.tryLock(KEY)).isEmpty();
            assertThat(probe(KEY)).isEqualTo("held");
        }
        try (KeyLock here = store.tryLock(KEY).orElseThrow()) {
            visitFromARealmThatGoes();
            System.gc();

            assertThat(probe(here.key())).isEqualTo("held");
        }
        assertThat(probe(KEY)).isEqualTo("free");
    }

    private void visitFromARealmThatGoes() throws Exception {
        try (URLClassLoader realm = realm()) {
            assertThat(lockIn(realm, KEY)).isEmpty();
            lockIn(realm, NEIGHBOUR).orElseThrow().close();
        }
    }

    @Test
    void a_holder_in_another_process_excludes_this_one_until_it_dies() throws IOException {
        try (ForkedJvm holder = ForkedJvm.start("hold", directory.toString(), KEY)) {
            assertThat(holder.readLine()).isEqualTo("held");
            assertThat(store.tryLock(KEY)).isEmpty();
            try (KeyLock other = store.tryLock(key(2)).orElseThrow()) {
                assertThat(other.key()).isEqualTo(key(2));
            }
        }
        try (KeyLock lock = store.tryLock(KEY).orElseThrow()) {
            assertThat(probe(lock.key())).isEqualTo("held");
        }
        assertThat(probe(KEY)).isEqualTo("free");
    }

    private String probe(String key) throws IOException {
        try (ForkedJvm jvm = ForkedJvm.start("probe", directory.toString(), key)) {
            return jvm.readLine();
        }
    }

    private static URLClassLoader realm() {
        return new URLClassLoader(ForkedJvm.classPath().toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private Optional<AutoCloseable> lockIn(ClassLoader realm, String key) throws ReflectiveOperationException {
        Class<?> type = realm.loadClass(ClipStore.class.getName());
        Consumer<String> warnings = text -> {
            throw new AssertionError(text);
        };
        Object other = type.getMethod("open", Path.class, Clock.class, Consumer.class)
                .invoke(null, directory, Clock.systemUTC(), warnings);
        return ((Optional<?>) type.getMethod("tryLock", String.class).invoke(other, key))
                .map(AutoCloseable.class::cast);
    }
}
