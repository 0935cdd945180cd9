package io.jenkins.plugins.videogen.page;

import hudson.Functions;
import hudson.model.Api;
import hudson.model.Run;
import io.jenkins.plugins.videogen.Messages;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.StaplerRequest2;
import org.kohsuke.stapler.StaplerResponse2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The page "Generated videos" of a build, with a player for each archived clip. */
@ExportedBean(defaultVisibility = 2)
public final class GeneratedVideosAction implements RunAction2 {
    /** Replaced as a whole, so that a build that is being saved never sees it change. */
    private volatile List<GeneratedVideo> videos = new ArrayList<>();

    /** How long a browser keeps a picture, in milliseconds; its name changes with its bytes. */
    private static final long LONGEST_KEPT = Duration.ofDays(1).toMillis();

    private transient Run<?, ?> run;

    /** Adds clips to the page of a build; a clip archived again under the same path takes the place of the old one. */
    public static void add(Run<?, ?> run, List<GeneratedVideo> clips) throws IOException {
        synchronized (run) {
            GeneratedVideosAction action = run.getAction(GeneratedVideosAction.class);
            if (action == null) {
                action = new GeneratedVideosAction();
                run.addAction(action);
            }
            List<GeneratedVideo> all = new ArrayList<>(action.videos);
            for (GeneratedVideo clip : clips) {
                all.removeIf(old -> old.getFile().equals(clip.getFile()));
                all.add(clip);
            }
            action.videos = all;
        }
        run.save();
    }

    @Override
    public void onAttached(Run<?, ?> owner) {
        run = owner;
    }

    @Override
    public void onLoad(Run<?, ?> owner) {
        run = owner;
    }

    /** What is exported, at {@code api/json} below the page. */
    public Api getApi() {
        return new Api(this);
    }

    /** The build, for the page. */
    public Run<?, ?> getRun() {
        return run;
    }

    @Exported
    public List<GeneratedVideo> getVideos() {
        return List.copyOf(videos);
    }

    /**
     * Serves {@code generated-videos/thumbnail/NAME}: to whoever may see the clips, and no file but the ones that the build
     * has noted.
     */
    public void doThumbnail(StaplerRequest2 request, StaplerResponse2 response) throws IOException, ServletException {
        if (Functions.isArtifactsPermissionEnabled()) {
            run.checkPermission(Run.ARTIFACTS);
        }
        String name = request.getRestOfPath().replaceFirst("^/", "");
        Path picture = Thumbnails.folder(run).resolve(name);
        if (videos.stream().noneMatch(video -> name.equals(video.getThumbnail())) || !Files.isRegularFile(picture)) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try (InputStream content = Files.newInputStream(picture)) {
            response.serveFile(
                    request,
                    content,
                    Files.getLastModifiedTime(picture).toMillis(),
                    LONGEST_KEPT,
                    Files.size(picture),
                    "mime-type:" + Thumbnails.type(name));
        }
    }

    @Override
    public String getIconFileName() {
        return videos.isEmpty() ? null : "symbol-play";
    }

    @Override
    public String getDisplayName() {
        return Messages.GeneratedVideosAction_DisplayName();
    }

    @Override
    public String getUrlName() {
        return "generated-videos";
    }
}
