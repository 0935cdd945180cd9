package io.videogen.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a module of each piece of XML in the documentation, with what stands around it in a POM and nothing else, so that
 * Maven and the goals themselves say whether it can be taken over as written.
 */
public final class DocumentedSnippets {

    private static final List<String> PAGES = List.of(
            "README.md", "docs/maven.md", "docs/fields.md", "docs/apis.md", "docs/film.md", "docs/many-agents.md");

    private static final Pattern SECTION_OR_XML = Pattern.compile("(?ms)^## ([^\\n]+)$|^```xml\\n(.*?)^```$");
    private static final String VIDEO =
            "<videos><video><name>sample</name><prompt>A lantern on a pier</prompt></video></videos>";

    private DocumentedSnippets() {}

    /** @param section the heading above it, which on some pages is the name of an API */
    private record Snippet(String module, String section, String xml) {

        boolean is(String... elements) {
            return Stream.of(elements).anyMatch(name -> xml.startsWith("<" + name + ">"));
        }

        boolean isOfOtherPlugin() {
            return xml.contains("<attachedOutputs>");
        }

        /** Build and profiles of a POM. */
        String asBuild() {
            if (is("profiles")) {
                return build(plugin(configuration(""))) + xml;
            }
            if (is("pluginManagement")) {
                return "<build>" + xml + "<plugins>" + plugin(configuration("")) + "</plugins></build>";
            }
            if (is("plugin")) {
                return build(xml);
            }
            if (is("execution")) {
                return build(plugin("<executions>" + xml + "</executions>" + configuration("")));
            }
            if (is("configuration")) {
                String inner = xml.strip().replaceFirst("^<configuration>", "").replaceFirst("</configuration>$", "");
                return build(plugin(configuration(inner)));
            }
            return build(plugin(
                    configuration(is("video") ? "<api>" + section + "</api><videos>" + xml + "</videos>" : xml)));
        }

        private static String configuration(String elements) {
            return "<configuration>" + elements + (elements.contains("<videos>") ? "" : VIDEO) + "</configuration>";
        }

        private static String plugin(String content) {
            return "<plugin><groupId>io.videogen</groupId><artifactId>videogen-maven-plugin</artifactId>" + content
                    + "</plugin>";
        }

        private static String build(String plugin) {
            return "<build><plugins>" + plugin + "</plugins></build>";
        }
    }

    /** Writes the modules, and settings with the pieces that belong there. */
    public static void write(Stage stage, Path folder) throws IOException {
        List<Snippet> all = read(folder);
        stage.writeSettings(
                folder.getFileName() + ".xml",
                all.stream()
                        .filter(DocumentedSnippets::isOfSettings)
                        .map(Snippet::xml)
                        .collect(Collectors.joining())
                        // Two pages have a server each.
                        .replaceAll("</servers>\\s*<servers>", ""));
        Path root = folder.resolve("pom.xml");
        String pom = Files.readString(root);
        String head = pom.substring(0, pom.indexOf("<modelVersion>"));
        StringBuilder modules = new StringBuilder();
        for (Snippet snippet : modulesOf(all)) {
            modules.append("<module>").append(snippet.module()).append("</module>");
            Path module = Files.createDirectories(folder.resolve(snippet.module()));
            Files.writeString(
                    module.resolve("pom.xml"),
                    head
                            + "<modelVersion>4.0.0</modelVersion><parent><groupId>io.videogen.it</groupId><artifactId>"
                            + folder.getFileName()
                            + "</artifactId><version>1.0</version></parent><artifactId>" + snippet.module()
                            + "</artifactId><packaging>pom</packaging>" + snippet.asBuild() + "</project>");
        }
        Files.writeString(root, pom.replace("<module>snippets</module>", modules));
    }

    /** The modules, by name: page and line. */
    public static List<String> modules(Path folder) throws IOException {
        return modulesOf(read(folder)).stream().map(Snippet::module).toList();
    }

    private static List<Snippet> modulesOf(List<Snippet> all) {
        return all.stream()
                .filter(snippet -> !isOfSettings(snippet) && !snippet.isOfOtherPlugin())
                .toList();
    }

    private static boolean isOfSettings(Snippet snippet) {
        return snippet.is("pluginGroups", "servers");
    }

    /** @param folder of the project, which lies in {@code it/target/NAME} */
    private static List<Snippet> read(Path folder) throws IOException {
        Path root = folder.toAbsolutePath().resolve("../../../..").normalize();
        List<Snippet> snippets = new ArrayList<>();
        for (String page : PAGES) {
            String text = Files.readString(root.resolve(page));
            String section = "";
            Matcher matcher = SECTION_OR_XML.matcher(text);
            while (matcher.find()) {
                if (matcher.group(1) != null) {
                    section = matcher.group(1).strip();
                } else {
                    long line = text.substring(0, matcher.start()).lines().count() + 1;
                    String name = Path.of(page).getFileName().toString().replace(".md", "") + "-line-" + line;
                    snippets.add(new Snippet(name.toLowerCase(java.util.Locale.ROOT), section, matcher.group(2)));
                }
            }
        }
        return snippets;
    }
}
