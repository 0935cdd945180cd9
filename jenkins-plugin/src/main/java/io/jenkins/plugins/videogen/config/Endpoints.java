package io.jenkins.plugins.videogen.config;

import io.jenkins.plugins.videogen.Messages;
import io.videogen.core.api.ApiName;
import io.videogen.core.http.Endpoint;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the endpoint that a step means.
 *
 * <p>Who configures a folder is no administrator: at an address that is both a folder's and the administrator's, the
 * stricter limit holds, and only the administrator's word allows plain HTTP to it.
 *
 * @param ofFolders the endpoints of the folders around the job, nearest first
 * @param configured the administrator's endpoints
 * @param onlyConfigured whether all addresses but the administrator's are forbidden
 */
public record Endpoints(List<VideogenEndpoint> ofFolders, List<VideogenEndpoint> configured, boolean onlyConfigured) {
    /** What an endpoint speaks unless told otherwise. */
    private static final String DEFAULT_API = ApiName.OPENAI.word();

    /**
     * Resolves a name or URL.
     *
     * <p>A URL that is a configured endpoint's counts as that endpoint: its limit holds however it is written.
     *
     * @param endpoint a configured name, a URL, or {@code null} for the default: the first of the nearest folder, or of all
     * @param api the API asked for, or {@code null} for the endpoint's own
     * @throws IllegalArgumentException if there is no such endpoint, or it is forbidden; the message says what to do
     */
    public ResolvedEndpoint resolve(String endpoint, String api) {
        if (endpoint == null && all().findAny().isEmpty()) {
            throw new IllegalArgumentException(Messages.Endpoints_None());
        }
        Optional<VideogenEndpoint> known = all().filter(candidate -> endpoint == null
                        || endpoint.equals(candidate.getName())
                        || EndpointUrl.same(endpoint, candidate.getUrl()))
                .findFirst();
        if (known.isEmpty() && !EndpointUrl.looksLikeOne(endpoint)) {
            throw new IllegalArgumentException(Messages.Endpoints_Unknown(endpoint, names()));
        }
        String url = known.map(VideogenEndpoint::getUrl).orElse(endpoint);
        if (onlyConfigured && ofAdministrator(url).isEmpty()) {
            throw new IllegalArgumentException(Messages.Endpoints_Forbidden(Endpoint.shown(url), names()));
        }
        boolean plainHttp = known.isPresent() && allowsInsecureHttp(known.get());
        EndpointUrl.problem(url, plainHttp).ifPresent(problem -> {
            throw new IllegalArgumentException(problem);
        });
        String ownApi = known.map(VideogenEndpoint::getApi).orElse(DEFAULT_API);
        return resolved(url, api == null ? ownApi : api, plainHttp, known);
    }

    /**
     * Finds the endpoint of a job that exists, after a restart. What an administrator forbade meanwhile, the endpoint or
     * plain HTTP to it, counts for new steps: a restart changes nothing for one that runs, and strands no paid job.
     *
     * @param url base URL as {@link #resolve} gave it
     * @param allowInsecureHttp as {@link #resolve} gave it
     * @param defaults as {@link #resolve} gave them: another request would be another video
     */
    public ResolvedEndpoint recall(String url, String api, boolean allowInsecureHttp, VideoDefaults defaults) {
        return resolved(url, api, allowInsecureHttp, at(url).findFirst()).withDefaults(defaults);
    }

    /** The names and addresses that a form offers. */
    public List<String> names() {
        return all().map(VideogenEndpoint::getName)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private ResolvedEndpoint resolved(
            String url, String api, boolean allowInsecureHttp, Optional<VideogenEndpoint> known) {
        return new ResolvedEndpoint(
                url,
                api,
                known.map(VideogenEndpoint::getName).orElse(null),
                known.map(VideogenEndpoint::getCredentialsId).orElse(null),
                at(url).map(VideogenEndpoint::getMaxNewJobs)
                        .filter(Objects::nonNull)
                        .min(Integer::compare)
                        .orElse(null),
                allowInsecureHttp,
                known.map(VideogenEndpoint::toDefaults).orElse(VideoDefaults.NONE));
    }

    private boolean allowsInsecureHttp(VideogenEndpoint endpoint) {
        return configured.contains(endpoint)
                ? endpoint.isAllowInsecureHttp()
                : ofAdministrator(endpoint.getUrl())
                        .filter(VideogenEndpoint::isAllowInsecureHttp)
                        .isPresent();
    }

    private Optional<VideogenEndpoint> ofAdministrator(String url) {
        return configured.stream()
                .filter(candidate -> EndpointUrl.same(url, candidate.getUrl()))
                .findFirst();
    }

    private Stream<VideogenEndpoint> at(String url) {
        return all().filter(candidate -> EndpointUrl.same(url, candidate.getUrl()));
    }

    private Stream<VideogenEndpoint> all() {
        return Stream.concat(ofFolders.stream(), configured.stream());
    }
}
