package io.videogen.maven.build;

import io.videogen.maven.input.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * One execution of a goal that a module declares, or the plugin's own configuration where it declares none.
 *
 * @param project the module
 * @param id id of the execution
 * @param declares what the goal is about
 * @param configuration as the POM has it, inherited parts included; {@code null} without any
 */
record ModuleExecution(MavenProject project, String id, Declares declares, Xpp3Dom configuration) {

    /** The id that Maven gives a goal that is called by name. */
    static final String BY_NAME = "default-cli";

    /** Those that the lifecycle would run; else the plugin's own configuration, if it declares anything. */
    static List<ModuleExecution> of(MavenProject project, String pluginKey, Declares declares) {
        Plugin plugin = project.getBuild().getPluginsAsMap().get(pluginKey);
        if (plugin == null) {
            return List.of();
        }
        List<ModuleExecution> bound = new ArrayList<>();
        for (PluginExecution execution : plugin.getExecutions()) {
            if (isOf(execution, declares) && !"none".equals(execution.getPhase())) {
                bound.add(of(project, execution, declares));
            }
        }
        ModuleExecution own = new ModuleExecution(project, BY_NAME, declares, (Xpp3Dom) plugin.getConfiguration());
        return bound.isEmpty() && !own.names().isEmpty() ? List.of(own) : bound;
    }

    /** Those that the module declares, whatever their phase. */
    static List<ModuleExecution> declared(MavenProject project, String pluginKey, Declares declares) {
        Plugin plugin = project.getBuild().getPluginsAsMap().get(pluginKey);
        List<ModuleExecution> declared = new ArrayList<>();
        for (PluginExecution execution : plugin == null ? List.<PluginExecution>of() : plugin.getExecutions()) {
            if (isOf(execution, declares)) {
                declared.add(of(project, execution, declares));
            }
        }
        return declared;
    }

    private static boolean isOf(PluginExecution execution, Declares declares) {
        return execution.getGoals().contains(declares.goal());
    }

    private static ModuleExecution of(MavenProject project, PluginExecution execution, Declares declares) {
        return new ModuleExecution(project, execution.getId(), declares, (Xpp3Dom) execution.getConfiguration());
    }

    /** Names of what it declares. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        Xpp3Dom list = configuration == null ? null : configuration.getChild(declares.list());
        for (Xpp3Dom item : list == null ? new Xpp3Dom[0] : list.getChildren()) {
            for (Xpp3Dom name : item.getChildren("name")) {
                Texts.set(name.getValue()).ifPresent(names::add);
            }
        }
        return names;
    }

    /** What it sets a parameter to: by an element, or by a property of the POM. */
    Optional<String> text(String parameter) {
        Xpp3Dom element = configuration == null ? null : configuration.getChild(parameter);
        return Texts.set(element == null ? null : element.getValue())
                .or(() -> Texts.set(project.getProperties().getProperty("videogen." + parameter)));
    }

    /** Module and execution, for a heading. */
    String label() {
        return project.getArtifactId() + (id.equals(BY_NAME) ? "" : " (" + id + ")");
    }
}
