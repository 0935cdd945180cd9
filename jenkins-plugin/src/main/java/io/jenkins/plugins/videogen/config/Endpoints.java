package io.jenkins.plugins.videogen.config;

import io.jenkins.plugins.videogen.Messages;
import io.videogen.core.api.ApiName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds the endpoint that a step means.
 *
 * @param configured the administrator's endpoints; the first is the default
 * @param onlyConfigured whether all others are forbidden
 */
public record Endpoints(List<VideogenEndpoint> configured, boolean onlyConfigured) {
    /** What an endpoint speaks unless told otherwise. */
    private static final String DEFAULT_API = ApiName.OPENAI.word();

    /**
     * Resolves a name or URL.
     *
     * <p>A URL that is a configured endpoint's counts as that endpoint: its limit holds however it is written.
     *
     * @param endpoint a configured name, a URL, or {@code null} for the default
     * @param api the API asked for, or {@code null} for the endpoint's own
     * @throws IllegalArgumentException if there is no such endpoint, or it is forbidden; the message says what to do
     */
    public ResolvedEndpoint resolve(String endpoint, String api) {
        if (endpoint == null && configured.isEmpty()) {
            throw new IllegalArgumentException(Messages.Endpoints_None());
        }
        for (VideogenEndpoint candidate : configured) {
            if (endpoint == null
                    || endpoint.equals(candidate.getName())
                    || EndpointUrl.same(endpoint, candidate.getUrl())) {
                return of(candidate, api);
            }
        }
        if (!EndpointUrl.looksLikeOne(endpoint)) {
            throw new IllegalArgumentException(Messages.Endpoints_Unknown(endpoint, names()));
        }
        if (onlyConfigured) {
            throw new IllegalArgumentException(Messages.Endpoints_Forbidden(EndpointUrl.shown(endpoint), names()));
        }
        EndpointUrl.problem(endpoint, false).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        return new ResolvedEndpoint(endpoint, api == null ? DEFAULT_API : api, null, null, null, false);
    }

    /**
     * Finds the endpoint of a job that exists, after a restart. What an administrator forbade meanwhile, the endpoint or
     * plain HTTP to it, counts for new steps: a restart changes nothing for one that runs, and strands no paid job.
     *
     * @param url base URL as {@link #resolve} gave it
     * @param allowInsecureHttp as {@link #resolve} gave it
     */
    public ResolvedEndpoint recall(String url, String api, boolean allowInsecureHttp) {
        return configured.stream()
                .filter(candidate -> EndpointUrl.same(url, candidate.getUrl()))
                .findFirst()
                .map(endpoint -> new ResolvedEndpoint(
                        url,
                        api,
                        endpoint.getName(),
                        endpoint.getCredentialsId(),
                        endpoint.getMaxNewJobs(),
                        allowInsecureHttp))
                .orElseGet(() -> new ResolvedEndpoint(url, api, null, null, null, allowInsecureHttp));
    }

    private static ResolvedEndpoint of(VideogenEndpoint endpoint, String api) {
        EndpointUrl.problem(endpoint.getUrl(), endpoint.isAllowInsecureHttp()).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        String ownApi = endpoint.getApi() == null ? DEFAULT_API : endpoint.getApi();
        return new ResolvedEndpoint(
                endpoint.getUrl(),
                api == null ? ownApi : api,
                endpoint.getName(),
                endpoint.getCredentialsId(),
                endpoint.getMaxNewJobs(),
                endpoint.isAllowInsecureHttp());
    }

    private String names() {
        return configured.stream().map(VideogenEndpoint::getName).collect(Collectors.joining(", ", "[", "]"));
    }
}
