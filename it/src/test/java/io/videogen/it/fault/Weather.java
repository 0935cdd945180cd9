package io.videogen.it.fault;

import io.videogen.preview.PreviewServer;
import io.videogen.preview.fault.ConnectionFault;
import io.videogen.preview.fault.FaultPlan;
import io.videogen.preview.http.Reply;
import io.videogen.preview.script.Fault;
import io.videogen.preview.script.Faults;
import io.videogen.preview.script.Operation;
import io.videogen.preview.script.ReplyMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** What goes wrong in one run; all of it follows from the seed. */
final class Weather {

    /** Modes in which the API delivers in the end. */
    private static final ReplyMode[] MODES = {
        ReplyMode.AS_DOCUMENTED,
        ReplyMode.AS_DOCUMENTED,
        ReplyMode.CONTENT_RESUMABLE,
        ReplyMode.CONTENT_REDIRECT,
        ReplyMode.SIGNED_URL_EXPIRED,
        ReplyMode.OK_HTML_ON_STATUS,
        ReplyMode.NOT_FOUND_AFTER_CREATE,
        ReplyMode.RATE_LIMITED_SECONDS,
        ReplyMode.RATE_LIMITED_BARE,
        ReplyMode.CREATE_REPLY_LOST,
        ReplyMode.GZIP
    };

    private static final int[] ERRORS = {500, 502, 503, 504, 520, 408, 429};

    private final long seed;
    private final Random random;
    private final Clock clock;
    private final double badConnections;
    private final double badReplies;
    private final Instant stormBegins;
    private final Instant stormEnds;
    private final AtomicInteger stalls;
    private volatile boolean over;

    Weather(long seed, Clock clock) {
        this.seed = seed;
        this.clock = clock;
        this.random = new Random(seed);
        // Neighbouring seeds begin alike.
        random.nextLong();
        this.badConnections = random.nextDouble() * 0.6;
        this.badReplies = random.nextInt(3) == 0 ? random.nextDouble() * 0.5 : 0.0;
        boolean storm = random.nextInt(3) == 0;
        this.stormBegins = clock.instant().plusSeconds(random.nextInt(60));
        this.stormEnds = storm ? stormBegins.plusSeconds(random.nextInt(600)) : stormBegins;
        // A stall costs real time until it is cut.
        this.stalls = new AtomicInteger(random.nextInt(40) == 0 ? 1 : 0);
    }

    /** Draws what else a run needs. */
    Random random() {
        return random;
    }

    /** Nothing goes wrong from now on. */
    void clear(PreviewServer server) {
        over = true;
        server.script().mode(ReplyMode.AS_DOCUMENTED);
    }

    /** @param created takes the prompt of each job that is made */
    void script(PreviewServer server, Consumer<String> created) {
        server.script().mode(MODES[random.nextInt(MODES.length)]).pollsUntilDone(random.nextInt(4));
        for (Operation operation : Operation.values()) {
            Random drawn = new Random(seed * 31 + operation.ordinal());
            server.script().on(operation, (request, handling) -> {
                synchronized (drawn) {
                    return reply(drawn, operation, () -> {
                        Reply reply = handling.handle();
                        if (operation == Operation.CREATE && reply.status() / 100 == 2) {
                            created.accept(request.fields().get("prompt"));
                        }
                        return reply;
                    });
                }
            });
        }
    }

    /** What the proxy in front of the server does. */
    FaultPlan connections() {
        return (number, method, target) -> {
            Random drawn = new Random(seed * 1_000_003 + number);
            drawn.nextLong();
            return over || drawn.nextDouble() >= badConnections ? new ConnectionFault.None() : fault(drawn);
        };
    }

    private static ConnectionFault fault(Random drawn) {
        return switch (drawn.nextInt(7)) {
            case 0 -> new ConnectionFault.Delay(Duration.ofMillis(drawn.nextInt(5)));
            case 1 -> new ConnectionFault.ResetBefore();
            case 2 -> new ConnectionFault.ResetAfter();
            case 3 -> new ConnectionFault.Truncate(drawn.nextInt(400));
            case 4 -> new ConnectionFault.Truncate(drawn.nextInt(6000));
            case 5 -> new ConnectionFault.Drip(200 + drawn.nextInt(2000), Duration.ofMillis(1));
            default -> new ConnectionFault.Garbage(drawn.nextLong(), drawn.nextInt(300));
        };
    }

    private Reply reply(Random drawn, Operation operation, Fault.Handling handling) throws Exception {
        if (over) {
            return handling.handle();
        }
        Instant now = clock.instant();
        if (!now.isBefore(stormBegins) && now.isBefore(stormEnds)) {
            return failed(drawn, operation, handling);
        }
        if (stalls.get() > 0 && drawn.nextInt(8) == 0 && stalls.getAndDecrement() > 0) {
            Reply reply = handling.handle();
            return reply.delivered(reply.delivery().stalled(drawn.nextInt(200)));
        }
        if (drawn.nextDouble() >= badReplies) {
            return handling.handle();
        }
        return switch (drawn.nextInt(5)) {
            case 0 -> Faults.garbage(drawn.nextLong(), drawn.nextInt(300)).around(null, handling);
            case 1 -> handling.handle().withBody(Faults.webPage(200).body());
            case 2 -> Faults.webPage(drawn.nextBoolean() ? 200 : 503);
            default -> failed(drawn, operation, handling);
        };
    }

    /** An error in place of the handling, or, if it leaves the outcome open, after it. */
    private static Reply failed(Random drawn, Operation operation, Fault.Handling handling) throws Exception {
        int status = ERRORS[drawn.nextInt(ERRORS.length)];
        Reply error = Faults.error(status, "server_error", "scripted status " + status);
        if (status == 503 && drawn.nextBoolean()) {
            return error.header("Retry-After", Integer.toString(drawn.nextInt(30)));
        }
        // A server that answers 429 has not taken the job: the client may build on that.
        if (status != 429 && drawn.nextBoolean() && operation != Operation.DELETE) {
            handling.handle();
        }
        return error;
    }
}
