package io.videogen.maven.build;

import io.videogen.core.ErrorKind;
import io.videogen.core.VideogenException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javax.inject.Provider;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.lifecycle.LifecycleExecutor;
import org.apache.maven.plugin.Mojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.PluginParameterExpressionEvaluator;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.xml.XmlPlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * A goal that is called by name. It needs no project, so Maven runs it once, at the root, with the root's own
 * configuration; what it is to act on lies in modules and executions. For each of them it gets a mojo of its own, filled
 * with the configuration that the lifecycle would give it.
 */
public final class CalledByName {

    /** A mojo for one execution, and the name of both. */
    private record Configured<M>(String label, M mojo) {}

    private final MavenSession session;
    private final MojoExecution running;
    private final Provider<LifecycleExecutor> lifecycle;

    public CalledByName(MavenSession session, MojoExecution running, Provider<LifecycleExecutor> lifecycle) {
        this.session = session;
        this.running = running;
        this.lifecycle = lifecycle;
    }

    /** Whether Maven runs the goal for the command line and not for a phase. */
    private static boolean is(MojoExecution running) {
        return running != null && running.getSource() == MojoExecution.Source.CLI;
    }

    /** Whether the goal was called with an id, and so for one execution of several. */
    public static boolean isOneAlone(MojoExecution running) {
        return is(running) && !ModuleExecution.BY_NAME.equals(running.getExecutionId());
    }

    /**
     * What the goal is asked for: called by name, what each execution that it acts on asks for, in the order of the
     * build; else, and without any such execution, what the running mojo does.
     *
     * @param fresh a mojo of the running one's class
     * @param request what a mojo asks for, under the name of its module and execution if there may be several; nothing
     *     where it has nothing to do
     */
    public <M extends Mojo, R> List<R> requests(
            BuildExecutions build, M self, Supplier<M> fresh, BiFunction<M, Optional<String>, Optional<R>> request) {
        List<Configured<M>> mojos = is(running) ? mojos(build, self, fresh) : List.of();
        List<R> requests = new ArrayList<>();
        for (Configured<M> each : mojos) {
            request.apply(each.mojo(), Optional.of(each.label())).ifPresent(requests::add);
        }
        if (mojos.isEmpty()) {
            request.apply(self, Optional.empty()).ifPresent(requests::add);
        }
        return requests;
    }

    private <M extends Mojo> List<Configured<M>> mojos(BuildExecutions build, M self, Supplier<M> fresh) {
        // What is misspelt may hide that a module declares anything.
        for (MavenProject project : session.getProjects()) {
            KnownElements.check(project, session, running.getMojoDescriptor().getPluginDescriptor());
        }
        List<Configured<M>> mojos = new ArrayList<>();
        for (ModuleExecution execution : build.calledByName(running.getExecutionId())) {
            M mojo = isRunning(execution) ? self : configured(execution, fresh.get());
            mojo.setLog(self.getLog());
            mojos.add(new Configured<>(execution.label(), mojo));
        }
        return mojos;
    }

    /** Whether Maven has given the running mojo this very configuration. To find out another one takes as long as a start. */
    private boolean isRunning(ModuleExecution execution) {
        return execution.project() == session.getCurrentProject()
                && execution.id().equals(ModuleExecution.BY_NAME)
                && execution.id().equals(running.getExecutionId());
    }

    private <M extends Mojo> M configured(ModuleExecution execution, M mojo) {
        MavenSession there = session.clone();
        there.setCurrentProject(execution.project());
        PluginDescriptor plugin = running.getMojoDescriptor().getPluginDescriptor();
        String goal = plugin.getId() + ":" + running.getGoal() + "@" + execution.id();
        try {
            MojoExecution planned = lifecycle
                    .get()
                    .calculateExecutionPlan(there, goal)
                    .getMojoExecutions()
                    .get(0);
            Xpp3Dom configuration = planned.getConfiguration();
            new VideogenConfigurator()
                    .configureComponent(
                            mojo,
                            new XmlPlexusConfiguration(configuration),
                            new PluginParameterExpressionEvaluator(there, planned),
                            plugin.getClassRealm(),
                            null);
        } catch (Exception e) {
            throw new VideogenException(
                    ErrorKind.INVALID_INPUT,
                    "invalid_configuration",
                    "The configuration of " + execution.label() + " can not be used: "
                            + Optional.ofNullable(e.getMessage()).orElse(e.toString()),
                    e);
        }
        return mojo;
    }
}
