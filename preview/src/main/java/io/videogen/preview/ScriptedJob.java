package io.videogen.preview;

import io.videogen.preview.job.Job;
import io.videogen.preview.script.ReplyMode;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A job, the mode it was created in, and what the mode needs to count.
 *
 * @param job the job
 * @param mode fixed at creation
 * @param downloads of its clips so far
 * @param signatures handed out so far; the first is expired
 */
record ScriptedJob(Job job, ReplyMode mode, AtomicInteger downloads, AtomicInteger signatures) {
    ScriptedJob(Job job, ReplyMode mode) {
        this(job, mode, new AtomicInteger(), new AtomicInteger());
    }

    String newSignature() {
        return "signature=" + signatures.incrementAndGet();
    }
}
