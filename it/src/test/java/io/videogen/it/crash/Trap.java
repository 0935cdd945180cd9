package io.videogen.it.crash;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Kills processes at the request that was chosen, whoever sends it. */
final class Trap {

    private final Moment.AtRequest moment;
    private final List<Process> victims;
    private final Runnable then;
    private final AtomicInteger requests = new AtomicInteger();

    /** @param then what follows when the victims are dead */
    Trap(Moment.AtRequest moment, List<Process> victims, Runnable then) {
        this.moment = moment;
        this.victims = victims;
        this.then = then;
    }

    /** Counts one more request; whether it is the chosen one. */
    boolean springs() {
        return requests.incrementAndGet() == moment.request();
    }

    Moment.AtRequest moment() {
        return moment;
    }

    /** Returns when they are dead. */
    void kill() {
        victims.forEach(Process::destroyForcibly);
        victims.forEach(victim -> victim.onExit().join());
        then.run();
    }

    void killLater(long millis) {
        CompletableFuture.runAsync(this::kill, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }
}
