package io.videogen.maven.shared;

import io.videogen.core.shared.Holder;
import io.videogen.maven.input.Texts;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** How other machines' builds call this one while they wait for it. */
final class BuildIdentity {

    /** What CI servers call a build: Jenkins, GitLab, Azure, and others that follow them. */
    private static final List<String> BUILD_NAMES =
            List.of("BUILD_TAG", "CI_JOB_URL", "BUILD_BUILDNUMBER", "BUILD_URL");

    private final MavenSession session;
    private final MavenProject project;

    BuildIdentity(MavenSession session, MavenProject project) {
        this.session = session;
        this.project = project;
    }

    Holder holder(Instant now) {
        return new Holder(UUID.randomUUID().toString(), build(), host(), now);
    }

    private String build() {
        return gitHub().or(() -> BUILD_NAMES.stream()
                        .flatMap(name -> variable(name).stream())
                        .findFirst())
                .orElseGet(() -> System.getProperty("user.name") + "'s build of "
                        + (project == null || project.getFile() == null ? "no project" : project.getArtifactId()));
    }

    private Optional<String> gitHub() {
        return variable("GITHUB_RUN_ID")
                .map(run -> variable("GITHUB_REPOSITORY").orElse("GitHub") + " run " + run);
    }

    private String host() {
        return variable("HOSTNAME").or(() -> variable("COMPUTERNAME")).orElseGet(BuildIdentity::nameOfThisMachine);
    }

    private static String nameOfThisMachine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown host";
        }
    }

    private Optional<String> variable(String name) {
        return Texts.set(session.getSystemProperties().getProperty("env." + name));
    }
}
