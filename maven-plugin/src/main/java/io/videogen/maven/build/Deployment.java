package io.videogen.maven.build;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Tells whether a build deploys: what it makes then leaves the machine, and no preview may be in it. */
public final class Deployment {

    private static final Pattern TASK = Pattern.compile(
            "deploy|(?:deploy|org\\.apache\\.maven\\.plugins:maven-deploy-plugin(?::[^:@]+)?):([^:@]+)(?:@.*)?");

    private Deployment() {}

    /** Whether its tasks, or without any the top project's default ones, have the phase or a goal that deploys. */
    public static boolean isAskedFor(MavenSession session) {
        for (String task : tasks(session)) {
            Matcher deploys = TASK.matcher(task);
            if (deploys.matches() && !"deploy-file".equals(deploys.group(1))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> tasks(MavenSession session) {
        List<String> given = session.getGoals();
        if (given != null && !given.isEmpty()) {
            return given;
        }
        MavenProject top = session.getTopLevelProject();
        String defaults = top == null ? null : top.getDefaultGoal();
        return defaults == null ? List.of() : List.of(defaults.strip().split("\\s+"));
    }
}
