package io.jenkins.plugins.videogen.execution;

import static org.assertj.core.api.Assertions.assertThat;

import com.thoughtworks.xstream.XStream;
import io.jenkins.plugins.videogen.GenerateVideoStep;
import io.jenkins.plugins.videogen.shared.SharedStore;
import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.engine.SubmissionGate;
import io.videogen.core.remote.LookupOutcome;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Kills the controller between any two things that a step does, before and after each write of build.xml and of the
 * program, each request and each download, once and then once more, and starts it again from what is on disk. {@code
 * core} plays through what the render itself does then; this is its host in Jenkins, with its journal.
 */
class KilledControllerTest {
    private static final XStream XSTREAM = new XStream();

    static {
        XSTREAM.allowTypesByWildcard(new String[] {"io.jenkins.plugins.videogen.**"});
    }

    @TempDir
    Path folder;

    private enum Weather {
        CALM,
        REPLY_LOST,
        NOT_DELIVERED
    }

    @ParameterizedTest
    @CsvSource({
        "CALM,true,false",
        "CALM,false,false",
        "REPLY_LOST,true,false",
        "REPLY_LOST,false,false",
        "NOT_DELIVERED,true,false",
        "NOT_DELIVERED,false,false",
        "CALM,true,true",
        "CALM,false,true",
        "REPLY_LOST,true,true",
        "REPLY_LOST,false,true",
        "NOT_DELIVERED,true,true",
        "NOT_DELIVERED,false,true"
    })
    void paysOnceAndLosesNoJobThatTheApiLists(Weather weather, boolean listed, boolean shared) throws Exception {
        int pairs = 0;
        // What is shared is on a real disk, which takes its time.
        int stride = shared ? 23 : 3;
        boolean killed = true;
        for (int first = 0; killed; first++) {
            boolean killedAgain = true;
            for (int second = first % stride; killed && killedAgain; second += stride) {
                Controller controller =
                        new Controller(weather, listed, shared ? Optional.of(store(first, second)) : Optional.empty());
                killed = controller.isKilledAt(first);
                killedAgain = controller.isKilledAt(second);
                controller.finish("killed at " + first + ", then at " + second);
                pairs++;
            }
        }
        // A step does so much, or the kills prove nothing.
        assertThat(pairs).isGreaterThan(20);
    }

    private SharedStore store(int first, int second) {
        return new SharedStore(folder.resolve(first + "-" + second), 1 << 20, Clock.systemUTC());
    }

    /** The process of the controller dies. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A controller and its disk. */
    private static final class Controller {
        private String id = "job#" + UUID.randomUUID();
        private final FakeApi api = new FakeApi();
        private final GenerateVideoStep step = new GenerateVideoStep("A cat on a beach");
        private final boolean listed;
        private final Optional<SharedStore> store;
        private String buildXml = XSTREAM.toXML(new BuildJobs());
        private byte[] program;
        private int untilKill;

        Controller(Weather weather, boolean listed, Optional<SharedStore> store) throws IOException {
            this.listed = listed;
            this.store = store;
            step.setEndpoint("https://gateway.example.com");
            program = bytes(new RenderProgress(
                    Clock.systemUTC().millis() + Duration.ofMinutes(30).toMillis()));
            api.prefix = UUID.randomUUID() + "_";
            api.replyLost = weather == Weather.REPLY_LOST;
            api.unreachable = weather == Weather.NOT_DELIVERED ? 2 : 0;
            api.between = this::maybeKill;
        }

        /** Plays up to a kill; false if the step came to its end before. */
        boolean isKilledAt(int callback) throws Exception {
            untilKill = callback;
            try {
                play();
                return false;
            } catch (Killed e) {
                return true;
            } catch (VideogenException e) {
                return false;
            } finally {
                untilKill = -1;
            }
        }

        void finish(String played) throws Exception {
            try {
                assertThat(play()).as(played).isEqualTo(api.prefix + "1");
            } catch (VideogenException e) {
                assertThat(e.kind()).as(played).isEqualTo(ErrorKind.UNKNOWN_OUTCOME);
                assertThat(listed && api.created.get() == 1)
                        .as("a job that is listed is found: " + played)
                        .isFalse();
            }
            assertThat(api.created.get()).as(played).isLessThanOrEqualTo(1);
            if (store.isPresent()) {
                rebuild(played);
            }
        }

        /** The next build that makes the request pays nothing either. */
        private void rebuild(String played) throws Exception {
            id = "job#" + UUID.randomUUID();
            buildXml = XSTREAM.toXML(new BuildJobs());
            program = bytes(new RenderProgress(
                    Clock.systemUTC().millis() + Duration.ofMinutes(30).toMillis()));
            try {
                assertThat(play()).as("rebuilt, " + played).isEqualTo(api.prefix + "1");
            } catch (VideogenException e) {
                assertThat(e.kind()).as("rebuilt, " + played).isEqualTo(ErrorKind.UNKNOWN_OUTCOME);
            }
            assertThat(api.created.get()).as("rebuilt, " + played).isLessThanOrEqualTo(1);
        }

        /** A process that loads the build and runs its step to the end; tells the id of the job. */
        private Object play() throws Exception {
            RenderProgress progress =
                    (RenderProgress) new ObjectInputStream(new ByteArrayInputStream(program)).readObject();
            FakeBuild build = new FakeBuild();
            build.run().id = id;
            BuildJobs jobs = (BuildJobs) XSTREAM.fromXML(buildXml);
            build.run().addAction(jobs);
            forgetMemory();
            jobs.onLoad(build.run());
            build.run().onSave = () -> {
                maybeKill();
                buildXml = XSTREAM.toXML(jobs);
                maybeKill();
            };
            build.onSave = () -> {
                maybeKill();
                program = bytes(progress);
                maybeKill();
            };
            FakeSurroundings surroundings = new FakeSurroundings(api);
            surroundings.store = store;
            VideoRender render = new VideoRender(
                    step, "demo.mp4", progress, build, surroundings.all(), Clock.systemUTC(), new SubmissionGate());
            try {
                Next next = render.step();
                while (next instanceof Next.Again) {
                    next = render.step();
                }
                return ((Next.Done) next).result().get("id");
            } finally {
                render.close();
            }
        }

        /** What is in the memory of a process ends with it. */
        private static void forgetMemory() throws ReflectiveOperationException {
            Field holders = BuildJobOwners.class.getDeclaredField("HOLDERS");
            holders.setAccessible(true);
            ((Map<?, ?>) holders.get(null)).clear();
        }

        private void maybeKill() {
            if (listed) {
                api.lookUp = api.created.get() == 0
                        ? new LookupOutcome.NoneFits()
                        : new LookupOutcome.Found(FakeApi.said(api.prefix + "1"));
            }
            if (untilKill-- == 0) {
                throw new Killed();
            }
        }
    }

    private static byte[] bytes(RenderProgress progress) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(progress);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }
}
