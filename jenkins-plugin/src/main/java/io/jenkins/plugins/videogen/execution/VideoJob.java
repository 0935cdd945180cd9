package io.jenkins.plugins.videogen.execution;

import hudson.AbortException;
import hudson.EnvVars;
import hudson.Util;
import hudson.model.Run;
import io.jenkins.plugins.videogen.Messages;
import io.jenkins.plugins.videogen.config.Endpoints;
import io.jenkins.plugins.videogen.config.ResolvedEndpoint;
import io.jenkins.plugins.videogen.config.VideoDefaults;
import io.jenkins.plugins.videogen.shared.SharedJobs;
import io.jenkins.plugins.videogen.shared.SharedStore;
import io.jenkins.plugins.videogen.shared.SharedVideos;
import io.jenkins.plugins.videogen.workspace.ClipPaths;
import io.jenkins.plugins.videogen.workspace.DownloadVia;
import io.jenkins.plugins.videogen.workspace.WorkspacePath;
import io.videogen.core.api.ApiName;
import io.videogen.core.api.VideoApis;
import io.videogen.core.engine.Phase;
import io.videogen.core.engine.RenderState;
import io.videogen.core.file.Sha256;
import io.videogen.core.http.Endpoint;
import io.videogen.core.request.RequestKey;
import io.videogen.core.request.VideoField;
import io.videogen.core.request.VideoRequest;
import io.videogen.core.store.ClipFacts;
import io.videogen.core.store.StoredClip;
import io.videogen.core.store.StoredFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One video of a build, settled: what to make, and where.
 *
 * @param endpoint the endpoint
 * @param request what to make
 * @param key content key of the request
 * @param name the video's name, for messages
 * @param clips where its clips go
 * @param via who fetches them
 * @param account what the build has at the endpoint
 * @param videos the clips that builds share; empty where sharing is off, or the build has no token for the endpoint
 * @param jobs the jobs that builds share; empty where sharing is off
 */
record VideoJob(
        ResolvedEndpoint endpoint,
        VideoRequest request,
        String key,
        String name,
        ClipPaths clips,
        DownloadVia via,
        Account account,
        Optional<SharedVideos> videos,
        Optional<SharedJobs> jobs) {

    private static final int LENGTH_OF_OWNER = 12;
    private static final String NO_TOKEN = "none";

    /** Settles endpoint, request and key; after a restart only what the build's program does not know already. */
    static VideoJob prepare(
            Parameters step, String file, RenderProgress progress, BuildAccess build, Surroundings surroundings)
            throws IOException, InterruptedException {
        if (step.getTimeoutMinutes() <= 0) {
            throw new AbortException(Messages.VideoJob_TimeoutNotPositive(step.getTimeoutMinutes()));
        }
        Optional<String> outside = WorkspacePath.problem(file);
        if (outside.isPresent()) {
            throw new AbortException(outside.get());
        }
        if (step.getJobId() != null && (step.isRefresh() || step.isResubmit())) {
            throw new AbortException(Messages.VideoJob_JobIdAndBuying(step.getJobId()));
        }
        DownloadVia via = DownloadVia.parse(step.getDownloadVia());
        ResolvedEndpoint endpoint = endpoint(
                step,
                progress,
                build.env(),
                surroundings.settings().endpoints(build.run().getParent()));
        ApiName api = VideoApis.at(ApiName.parse(endpoint.api()), Optional.of(Endpoint.parse(endpoint.url(), true)));
        Map<VideoField, List<Object>> references = isSubmitted(progress) ? Map.of() : Requests.references(step, build);
        try {
            VideoRequest request = Requests.of(step, references, endpoint.defaults());
            Account account = surroundings.accounts().at(endpoint, api, step, build);
            if (step.getJobId() == null) {
                account.check(request);
            }
            Optional<SharedStore> store = surroundings.settings().store();
            Optional<String> token = store.isPresent() ? account.digest() : Optional.empty();
            Optional<SharedVideos> videos = token.flatMap(known -> store).map(open -> open.of(origin(endpoint.url())));
            Optional<SharedJobs> jobs =
                    store.map(open -> open.jobs(endpoint.url(), endpoint.api(), token.orElse(NO_TOKEN)));
            String known = progress.recordKey;
            String key = known != null
                    ? known.substring(0, known.indexOf(' '))
                    : step.getJobId() != null
                            ? keyOf(step.getJobId(), endpoint, BuildJobs.of(build.run()), videos, jobs)
                            : RequestKey.of(request, false, Sha256::of);
            String recordKey = recordKey(key, endpoint);
            ClipPaths clips = file == null ? null : clips(step, file, progress, build, request, recordKey);
            if (clips != null && progress.state == null) {
                surroundings.workspaces().prepare(clips, build);
            }
            VideoJob job = new VideoJob(
                    endpoint, request, key, clips == null ? "video" : clips.file(), clips, via, account, videos, jobs);
            progress.endpointUrl = endpoint.url();
            progress.api = endpoint.api();
            progress.allowInsecureHttp = endpoint.allowInsecureHttp();
            progress.defaults = endpoint.defaults().toMap();
            progress.recordKey = job.recordKey();
            return job;
        } catch (RuntimeException | IOException | InterruptedException e) {
            Requests.discard(references);
            throw e;
        }
    }

    /** The key of the request that a job was made for, where that is known here; else one of the job's own. */
    private static String keyOf(
            String jobId,
            ResolvedEndpoint endpoint,
            BuildJobs build,
            Optional<SharedVideos> videos,
            Optional<SharedJobs> jobs) {
        String here = recordKey("", endpoint);
        return build.others("", "").entrySet().stream()
                .filter(record -> record.getKey().endsWith(here)
                        && jobId.equals(record.getValue().jobId()))
                .map(record -> record.getKey().substring(0, record.getKey().indexOf(' ')))
                .findFirst()
                .or(() -> jobs.flatMap(all -> all.of(jobId)).map(RenderState::key))
                .or(() -> videos.flatMap(all -> all.ofJob(jobId)).map(StoredClip::key))
                .orElseGet(() -> Sha256.of("job " + jobId));
    }

    /** Where the clips go; claimed before anything is sent. */
    private static ClipPaths clips(
            Parameters step,
            String file,
            RenderProgress progress,
            BuildAccess build,
            VideoRequest request,
            String recordKey)
            throws IOException, InterruptedException {
        String settled = progress.file == null ? file : progress.file;
        String owner = recordKey.substring(0, Math.min(LENGTH_OF_OWNER, recordKey.indexOf(' ')));
        ClipPaths wanted = new ClipPaths(settled, step.getFile() == null, request.clips(), owner);
        if (progress.state != null) {
            return wanted;
        }
        String folder = build.env().get("NODE_NAME") + ":"
                + build.workspace().getRemote().replace('\\', '/');
        ClipPaths clips = ClipClaims.claim(build.run(), wanted, folder, step.isArchive(), recordKey, progress.owner);
        if (!clips.equals(wanted)) {
            progress.file = clips.file();
            build.listener().getLogger().println(Messages.VideoJob_Numbered(file, clips.file()));
        }
        return clips;
    }

    private static boolean isSubmitted(RenderProgress progress) {
        if (progress.state == null) {
            return false;
        }
        Phase phase = RenderState.fromJson(progress.state).phase();
        return phase != Phase.PLANNED && phase != Phase.SUBMITTING;
    }

    private static ResolvedEndpoint endpoint(Parameters step, RenderProgress progress, EnvVars env, Endpoints endpoints)
            throws AbortException {
        try {
            if (progress.endpointUrl != null) {
                return endpoints.recall(
                        progress.endpointUrl,
                        progress.api,
                        progress.allowInsecureHttp,
                        VideoDefaults.fromMap(progress.defaults));
            }
            String named = step.getEndpoint() != null
                    ? step.getEndpoint()
                    : Util.fixEmptyAndTrim(env.get("VIDEOGEN_ENDPOINT"));
            String api = step.getApi() != null ? step.getApi() : Util.fixEmptyAndTrim(env.get("VIDEOGEN_API"));
            return endpoints.resolve(named, api);
        } catch (IllegalArgumentException e) {
            throw new AbortException(e.getMessage());
        }
    }

    /** A job belongs to the endpoint that made it, so the endpoint's origin is a part of the record's key. */
    String recordKey() {
        return recordKey(key, endpoint);
    }

    private static String recordKey(String key, ResolvedEndpoint endpoint) {
        return key + " " + origin(endpoint.url());
    }

    /** The render before anything is sent. */
    RenderState planned() {
        return RenderState.planned(key, name, request.model(), endpoint.api(), endpoint.url());
    }

    /** The finished render that a clip of the store was, for the step that takes it. */
    RenderState finishedAs(StoredClip clip) {
        ClipFacts facts = clip.facts();
        return RenderState.planned(clip.key(), facts.name(), facts.model(), facts.api(), endpoint.url())
                .finished(
                        facts.jobId(),
                        facts.createdAt(),
                        facts.completedAt(),
                        clip.videos().stream().map(StoredFile::file).toList(),
                        clip.stills().map((kind, still) -> still.file()));
    }

    /**
     * Refuses to buy a video again while the build has an unfinished job for it elsewhere that no step works on: an
     * endpoint that changed between two tries must not be paid twice in silence.
     */
    void refuseJobElsewhere(Run<?, ?> run, BuildJobs jobs) throws AbortException {
        for (Map.Entry<String, JobRecord> other :
                jobs.others(key + " ", recordKey()).entrySet()) {
            RenderState state = RenderState.fromJson(other.getValue().state());
            if (state.isInFlight() && !LiveRenders.isClaimed(run.getExternalizableId(), other.getKey())) {
                throw new AbortException(Messages.VideoJob_Elsewhere(
                        state.jobId().orElse("?"), origin(state.endpoint()), origin(endpoint.url())));
            }
        }
    }

    /** Whether a remote job is known to belong to a request already. */
    boolean isRecorded(String jobId) {
        return jobs.flatMap(all -> all.of(jobId)).isPresent()
                || videos.flatMap(all -> all.ofJob(jobId)).isPresent();
    }

    /** The endpoint's origin. */
    String origin() {
        return origin(endpoint.url());
    }

    static String origin(String url) {
        return Endpoint.parse(url, true).origin();
    }
}
