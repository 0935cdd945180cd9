package io.videogen.core.advice;

/** A setting that texts name. In a text it appears as the host calls it. */
public enum Setting {
    ALLOW_INSECURE_HTTP("allowInsecureHttp"),
    ALLOW_PREVIEW("allowPreview"),
    API("api"),
    ARTIFACT_POINTER("artifactPointer"),
    CACHE_DIRECTORY("cacheDirectory"),
    ENCODING("encoding"),
    ENDPOINT("endpoint"),
    FROZEN("frozen"),
    JOB_TIMEOUT("jobTimeout"),
    LOCK_FILE("lockFile"),
    MAX_COST("maxCost"),
    MAX_NEW_JOBS("maxNewJobs"),
    MAX_NEW_SECONDS("maxNewSeconds"),
    MODEL("model"),
    OUTPUT_DIRECTORY("outputDirectory"),
    REFRESH("refresh"),
    REPORT_DIRECTORY("reportDirectory"),
    RESUBMIT("resubmit"),
    STRICT("strict"),
    WRITE_LOCK("writeLock");

    private final String word;

    Setting(String word) {
        this.word = word;
    }

    /** Its name without anything that a host puts before it. */
    public String word() {
        return word;
    }

    /** Its name as the host's users write it. */
    @Override
    public String toString() {
        return HostWords.Found.WORDS.name(this);
    }
}
