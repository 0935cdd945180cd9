package io.jenkins.plugins.videogen.page;

import hudson.model.Run;
import io.jenkins.plugins.videogen.Messages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jenkins.model.RunAction2;
import org.kohsuke.stapler.export.Exported;
import org.kohsuke.stapler.export.ExportedBean;

/** The page "Generated videos" of a build, with a player for each archived clip. */
@ExportedBean
public final class GeneratedVideosAction implements RunAction2 {
    /** Replaced as a whole, so that a build that is being saved never sees it change. */
    private volatile List<GeneratedVideo> videos = new ArrayList<>();

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

    /** The build, for the page. */
    public Run<?, ?> getRun() {
        return run;
    }

    @Exported
    public List<GeneratedVideo> getVideos() {
        return List.copyOf(videos);
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
