package io.videogen.maven.run;

import io.videogen.core.VideogenException;
import io.videogen.core.batch.BatchReport;
import io.videogen.core.output.DeliveredClip;
import io.videogen.core.output.VideoSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/** Makes clips artifacts of the project: type = extension, classifier = name. */
public final class Attachments {

    private final MavenProjectHelper helper;
    private final MavenProject project;

    public Attachments(MavenProjectHelper helper, MavenProject project) {
        this.helper = helper;
        this.project = project;
    }

    /** Refuses, before anything is rendered, what must not be released. */
    public void check(RenderRequest request) {
        if (!request.attach()) {
            return;
        }
        if (request.settings().preview()) {
            throw previewRefused();
        }
        checkProject();
    }

    /** Refuses to attach where there is nothing to attach to. */
    public void checkProject() {
        if (project == null || project.getFile() == null) {
            throw VideogenException.invalid(
                    "attach_without_project", "Clips can be attached to a project only, and here is no POM.");
        }
    }

    /** Attaches the files of a film: the classifier is the name without extension. */
    public void attach(List<Path> files) {
        for (Path file : files) {
            String name = file.getFileName().toString();
            int dot = name.lastIndexOf('.');
            helper.attachArtifact(project, name.substring(dot + 1), name.substring(0, dot), file.toFile());
        }
    }

    /** Refuses clips of a preview server too that was given as an endpoint: only the report tells. */
    public void attach(BatchReport report) {
        if (report.videos().stream().anyMatch(video -> video.source().equals(Optional.of(VideoSource.PREVIEW)))) {
            throw previewRefused();
        }
        report.videos().stream().flatMap(video -> video.clips().stream()).forEach(this::attach);
    }

    /** What tells that a preview must not be attached. */
    public static VideogenException previewRefused() {
        return VideogenException.invalid(
                "attach_preview",
                "Preview clips are not attached, so that they never pass for real ones. Set videogen.endpoint to a real"
                        + " one, or leave \"attach\" off in builds without one.");
    }

    private void attach(DeliveredClip clip) {
        helper.attachArtifact(
                project, clip.facts().extension(), clip.name(), clip.file().toFile());
    }
}
