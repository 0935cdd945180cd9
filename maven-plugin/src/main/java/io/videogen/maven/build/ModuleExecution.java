package io.videogen.maven.build;

import io.videogen.maven.input.Texts;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        List<ModuleExecution> bound = all(plugin, declares)
                .filter(execution -> !"none".equals(execution.getPhase()))
                .map(execution -> of(project, execution, declares))
                .toList();
        ModuleExecution own = new ModuleExecution(project, BY_NAME, declares, (Xpp3Dom) plugin.getConfiguration());
        return bound.isEmpty() && !own.names().isEmpty() ? List.of(own) : bound;
    }

    /** Those that the module declares, whatever their phase. */
    static List<ModuleExecution> declared(MavenProject project, String pluginKey, Declares declares) {
        Plugin plugin = project.getBuild().getPluginsAsMap().get(pluginKey);
        return plugin == null
                ? List.of()
                : all(plugin, declares)
                        .map(execution -> of(project, execution, declares))
                        .toList();
    }

    private static Stream<PluginExecution> all(Plugin plugin, Declares declares) {
        return plugin.getExecutions().stream()
                .filter(execution -> execution.getGoals().contains(declares.goal()));
    }

    private static ModuleExecution of(MavenProject project, PluginExecution execution, Declares declares) {
        return new ModuleExecution(project, execution.getId(), declares, (Xpp3Dom) execution.getConfiguration());
    }

    /** Names of what it declares. */
    List<String> names() {
        Xpp3Dom list = configuration == null ? null : configuration.getChild(declares.list());
        return list == null
                ? List.of()
                : Stream.of(list.getChildren())
                        .flatMap(item -> Stream.of(item.getChildren("name")))
                        .map(Xpp3Dom::getValue)
                        .flatMap(name -> Texts.set(name).stream())
                        .toList();
    }

    /** What it sets a parameter to: by an element, or by a property of the POM. */
    Optional<String> text(String parameter) {
        return Optional.ofNullable(configuration)
                .map(element -> element.getChild(parameter))
                .flatMap(element -> Texts.set(element.getValue()))
                .or(() -> Texts.set(project.getProperties().getProperty("videogen." + parameter)));
    }

    /** Module and execution, for a heading. */
    String label() {
        return project.getArtifactId() + (id.equals(BY_NAME) ? "" : " (" + id + ")");
    }
}
