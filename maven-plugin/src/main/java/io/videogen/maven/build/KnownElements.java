package io.videogen.maven.build;

import io.videogen.core.VideogenException;
import io.videogen.core.request.Nearest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginContainer;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.configuration.PlexusConfiguration;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/**
 * Tells what is misspelt in a {@code <configuration>} or on the command line. Maven drops an element that no goal has, and
 * takes any property: a spend guard of that kind would guard nothing.
 */
public final class KnownElements {

    private static final String PREFIX = "videogen.";

    private KnownElements() {}

    /**
     * Looks at all that the project's POM and the command line say to this plugin, for whichever execution: Maven has
     * dropped what it does not know from the configuration that a goal gets.
     *
     * @throws VideogenException that names the element or property, the nearest right one and the others
     */
    public static void check(MavenProject project, MavenSession session, PluginDescriptor descriptor) {
        checkProperties(session.getUserProperties(), descriptor);
        Set<String> known = new TreeSet<>();
        for (MojoDescriptor mojo : descriptor.getMojos()) {
            for (Parameter parameter : parameters(mojo)) {
                if (parameter.isEditable()) {
                    known.add(parameter.getName());
                }
            }
        }
        for (Xpp3Dom configuration : configurations(project, descriptor.getPluginLookupKey())) {
            for (Xpp3Dom element : configuration.getChildren()) {
                String name = element.getName();
                if (!known.contains(name)) {
                    throw VideogenException.invalid(
                            "unknown_element",
                            "The <configuration> in the POM of \"" + project.getArtifactId() + "\" has <" + name
                                    + ">, which no goal of the plugin has. "
                                    + Suggestion.of("Elements of the <configuration>", name, known));
                }
            }
        }
    }

    private static List<Parameter> parameters(MojoDescriptor mojo) {
        return mojo.getParameters() == null ? List.of() : mojo.getParameters();
    }

    /** One that is like no goal's may be the build's own, such as {@code videogen.version}. */
    private static void checkProperties(Properties commandLine, PluginDescriptor descriptor) {
        Set<String> known = null;
        for (String property : commandLine.stringPropertyNames()) {
            if (!property.startsWith(PREFIX)) {
                continue;
            }
            known = known == null ? properties(descriptor) : known;
            String name = property.substring(PREFIX.length());
            if (!known.contains(name) && Suggestion.isSecret(name)) {
                throw VideogenException.invalid(
                        "unknown_property",
                        "The command line has -D" + property + ", which no goal of the plugin reads. "
                                + Suggestion.FOR_SECRETS);
            }
            Optional<String> nearest = known.contains(name) ? Optional.empty() : Nearest.to(name, known);
            if (nearest.isPresent()) {
                throw VideogenException.invalid(
                        "unknown_property",
                        "The command line has -D" + property + ", which no goal of the plugin reads. Did you mean -D"
                                + PREFIX + nearest.get() + "? The properties are " + PREFIX
                                + String.join(", " + PREFIX, known) + ".");
            }
        }
    }

    /** What the goals read from the command line, without the prefix. */
    private static Set<String> properties(PluginDescriptor descriptor) {
        Set<String> properties = new TreeSet<>();
        for (MojoDescriptor mojo : descriptor.getMojos()) {
            for (PlexusConfiguration parameter : mojo.getMojoConfiguration().getChildren()) {
                String expression = parameter.getValue("");
                if (expression.startsWith("${" + PREFIX)) {
                    properties.add(expression.substring(2 + PREFIX.length(), expression.length() - 1));
                }
            }
        }
        return properties;
    }

    private static List<Xpp3Dom> configurations(MavenProject project, String key) {
        List<Xpp3Dom> configurations = new ArrayList<>();
        for (PluginContainer container : new PluginContainer[] {project.getBuild(), project.getPluginManagement()}) {
            Plugin plugin =
                    container == null ? null : container.getPluginsAsMap().get(key);
            if (plugin != null) {
                add(plugin, configurations);
                plugin.getExecutions().forEach(execution -> add(execution, configurations));
            }
        }
        return configurations;
    }

    private static void add(ConfigurationContainer holder, List<Xpp3Dom> configurations) {
        if (holder.getConfiguration() instanceof Xpp3Dom configuration) {
            configurations.add(configuration);
        }
    }
}
