package io.videogen.core.batch;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import io.videogen.core.engine.Engine;
import io.videogen.core.engine.PollSchedule;
import io.videogen.core.output.OutputFolder;
import io.videogen.core.poll.FileLengthHistory;
import io.videogen.core.poll.LearningSchedule;
import io.videogen.core.poll.LengthHistory;
import io.videogen.core.remote.ListPolling;
import io.videogen.core.remote.ListedJobs;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.store.ClipStore;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** The remote side of a run, opened when it is first needed. */
final class RemoteSide {

    /** What is there once it is open. */
    record Open(Remote remote, StoreSink sink, Engine engine) {}

    private final RemoteFactory factory;
    private final ClipStore store;
    private final OutputFolder output;
    private final Consumer<String> warnings;
    private final BatchSettings settings;
    private final Clock clock;
    private volatile Open open;
    private volatile boolean closed;
    private VideogenException failure;

    RemoteSide(
            RemoteFactory factory,
            ClipStore store,
            OutputFolder output,
            Consumer<String> warnings,
            BatchSettings settings,
            Clock clock) {
        this.factory = factory;
        this.store = store;
        this.output = output;
        this.warnings = warnings;
        this.settings = settings;
        this.clock = clock;
    }

    Open open() throws InterruptedException {
        Open present = open;
        return present == null ? openOnce() : present;
    }

    private synchronized Open openOnce() throws InterruptedException {
        if (open != null) {
            return open;
        }
        if (failure != null) {
            throw failure;
        }
        if (closed) {
            throw new InterruptedException("the run is over");
        }
        Remote remote;
        try {
            remote = factory.open();
        } catch (VideogenException e) {
            failure = e;
            throw e;
        } catch (RuntimeException e) {
            failure = VideogenException.of(ErrorKind.UNREACHABLE, "remote_not_opened", e)
                    .says("The client could not be set up: %s.", e);
            throw failure;
        }
        StoreSink sink = new StoreSink(store, output, remote.artifacts(), warnings);
        Engine engine = new Engine(jobs(remote), schedule(), settings.pollInterval(), clock, new Random());
        open = new Open(remote, sink, engine);
        if (closed) {
            remote.close();
        }
        return open;
    }

    /** A preview is near, and each of its clips is drawn for itself. */
    private RemoteJobs jobs(Remote remote) {
        return settings.preview()
                ? remote.jobs()
                : new ListedJobs(remote.jobs(), new ListPolling(settings.pollInterval(), clock));
    }

    /** A preview is on this machine and drawn in seconds: asking it often costs nothing, and waiting long would. */
    private PollSchedule schedule() {
        if (settings.preview()) {
            return job -> settings.pollInterval();
        }
        LengthHistory history = new FileLengthHistory(settings.cacheDirectory().resolve("lengths"));
        return new LearningSchedule(history, settings.pollInterval());
    }

    /** The sink, if the remote side was opened. */
    Optional<StoreSink> sink() {
        return Optional.ofNullable(open).map(Open::sink);
    }

    /** Closes what is open, and cancels what is under way. */
    void close() {
        closed = true;
        Open present = open;
        if (present != null) {
            present.remote().close();
        }
    }
}
