package io.videogen.core.engine;

import io.videogen.core.remote.CancelOutcome;
import io.videogen.core.remote.CreateOutcome;
import io.videogen.core.remote.Lookup;
import io.videogen.core.remote.LookupOutcome;
import io.videogen.core.remote.PollOutcome;
import io.videogen.core.remote.RemoteJobs;
import io.videogen.core.request.VideoRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A remote side whose next answers a test sets, and that counts what it was asked. */
final class ScriptedRemote implements RemoteJobs {

    Supplier<CreateOutcome> onCreate = () -> new CreateOutcome.Unknown("not scripted");
    Supplier<PollOutcome> onPoll = () -> new PollOutcome.Transient("not scripted", java.util.Optional.empty());
    Supplier<LookupOutcome> onLookUp = () -> new LookupOutcome.NotPossible("This API has no list of jobs.");
    final List<String> createKeys = new ArrayList<>();
    /** How long each call might have taken. */
    final List<Duration> bounds = new ArrayList<>();

    int polls;
    int lookUps;

    @Override
    public RemoteJobs within(Duration longest) {
        bounds.add(longest);
        return this;
    }

    @Override
    public CreateOutcome create(VideoRequest request, String idempotencyKey) {
        createKeys.add(idempotencyKey);
        return onCreate.get();
    }

    @Override
    public PollOutcome poll(VideoRequest request, String jobId) {
        polls++;
        return onPoll.get();
    }

    @Override
    public LookupOutcome lookUp(VideoRequest request, Lookup lookup) {
        lookUps++;
        return onLookUp.get();
    }

    @Override
    public CancelOutcome cancel(VideoRequest request, String jobId) {
        return CancelOutcome.NOT_POSSIBLE;
    }
}
