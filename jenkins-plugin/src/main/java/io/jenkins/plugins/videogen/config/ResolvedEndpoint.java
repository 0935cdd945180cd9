package io.jenkins.plugins.videogen.config;

/**
 * The endpoint that a step talks to.
 *
 * @param url base URL
 * @param api name of the API spoken there
 * @param name name in the configuration; {@code null} if it is not configured
 * @param credentialsId the configured credential of the endpoint, or {@code null}
 * @param maxNewJobs most new jobs per build, or {@code null} for no limit
 * @param allowInsecureHttp whether plain HTTP to a host other than this one is allowed
 * @param defaults what a video is where the step does not say
 */
public record ResolvedEndpoint(
        String url,
        String api,
        String name,
        String credentialsId,
        Integer maxNewJobs,
        boolean allowInsecureHttp,
        VideoDefaults defaults) {

    ResolvedEndpoint withDefaults(VideoDefaults kept) {
        return new ResolvedEndpoint(url, api, name, credentialsId, maxNewJobs, allowInsecureHttp, kept);
    }
}
