package io.videogen.maven.build;

import io.videogen.core.VideogenException;
import io.videogen.maven.input.Texts;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;

/** Finds the executions of all modules, each once, and what holds for all of them. */
public final class BuildExecutions {

    private final MavenSession session;
    private final String pluginKey;
    private final Declares declares;
    private final Map<MavenProject, List<ModuleExecution>> acting = new IdentityHashMap<>();
    private final Map<MavenProject, List<ModuleExecution>> declared = new IdentityHashMap<>();

    /**
     * @param pluginKey group and artifact of this plugin
     * @param declares what the executions are about
     */
    public BuildExecutions(MavenSession session, String pluginKey, Declares declares) {
        this.session = session;
        this.pluginKey = pluginKey;
        this.declares = declares;
    }

    /**
     * What a goal that is called by name acts on: all that the lifecycle would run, or with an id that one alone, even
     * if it is bound to no phase.
     *
     * @param id id of the execution that was asked for, or Maven's own for a goal without one
     * @throws VideogenException if no module has an execution of that id
     */
    List<ModuleExecution> calledByName(String id) {
        if (id.equals(ModuleExecution.BY_NAME)) {
            return in(session.getProjects());
        }
        List<ModuleExecution> all = session.getProjects().stream()
                .flatMap(project -> declared(project).stream())
                .toList();
        List<ModuleExecution> named =
                all.stream().filter(execution -> execution.id().equals(id)).toList();
        if (named.isEmpty()) {
            throw VideogenException.invalid(
                    "unknown_execution",
                    "No module of this build has an execution with the id \"" + id + "\" and the goal "
                            + declares.goal() + ". "
                            + (all.isEmpty()
                                    ? "It has none with that goal."
                                    : all.stream()
                                            .map(ModuleExecution::id)
                                            .distinct()
                                            .collect(Collectors.joining(", ", "Its ids are: ", "."))));
        }
        return named;
    }

    /** Names of all that any module declares, also one that this build leaves out. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (MavenProject project : modules(session.getAllProjects())) {
            names.addAll(names(project));
        }
        return names;
    }

    /** Names of what any execution of one module declares, whatever its phase. */
    public Set<String> names(MavenProject project) {
        Set<String> names = new TreeSet<>();
        acting(project).forEach(execution -> names.addAll(execution.names()));
        declared(project).forEach(execution -> names.addAll(execution.names()));
        return names;
    }

    /**
     * The texts that this build's configurations give a parameter, each once. On the command line there is one for all.
     */
    public List<String> texts(String parameter) {
        Optional<String> commandLine = Texts.set(session.getUserProperties().getProperty("videogen." + parameter));
        if (commandLine.isPresent()) {
            return List.of(commandLine.get());
        }
        Set<String> texts = new LinkedHashSet<>();
        in(session.getProjects()).forEach(execution -> execution.text(parameter).ifPresent(texts::add));
        return List.copyOf(texts);
    }

    private List<ModuleExecution> in(List<MavenProject> projects) {
        List<ModuleExecution> executions = new ArrayList<>();
        modules(projects).forEach(project -> executions.addAll(acting(project)));
        return executions;
    }

    private static List<MavenProject> modules(List<MavenProject> projects) {
        return projects == null ? List.of() : projects;
    }

    private List<ModuleExecution> acting(MavenProject project) {
        return acting.computeIfAbsent(project, it -> ModuleExecution.of(it, pluginKey, declares));
    }

    private List<ModuleExecution> declared(MavenProject project) {
        return declared.computeIfAbsent(project, it -> ModuleExecution.declared(it, pluginKey, declares));
    }
}
