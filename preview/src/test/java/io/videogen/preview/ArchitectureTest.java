package io.videogen.preview;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.videogen.preview");

    @Test
    void thePreviewNeedsNothingOfTheCore() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.videogen.core..")
                .check(CLASSES);
    }

    @Test
    void nativeCodeIsReachedInTheForkedProcessOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.videogen.preview.draw.worker..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.bytedeco..", "io.videogen.preview.draw.worker..")
                .check(CLASSES);
    }

    @Test
    void theForkedProcessNeedsNoJacksonAndNoJava2d() {
        noClasses()
                .that()
                .resideInAnyPackage("io.videogen.preview.draw..", "io.videogen.preview.clip..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml..", "java.awt..", "javax.imageio..")
                .check(CLASSES);
    }
}
