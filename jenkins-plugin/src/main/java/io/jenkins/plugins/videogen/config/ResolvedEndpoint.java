package io.jenkins.plugins.videogen.config;

/**
 * The endpoint that a step talks to.
 *
 * @param url base URL
 * @param api name of the API spoken there
 * @param name name in the global configuration; {@code null} if it is not configured there
 * @param credentialsId the configured credential of the endpoint, or {@code null}
 * @param maxNewJobs most new jobs per build, or {@code null} for no limit
 * @param allowInsecureHttp whether plain HTTP to a host other than this one is allowed
 */
public record ResolvedEndpoint(
        String url, String api, String name, String credentialsId, Integer maxNewJobs, boolean allowInsecureHttp) {}
