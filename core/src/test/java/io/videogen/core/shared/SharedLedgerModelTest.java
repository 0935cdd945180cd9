package io.videogen.core.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.videogen.core.VideogenException;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.shared.MemoryStorage.Trouble;
import io.videogen.core.testing.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Machines that want one clip at the same time. Before and after every call to the storage, and between the leave to
 * submit and the request, one may be paused for as long as it takes while the others go on, or die for good and come
 * back with an empty cache. Replies are lost, writes are repeated and refused, and now and then the storage is out of
 * reach for a while.
 */
class SharedLedgerModelTest {

    private static final int RUNS = Integer.getInteger("videogen.sharedModelRuns", 600);
    private static final int MACHINES = 3;
    private static final int STEPS = 40;

    @TempDir
    Path folder;

    @Test
    void however_machines_pause_and_die_a_clip_is_bought_once() {
        Outcome all = new Outcome();
        for (long seed = 0; seed < RUNS; seed++) {
            Model model = new Model(seed, true);
            model.run();
            assertThat(model.bought.size()).as("jobs bought, seed " + seed).isLessThanOrEqualTo(1);
            all.add(model);
        }
        System.out.println(RUNS + " runs of the shared ledger's model: " + all);
        assertThat(all.bought).isGreaterThan(RUNS / 2);
        assertThat(all.takenOver).isGreaterThan(RUNS / 20);
        assertThat(all.takenBack).isPositive();
        assertThat(all.unknown).isPositive();
    }

    /** Shows that the model would see a double purchase: without the rule there are some. */
    @Test
    void without_the_rule_for_a_submission_that_was_taken_over_clips_are_bought_twice() {
        boolean twice = false;
        for (long seed = 0; seed < RUNS && !twice; seed++) {
            Model model = new Model(seed, false);
            model.run();
            twice = model.bought.size() > 1;
        }
        assertThat(twice).isTrue();
    }

    private static final class Outcome {
        private int bought;
        private int kept;
        private int unknown;
        private int takenOver;
        private int takenBack;
        private int crashes;

        private void add(Model model) {
            bought += model.bought.size();
            kept += model.kept ? 1 : 0;
            unknown += model.unknown ? 1 : 0;
            takenOver += model.takenOver;
            takenBack += model.takenBack;
            crashes += model.crashes;
        }

        @Override
        public String toString() {
            return bought + " jobs bought, " + kept + " clips kept, " + unknown + " unknown, " + takenOver
                    + " take-overs, " + takenBack + " claims taken back, " + crashes + " crashes";
        }
    }

    /** Not an exception of the library: nothing may catch it. */
    private static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final class Model {
        private final Random random;
        private final boolean withRule;
        private final TestClock clock = new TestClock();
        private final Machines machines;
        private final List<Machine> all = new ArrayList<>();
        private final TreeSet<String> bought = new TreeSet<>();
        private boolean kept;
        private boolean unknown;
        private int takenOver;
        private int takenBack;
        private int crashes;
        private int caches;
        /** For how many more calls the storage is out of reach. */
        private int outage;

        private Model(long seed, boolean withRule) {
            this.random = new Random(seed);
            this.withRule = withRule;
            this.machines = new Machines(folder.resolve(withRule + "-" + seed));
            machines.enoughForList = seed % 2 == 0 ? 1 : EndNotes.ENOUGH;
            machines.storage.weather = this::weather;
            machines.storage.afterCall = this::anything;
            for (int number = 0; number < MACHINES; number++) {
                all.add(new Machine());
            }
        }

        private void run() {
            for (int step = 0; step < STEPS; step++) {
                all.get(random.nextInt(MACHINES)).step();
                clock.pass(Duration.ofSeconds(random.nextInt(30)));
            }
        }

        private Trouble weather(String call, String name) {
            anything();
            if (outage == 0 && random.nextInt(60) == 0) {
                outage = 1 + random.nextInt(30);
            }
            if (outage > 0) {
                outage--;
                return Trouble.LOST_REQUEST;
            }
            if (random.nextInt(12) > 0) {
                return Trouble.NONE;
            }
            Trouble[] some = call.equals("claim") || call.equals("replace")
                    ? new Trouble[] {Trouble.LOST_REQUEST, Trouble.LOST_REPLY, Trouble.REPEATED, Trouble.BUSY}
                    : new Trouble[] {Trouble.LOST_REQUEST};
            return some[random.nextInt(some.length)];
        }

        /** A moment at which anything may happen to who is at work. */
        private void anything() {
            int what = random.nextInt(60);
            if (what == 0) {
                crashes++;
                throw new Crash();
            }
            if (what < 4) {
                for (int steps = random.nextInt(12); steps > 0; steps--) {
                    clock.pass(Duration.ofSeconds(random.nextInt(60)));
                    all.get(random.nextInt(MACHINES)).step();
                }
            }
        }

        private final class Machine {
            private SharedEntry entry;
            private Optional<RenderState> state = Optional.empty();
            private boolean busy;

            private void step() {
                if (busy) {
                    return;
                }
                busy = true;
                try {
                    work();
                } catch (Crash e) {
                    entry = null;
                    state = Optional.empty();
                } catch (VideogenException e) {
                    // The storage was out of reach: the build ends with an error, and is run again.
                    entry = null;
                    state = Optional.empty();
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                } finally {
                    busy = false;
                }
            }

            private void work() throws InterruptedException {
                if (entry == null) {
                    // Now and then on the cache of the last run.
                    caches += random.nextInt(4) == 0 ? 0 : 1;
                    entry = machines.run("cache-" + caches, clock).entry(States.KEY);
                }
                if (state.isPresent() && (entry.isHeld() || state.get().phase() == Phase.PLANNED)) {
                    goOn(state.get());
                    return;
                }
                state = Optional.empty();
                if (entry.awaitsNews()) {
                    clock.pass(Duration.ofSeconds(2));
                    return;
                }
                switch (entry.look(false, false)) {
                    case TAKE_CLIP -> kept = true;
                    case WAIT, REPORT -> clock.pass(Duration.ofSeconds(5));
                    case TAKE_OVER -> {
                        if (entry.takeOver(entry.state().orElseThrow().reopened())) {
                            takenOver++;
                            state = entry.state();
                        }
                    }
                    case SUBMIT -> submit();
                    default -> throw new AssertionError();
                }
            }

            private void submit() throws InterruptedException {
                String submission =
                        UUID.nameUUIDFromBytes(new byte[] {(byte) random.nextInt()}) + "-" + random.nextInt();
                if (!arm(submission)) {
                    state = Optional.empty();
                    return;
                }
                state = Optional.of(States.submitting(submission));
                anything();
                if (random.nextInt(4) == 0) {
                    // It met nobody, and is tried again later, whatever the record says meanwhile.
                    entry.record(States.of(Phase.PLANNED, submission, ""));
                    state = Optional.of(States.of(Phase.PLANNED, submission, ""));
                    return;
                }
                bought.add("job-" + submission);
                anything();
                if (random.nextInt(5) > 0) {
                    save(States.waiting(submission, "job-" + submission));
                }
            }

            /** As the journal of an order does. */
            private boolean arm(String submission) throws InterruptedException {
                boolean claimed = false;
                try {
                    claimed = entry.record(States.submitting(submission));
                    if (!claimed || entry.isStillOurs()) {
                        return claimed;
                    }
                } catch (VideogenException e) {
                    takeBack(submission);
                    throw e;
                }
                takeBack(submission);
                return false;
            }

            private void takeBack(String submission) throws InterruptedException {
                takenBack++;
                try {
                    entry.withdraw(Optional.of(States.submitting(submission)));
                } catch (VideogenException e) {
                    // It stays to be told.
                    return;
                }
            }

            private void goOn(RenderState now) throws InterruptedException {
                if (random.nextInt(3) == 0) {
                    entry.beat();
                } else if (now.jobId().isPresent()) {
                    entry.keep(Clips.of(now));
                    state = Optional.empty();
                } else if (!withRule || now.phase() == Phase.PLANNED) {
                    submit();
                } else if (random.nextInt(3) == 0
                        && bought.contains("job-" + now.submission().orElseThrow())) {
                    save(States.waiting(
                            now.submission().get(), "job-" + now.submission().get()));
                } else {
                    unknown = true;
                    entry.letGo(Optional.of(
                            States.of(Phase.UNKNOWN, now.submission().orElseThrow(), "")));
                    state = Optional.empty();
                }
            }

            private void save(RenderState next) throws InterruptedException {
                state = entry.record(next) ? Optional.of(next) : Optional.empty();
            }
        }
    }
}
