package io.videogen.film;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What may know what. */
class ArchitectureTest {

    private static final JavaClasses FILM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.videogen.film");

    @Test
    void films_know_files_and_times_and_no_jobs() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.videogen.core.api..",
                        "io.videogen.core.batch..",
                        "io.videogen.core.engine..",
                        "io.videogen.core.http..",
                        "io.videogen.core.remote..",
                        "io.videogen.core.store..",
                        "io.videogen.preview..",
                        "org.apache.maven..")
                .check(FILM);
    }

    @Test
    void nothing_loads_native_code_into_this_jvm() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.bytedeco..", "java.awt", "java.awt.image..", "java.awt.font..", "javax.imageio..")
                .check(FILM);
    }

    @Test
    void only_the_ffmpeg_package_starts_processes() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.videogen.film.ffmpeg..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.ProcessBuilder")
                .check(FILM);
    }
}
