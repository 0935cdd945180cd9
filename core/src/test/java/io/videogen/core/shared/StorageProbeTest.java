package io.videogen.core.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.videogen.core.VideogenException;
import io.videogen.core.shared.MemoryStorage.Trouble;
import io.videogen.core.testing.TestClock;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageProbeTest {

    private final TestClock clock = new TestClock();

    @TempDir
    Path folder;

    @Test
    void a_storage_that_ignores_conditions_is_refused_before_anything_is_claimed() throws InterruptedException {
        Machines machines = new Machines(folder);
        machines.storage.weather = (call, name) -> ignoring(call);
        SharedEntry entry = machines.run("one", clock).entry(States.KEY);
        entry.look(false, false);

        assertThatThrownBy(() -> entry.record(States.submitting("s")))
                .isInstanceOf(VideogenException.class)
                .hasMessageContaining("memory://store")
                .hasMessageContaining("creates an object that is there already")
                .hasMessageContaining("Nothing was bought");
        assertThat(machines.storage.text("jobs/" + States.KEY + ".json")).isEmpty();
    }

    @Test
    void the_probe_runs_before_the_first_claim_of_a_machine_only() throws InterruptedException {
        Machines machines = new Machines(folder);
        SharedEntry first = machines.run("one", clock).entry(States.KEY);
        first.look(false, false);
        assertThat(probes(machines)).isZero();
        assertThat(first.record(States.submitting("s"))).isTrue();
        assertThat(probes(machines)).isPositive();

        long before = probes(machines);
        SharedEntry later = machines.run("one", clock).entry("cd".repeat(32));
        later.look(false, false);
        assertThat(machines.storage.calls.stream().filter(call -> call.startsWith("claim jobs/")))
                .hasSize(1);
        assertThat(probes(machines)).isEqualTo(before);
    }

    private static Trouble ignoring(String call) {
        return call.equals("claim") || call.equals("replace") ? Trouble.CONDITION_IGNORED : Trouble.NONE;
    }

    private static long probes(Machines machines) {
        return machines.storage.calls.stream()
                .filter(call -> call.contains(" probe/"))
                .count();
    }
}
