package io.jenkins.plugins.videogen.execution;

import io.jenkins.plugins.videogen.page.GeneratedVideo;
import io.jenkins.plugins.videogen.page.GeneratedVideosAction;
import io.jenkins.plugins.videogen.page.Thumbnails;
import io.videogen.core.artifact.VerifiedFile;
import io.videogen.core.engine.RenderState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jenkins.util.BuildListenerAdapter;

/**
 * Last things of a render whose clips are in the workspace: archive, page, the value that the step returns.
 *
 * <p>Safe to do twice, should Jenkins stop in the middle.
 *
 * @param thumbnail where the still picture has arrived, if one was fetched
 */
record StepResult(
        Parameters step, VideoJob job, RenderState state, Optional<Path> thumbnail, BuildAccess build, String source) {

    Map<String, Object> finish() throws IOException, InterruptedException {
        List<String> files = files();
        if (step.isArchive() && !files.isEmpty()) {
            archive(files);
        }
        return result(files);
    }

    private List<String> files() {
        List<String> files = new ArrayList<>();
        if (job.clips() != null) {
            for (int i = 0; i < state.videos().size(); i++) {
                files.add(job.clips().path(i, state.videos().get(i).extension()));
            }
        }
        return files;
    }

    private void archive(List<String> files) throws IOException, InterruptedException {
        Map<String, String> artifacts = new LinkedHashMap<>();
        List<GeneratedVideo> videos = new ArrayList<>();
        String still = still();
        for (int i = 0; i < files.size(); i++) {
            String path = files.get(i).replace('\\', '/');
            VerifiedFile clip = state.videos().get(i);
            artifacts.put(path, path);
            videos.add(new GeneratedVideo(
                    path,
                    job.request().prompt(),
                    job.request().model().orElse(null),
                    job.request().size().orElse(null),
                    state.jobId().orElse(null),
                    clip,
                    i == 0 ? still : null));
        }
        build.run()
                .pickArtifactManager()
                .archive(build.workspace(), build.launcher(), new BuildListenerAdapter(build.listener()), artifacts);
        GeneratedVideosAction.add(build.run(), videos);
    }

    /** The name that the still picture has with the build, or {@code null}; after a restart it may be gone. */
    private String still() throws IOException, InterruptedException {
        return state.thumbnail().isPresent()
                        && thumbnail.filter(Files::isRegularFile).isPresent()
                ? Thumbnails.keep(
                        build.run(), thumbnail.get(), state.thumbnail().get())
                : null;
    }

    /** JDK types alone: the value lives in the build's program, and the sandbox lets scripts read maps. */
    private Map<String, Object> result(List<String> files) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("id", state.jobId().orElse(null));
        result.put("status", "completed");
        result.put("source", source);
        if (!files.isEmpty()) {
            VerifiedFile first = state.videos().get(0);
            result.put("file", files.get(0));
            result.put("bytes", first.bytes());
            result.put("sha256", first.sha256());
        }
        result.put("model", job.request().model().orElse(null));
        result.put("seconds", job.request().seconds().orElse(null));
        result.put("size", job.request().size().orElse(null));
        result.put("durationMillis", rendering().toMillis());
        if (job.request().clips() > 1) {
            result.put("files", new ArrayList<>(files));
        }
        return result;
    }

    /** From the submission to the first reply that said completed. */
    private Duration rendering() {
        Instant from = state.submittedAt().or(state::completedAt).orElse(Instant.EPOCH);
        return Duration.between(from, state.completedAt().orElse(from));
    }
}
