package io.videogen.it.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Maven project that declares videos. */
public final class Project {

    private Project() {}

    /** Writes a POM with videos named {@code clip-1}, {@code clip-2}, …, bound to no phase. */
    public static Path write(Path folder, String version, int videos, String settings) throws IOException {
        StringBuilder declared = new StringBuilder();
        for (int i = 1; i <= videos; i++) {
            declared.append("            <video>\n              <name>clip-")
                    .append(i)
                    .append("</name>\n              <prompt>")
                    .append(prompt(i))
                    .append("</prompt>\n            </video>\n");
        }
        Files.writeString(folder.resolve("pom.xml"), """
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>io.videogen.it</groupId>
                  <artifactId>benchmark</artifactId>
                  <version>1.0</version>
                  <packaging>pom</packaging>
                  <build>
                    <plugins>
                      <plugin>
                        <groupId>io.videogen</groupId>
                        <artifactId>videogen-maven-plugin</artifactId>
                        <version>%s</version>
                        <configuration>
                          <model>sora-2</model>
                          <seconds>4</seconds>
                          <size>1280x720</size>
                          <cacheDirectory>${project.basedir}/cache</cacheDirectory>
                %s          <videos>
                %s          </videos>
                        </configuration>
                      </plugin>
                    </plugins>
                  </build>
                </project>
                """.formatted(version, settings, declared));
        return folder;
    }

    /** The prompt of a video, counted from 1. */
    public static String prompt(int number) {
        return "Lantern " + number + " on a pier at dusk, waves below, slow zoom";
    }
}
