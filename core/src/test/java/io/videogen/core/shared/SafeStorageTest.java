package io.videogen.core.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.VideogenException;
import io.videogen.core.shared.MemoryStorage.Trouble;
import io.videogen.core.shared.SafeStorage.Result;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafeStorageTest {

    private static final byte[] OURS = "ours".getBytes(StandardCharsets.UTF_8);
    private static final byte[] NEXT = "next".getBytes(StandardCharsets.UTF_8);
    private static final byte[] THEIRS = "theirs".getBytes(StandardCharsets.UTF_8);

    private final MemoryStorage memory = new MemoryStorage();
    private final List<Duration> pauses = new ArrayList<>();
    private final SafeStorage storage = new SafeStorage(() -> memory, pauses::add);

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"NONE", "LOST_REQUEST", "LOST_REPLY", "REPEATED", "BUSY"})
    void whatever_one_write_meets_its_outcome_is_found_out(Trouble trouble) throws InterruptedException {
        once("claim", trouble);
        Result.Won claimed = (Result.Won) storage.claim("a", OURS);
        assertThat(memory.text("a")).hasValue("ours");

        once("replace", trouble);
        assertThat(storage.replace("a", claimed.written().version(), NEXT)).isInstanceOf(Result.Won.class);
        assertThat(memory.text("a")).hasValue("next");
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"NONE", "LOST_REQUEST", "LOST_REPLY", "BUSY"})
    void another_ones_object_is_never_taken_for_ours(Trouble trouble) throws InterruptedException {
        Result.Won before = (Result.Won) storage.claim("a", OURS);
        memory.replace("a", before.written().version(), THEIRS);

        once("claim", trouble);
        assertThat(storage.claim("a", NEXT)).isInstanceOf(Result.Lost.class);
        once("replace", trouble);
        Result.Lost lost = (Result.Lost) storage.replace("a", before.written().version(), NEXT);

        assertThat(lost.present().orElseThrow().content()).isEqualTo(THEIRS);
        assertThat(memory.text("a")).hasValue("theirs");
    }

    @Test
    void an_object_that_vanished_is_lost() throws InterruptedException {
        Result.Won before = (Result.Won) storage.claim("a", OURS);
        memory.remove("a");

        Result.Lost lost = (Result.Lost) storage.replace("a", before.written().version(), NEXT);

        assertThat(lost.present()).isEmpty();
        assertThat(memory.text("a")).isEmpty();
    }

    @Test
    void a_storage_that_stays_silent_is_given_up_with_an_error() {
        memory.weather = (call, name) -> Trouble.LOST_REQUEST;

        assertThatThrownBy(() -> storage.claim("a", OURS))
                .isInstanceOfSatisfying(VideogenException.class, error -> assertThat(error.code())
                        .isEqualTo("shared_store_unreachable"))
                .hasMessageContaining("\"a\"");
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void a_write_that_is_busy_for_ever_is_given_up() {
        memory.weather = (call, name) -> call.equals("claim") ? Trouble.BUSY : Trouble.NONE;

        assertThatThrownBy(() -> storage.claim("a", OURS)).hasMessageContaining("under way again and again");
    }

    private void once(String call, Trouble trouble) {
        Deque<Trouble> left = new ArrayDeque<>(List.of(trouble));
        memory.weather = (made, name) -> made.equals(call) && !left.isEmpty() ? left.pop() : Trouble.NONE;
    }
}
