package io.jenkins.plugins.videogen.execution;

import io.videogen.core.engine.RenderState;

/** One paid-for video of a build, as its record keeps it. Immutable, and of JDK types: it is a part of build.xml. */
final class JobRecord {
    private final String endpoint;
    private final String jobId;
    private final String owner;
    private final String state;
    private final int submissions;

    /** Length of all clips of one submission, and what it costs; {@code null} where that is not known. */
    private final String seconds;

    private final String price;

    /**
     * @param endpoint base URL
     * @param jobId id of the remote job, or {@code null}
     * @param owner the render that wrote the state
     * @param state core's state as text
     * @param submissions how many jobs this build may have paid for this video
     * @param seconds length of all clips of one of them, and
     * @param price what it costs; {@code null} where that is not known, and in builds of older versions
     */
    private JobRecord(
            String endpoint, String jobId, String owner, String state, int submissions, String seconds, String price) {
        this.endpoint = endpoint;
        this.jobId = jobId;
        this.owner = owner;
        this.state = state;
        this.submissions = submissions;
        this.seconds = seconds;
        this.price = price;
    }

    /** A state that a render is about to record. */
    JobRecord(String endpoint, RenderState state, String owner) {
        this(endpoint, state.jobId().orElse(null), owner, state.toJson(), 0, null, null);
    }

    String endpoint() {
        return endpoint;
    }

    String jobId() {
        return jobId;
    }

    String owner() {
        return owner;
    }

    String state() {
        return state;
    }

    int submissions() {
        return submissions;
    }

    String seconds() {
        return seconds;
    }

    String price() {
        return price;
    }

    /** The same of a video that costs so much. */
    JobRecord costing(String length, String cost) {
        return new JobRecord(endpoint, jobId, owner, state, submissions, length, cost);
    }

    /** The same with another number of submissions. */
    JobRecord submitted(int times) {
        return new JobRecord(endpoint, jobId, owner, state, times, seconds, price);
    }
}
