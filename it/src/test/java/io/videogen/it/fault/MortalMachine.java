package io.videogen.it.fault;

import io.videogen.core.batch.ArtifactFetcher;
import io.videogen.core.batch.BatchListener;
import io.videogen.core.batch.BatchReport;
import io.videogen.core.batch.BatchSettings;
import io.videogen.core.batch.HttpRemote;
import io.videogen.core.batch.Remote;
import io.videogen.core.batch.VideoBatch;
import io.videogen.core.batch.VideoTask;
import io.videogen.core.http.Endpoint;
import io.videogen.core.http.HttpSettings;
import io.videogen.core.remote.CancelOutcome;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.Lookup;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.shared.OpenedFile;
import io.videogen.core.shared.SharedStorage;
import io.videogen.core.shared.StorageTroubleException;
import io.videogen.core.shared.Versioned;
import io.videogen.core.shared.WriteOutcome;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A machine that dies after so many requests to the store and the API: it sends nothing any more, and hears no reply to
 * what it has just sent. What it has on disk is never seen again.
 */
final class MortalMachine {

    private final AtomicInteger requestsLeft;
    private volatile VideoBatch batch;

    /** @param requests that it lives for */
    MortalMachine(int requests) {
        requestsLeft = new AtomicInteger(requests);
    }

    boolean isDead() {
        return requestsLeft.get() < 0;
    }

    /** Nothing when it died on the way. */
    Optional<BatchReport> run(BatchSettings settings, List<VideoTask> tasks) {
        Endpoint endpoint = settings.endpoint().orElseThrow();
        batch = new VideoBatch(
                settings,
                () -> remote(new HttpRemote(settings, endpoint, Optional.empty(), HttpSettings.defaults())),
                new BatchListener() {},
                Clock.systemUTC());
        BatchReport report = batch.run(tasks);
        return isDead() ? Optional.empty() : Optional.of(report);
    }

    private interface Call<T, E extends Exception> {
        T make() throws E;
    }

    /** One request; nothing when the machine dies before it leaves, or before its reply is heard. */
    private <T, E extends Exception> Optional<T> heard(Call<T, E> call) throws E {
        if (diesNow()) {
            return Optional.empty();
        }
        T reply = call.make();
        return diesNow() ? Optional.empty() : Optional.of(reply);
    }

    private boolean diesNow() {
        boolean dead = requestsLeft.decrementAndGet() < 0;
        if (dead) {
            // The threads of a process that was killed do not go on either.
            batch.interrupt();
        }
        return dead;
    }

    private static StorageTroubleException dead() {
        return new StorageTroubleException("the machine is dead", null);
    }

    /** The storage as this machine reaches it. */
    SharedStorage storage(SharedStorage storage) {
        return new SharedStorage() {
            @Override
            public Optional<Versioned> read(String name) throws StorageTroubleException {
                return heard(() -> storage.read(name)).orElseThrow(MortalMachine::dead);
            }

            @Override
            public WriteOutcome claim(String name, byte[] content) {
                return heard(() -> storage.claim(name, content)).orElse(new WriteOutcome.Unknown("dead"));
            }

            @Override
            public WriteOutcome replace(String name, String version, byte[] content) {
                return heard(() -> storage.replace(name, version, content)).orElse(new WriteOutcome.Unknown("dead"));
            }

            @Override
            public List<String> list(String prefix) throws StorageTroubleException {
                return heard(() -> storage.list(prefix)).orElseThrow(MortalMachine::dead);
            }

            @Override
            public void put(String name, Path file) throws StorageTroubleException {
                heard(() -> {
                            storage.put(name, file);
                            return true;
                        })
                        .orElseThrow(MortalMachine::dead);
            }

            @Override
            public Optional<OpenedFile> open(String name) throws StorageTroubleException {
                return heard(() -> storage.open(name)).orElseThrow(MortalMachine::dead);
            }

            @Override
            public void close() {
                // It is the test's.
            }
        };
    }

    private Remote remote(Remote remote) {
        return new Remote() {
            @Override
            public Endpoint endpoint() {
                return remote.endpoint();
            }

            @Override
            public RemoteJobs jobs() {
                return MortalMachine.this.jobs(remote.jobs());
            }

            @Override
            public ArtifactFetcher artifacts() {
                return (location, kind, part, most) -> heard(
                                () -> remote.artifacts().fetch(location, kind, part, most))
                        .orElseThrow(InterruptedException::new);
            }

            @Override
            public void close() {
                remote.close();
            }
        };
    }

    private RemoteJobs jobs(RemoteJobs jobs) {
        return new RemoteJobs() {
            @Override
            public CreateOutcome create(VideoRequest request, String submission) throws InterruptedException {
                return heard(() -> jobs.create(request, submission)).orElseThrow(InterruptedException::new);
            }

            @Override
            public PollOutcome poll(VideoRequest request, String jobId) throws InterruptedException {
                return heard(() -> jobs.poll(request, jobId)).orElseThrow(InterruptedException::new);
            }

            @Override
            public LookupOutcome lookUp(VideoRequest request, Lookup lookup) throws InterruptedException {
                return heard(() -> jobs.lookUp(request, lookup)).orElseThrow(InterruptedException::new);
            }

            @Override
            public CancelOutcome cancel(VideoRequest request, String jobId) throws InterruptedException {
                return heard(() -> jobs.cancel(request, jobId)).orElseThrow(InterruptedException::new);
            }
        };
    }
}
