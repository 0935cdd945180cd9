package io.jenkins.plugins.videogen.execution;

/** One paid-for video of a build, as its record keeps it. Immutable, and of JDK types: it is a part of build.xml. */
final class JobRecord {
    private final String endpoint;
    private final String jobId;
    private final String owner;
    private final String state;
    private final int submissions;

    /**
     * @param endpoint base URL
     * @param jobId id of the remote job, or {@code null}
     * @param owner the render that wrote the state
     * @param state core's state as text
     * @param submissions how many jobs this build may have paid for this video
     */
    JobRecord(String endpoint, String jobId, String owner, String state, int submissions) {
        this.endpoint = endpoint;
        this.jobId = jobId;
        this.owner = owner;
        this.state = state;
        this.submissions = submissions;
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
}
