package io.videogen.maven.build;

import io.videogen.core.VideogenException;
import io.videogen.core.api.FieldTable;
import io.videogen.core.request.Nearest;
import io.videogen.core.request.VideoField;
import io.videogen.film.declared.DeclaredFilm;
import io.videogen.film.declared.DeclaredOutput;
import io.videogen.film.declared.DeclaredShot;
import io.videogen.maven.input.DeclaredVideo;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
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
        List<String> known = descriptor.getMojos().stream()
                .flatMap(mojo ->
                        mojo.getParameters() == null ? Stream.<Parameter>empty() : mojo.getParameters().stream())
                .filter(Parameter::isEditable)
                .map(Parameter::getName)
                .distinct()
                .sorted()
                .toList();
        configurations(project, descriptor.getPluginLookupKey())
                .flatMap(configuration -> Stream.of(configuration.getChildren()))
                .map(Xpp3Dom::getName)
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw VideogenException.invalid(
                            "unknown_element",
                            "The <configuration> in the POM of \"" + project.getArtifactId() + "\" has <" + name
                                    + ">, which no goal of the plugin has. "
                                    + suggestion("Elements of the <configuration>", name, known));
                });
    }

    /** One that is like no goal's may be the build's own, such as {@code videogen.version}. */
    private static void checkProperties(Properties commandLine, PluginDescriptor descriptor) {
        List<String> known = descriptor.getMojos().stream()
                .flatMap(mojo -> Stream.of(mojo.getMojoConfiguration().getChildren()))
                .map(parameter -> parameter.getValue(""))
                .filter(expression -> expression.startsWith("${" + PREFIX))
                .map(expression -> expression.substring(2 + PREFIX.length(), expression.length() - 1))
                .distinct()
                .sorted()
                .toList();
        for (String property : commandLine.stringPropertyNames()) {
            String name = property.startsWith(PREFIX) ? property.substring(PREFIX.length()) : "";
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

    /** What is wrong with the fields of videos and prices; nothing if all are known. */
    static Optional<String> misspeltField(PlexusConfiguration configuration) {
        return misspelt(configuration.getChild("videos", false), "video", DeclaredVideo.fields())
                .or(() -> misspelt(
                        configuration.getChild("prices", false), "price", List.of("model", "perSecond", "perVideo")))
                .or(() -> misspeltFilm(configuration.getChild("films", false)));
    }

    private static Optional<String> misspeltFilm(PlexusConfiguration films) {
        Optional<String> film = misspelt(films, "film", fields(DeclaredFilm.class));
        return film.isPresent() || films == null
                ? film
                : Stream.of(films.getChildren())
                        .flatMap(each -> Stream.of(
                                misspelt(each.getChild("shots", false), "shot", fields(DeclaredShot.class)),
                                misspelt(each.getChild("outputs", false), "output", fields(DeclaredOutput.class))))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static List<String> fields(Class<? extends Record> declared) {
        return Stream.of(declared.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    private static Optional<String> misspelt(PlexusConfiguration list, String item, List<String> known) {
        return list == null
                ? Optional.empty()
                : Stream.of(list.getChildren())
                        .flatMap(each -> Stream.of(each.getChildren()))
                        .map(PlexusConfiguration::getName)
                        .filter(name -> !known.contains(name))
                        .findFirst()
                        .map(name -> "A <" + item + "> has <" + name + ">, which no " + item + " has. "
                                + suggestion("Fields of a <" + item + ">", name, known));
    }

    private static Stream<Xpp3Dom> configurations(MavenProject project, String plugin) {
        return Stream.of(project.getBuild(), project.getPluginManagement())
                .filter(container -> container != null)
                .map(container -> container.getPluginsAsMap().get(plugin))
                .filter(declared -> declared != null)
                .flatMap(KnownElements::configurations);
    }

    private static Stream<Xpp3Dom> configurations(Plugin plugin) {
        return Stream.concat(
                        Stream.of(plugin).map(Plugin::getConfiguration),
                        plugin.getExecutions().stream().map(PluginExecution::getConfiguration))
                .filter(Xpp3Dom.class::isInstance)
                .map(Xpp3Dom.class::cast);
    }

    private static String suggestion(String what, String name, Collection<String> known) {
        return FieldTable.meantBy(name)
                        .map(VideoField::word)
                        .filter(known::contains)
                        .or(() -> Nearest.to(name, known))
                        .map(nearest -> "Did you mean <" + nearest + ">? ")
                        .orElse("")
                + what + " are " + known.stream().collect(Collectors.joining(", ")) + ".";
    }
}
