package io.jenkins.plugins.videogen;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.jenkins.plugins.videogen.execution.GenerateVideoExecution;
import org.junit.jupiter.api.Test;

/** What may know what. */
class ArchitectureTest {

    /** The build's folder has another name than the one that ArchUnit would know tests by. */
    private static final JavaClasses PLUGIN = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/"))
            .importPackages("io.jenkins.plugins.videogen");

    /** The execution keeps its step on disk, in a field that stays as it is. */
    @Test
    void the_step_is_known_below_by_its_parameters_alone() {
        noClasses()
                .that()
                .resideInAPackage("io.jenkins.plugins.videogen.*..")
                .and(DescribedPredicate.not(type(GenerateVideoExecution.class)))
                .should()
                .dependOnClassesThat(resideInAPackage("io.jenkins.plugins.videogen")
                        .and(DescribedPredicate.not(type(Messages.class))))
                .check(PLUGIN);
    }

    @Test
    void requests_leave_by_the_way_through_jenkins_proxy() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..videogen.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("okhttp3..", "io.jenkins.plugins.okhttp..")
                .check(PLUGIN);
    }
}
