package io.jenkins.plugins.videogen.execution;

import hudson.AbortException;
import hudson.model.InvisibleAction;
import hudson.model.Run;
import io.jenkins.plugins.videogen.Messages;
import io.videogen.core.engine.RenderState;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jenkins.model.RunAction2;

/**
 * The build's record of its jobs: what makes a {@code retry} or a second call take up the job that the build already
 * has, and what the limit of new jobs counts. It is on disk, in build.xml, before anything is sent.
 */
final class BuildJobs extends InvisibleAction implements RunAction2 {
    /** Replaced as a whole, so that a build that is being saved never sees it change. */
    private volatile Map<String, JobRecord> jobs = new LinkedHashMap<>();

    private transient Run<?, ?> run;
    private transient GroupedWrites writes = new GroupedWrites();

    /** The record of a build, new if it has none. */
    static BuildJobs of(Run<?, ?> run) {
        BuildJobs there = run.getAction(BuildJobs.class);
        if (there != null) {
            // Without the lock, which Jenkins holds while it writes a build.
            return there;
        }
        synchronized (run) {
            BuildJobs record = run.getAction(BuildJobs.class);
            if (record == null) {
                record = new BuildJobs();
                record.run = run;
                run.addAction(record);
            }
            return record;
        }
    }

    @Override
    public void onAttached(Run<?, ?> owner) {
        run = owner;
    }

    @Override
    public void onLoad(Run<?, ?> owner) {
        run = owner;
        writes = new GroupedWrites();
        jobs.forEach((key, job) -> {
            LostSubmissions.stands(key, holder(key), RenderState.fromJson(job.state()));
            if (job.jobId() != null) {
                BuildJobOwners.of(owner, key).take(job.jobId());
            }
        });
    }

    private String holder(String key) {
        return run.getExternalizableId() + " " + key;
    }

    Optional<JobRecord> find(String key) {
        return Optional.ofNullable(jobs.get(key));
    }

    /** All records but one whose key starts with the given text. */
    Map<String, JobRecord> others(String prefix, String key) {
        Map<String, JobRecord> found = new LinkedHashMap<>(jobs);
        found.keySet().removeIf(other -> other.equals(key) || !other.startsWith(prefix));
        return found;
    }

    /**
     * Writes a record to disk of a submission that is about to leave.
     *
     * @param limit most submissions of this build to the record's endpoint, or {@code null}
     * @throws AbortException if the limit is reached; nothing is recorded then
     */
    void reserve(String key, JobRecord record, Integer limit) throws IOException, InterruptedException {
        JobRecord old;
        synchronized (this) {
            int spent = jobs.values().stream()
                    .filter(job -> job.endpoint().equals(record.endpoint()))
                    .mapToInt(JobRecord::submissions)
                    .sum();
            if (limit != null && spent >= limit) {
                throw new AbortException(Messages.BuildJobs_Limit(record.endpoint(), limit, spent));
            }
            int before = find(key).map(JobRecord::submissions).orElse(0);
            old = replace(key, record.submitted(before + 1));
        }
        write(key, old);
    }

    /** Writes a record to disk; the number of its submissions stays, or falls by one that was refused or has not arrived. */
    void put(String key, JobRecord record, boolean unspent) throws IOException, InterruptedException {
        write(key, follow(key, record, unspent));
    }

    /**
     * Takes a reservation back: nothing was sent. Unlike other records it stays so where the disk does not take it, since the
     * next write of this build brings it there.
     */
    void takeBack(String key, JobRecord before) throws IOException, InterruptedException {
        follow(key, before, true);
        LostSubmissions.stands(key, holder(key), RenderState.fromJson(before.state()));
        writes.write(run::save);
    }

    /**
     * A record that goes on from the one that is there keeps what that has cost.
     *
     * @return what was there, or {@code null}
     */
    private synchronized JobRecord follow(String key, JobRecord record, boolean unspent) {
        Optional<JobRecord> last = find(key);
        int before = last.map(JobRecord::submissions).orElse(0);
        JobRecord next = last.map(known -> record.costing(known.seconds(), known.price()))
                .orElse(record);
        return replace(key, next.submitted(unspent ? Math.max(before - 1, 0) : before));
    }

    /** @return what was there, or {@code null} */
    private JobRecord replace(String key, JobRecord record) {
        Map<String, JobRecord> next = new LinkedHashMap<>(jobs);
        JobRecord old = record == null ? next.remove(key) : next.put(key, record);
        jobs = next;
        return old;
    }

    private void write(String key, JobRecord old) throws IOException, InterruptedException {
        writes.write(() -> {
            try {
                run.save();
            } catch (IOException e) {
                // What is not on disk must not look recorded; and before the next write begins, which would bring it
                // there.
                synchronized (this) {
                    replace(key, old);
                }
                throw e;
            }
        });
        find(key).ifPresent(record -> LostSubmissions.stands(key, holder(key), RenderState.fromJson(record.state())));
    }
}
