package io.videogen.core;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.videogen.core.engine.Failure;
import org.junit.jupiter.api.Test;

/** What may know what. */
class ArchitectureTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.videogen.core");

    @Test
    void core_knows_no_build_tool_and_no_logger() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.apache.maven..",
                        "hudson..",
                        "jenkins..",
                        "org.jenkinsci..",
                        "org.slf4j..",
                        "java.util.logging..")
                .check(CORE);
    }

    @Test
    void adapters_know_nothing_of_the_machine_around_them() {
        noClasses()
                .that()
                .resideInAPackage("..core.api..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..core.engine..", "..core.batch..", "..core.store..", "..core.output..", "okhttp3..")
                .check(CORE);
    }

    @Test
    void okhttp_stays_where_requests_travel() {
        classes()
                .that()
                .resideOutsideOfPackages("..core.http..", "..core.download..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("okhttp3..", "okio..")
                .check(CORE);
    }

    @Test
    void the_engine_knows_ports_and_no_transport() {
        noClasses()
                .that()
                .resideInAPackage("..core.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..core.http..", "..core.api..", "..core.store..", "..core.batch..")
                .check(CORE);
    }

    /** Below it are words alone. */
    @Test
    void files_and_records_are_a_ground_floor() {
        noClasses()
                .that()
                .resideInAnyPackage("..core.artifact..", "..core.json..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.videogen.core..")
                        .and(not(resideInAnyPackage("..core.advice..", "..core.artifact..", "..core.json.."))))
                .check(CORE);
    }

    /** A build with nothing to do reads its own records and no reply: the tree model would cost it more than all the rest. */
    @Test
    void only_replies_and_requests_are_trees() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..core.api..", "..core.remote..", "..core.reply..", "..core.download..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.databind..")
                .check(CORE);
    }

    /** What is no {@link io.videogen.core.advice.Message} has no place in the list of texts. */
    @Test
    void only_what_was_kept_on_disk_is_told_in_words_of_another() {
        noClasses()
                .that()
                .areNotAssignableTo(VideogenException.class)
                .and()
                .areNotAssignableTo(Failure.class)
                .should()
                .callConstructor(VideogenException.class, ErrorKind.class, String.class, String.class)
                .orShould()
                .callConstructor(VideogenException.class, ErrorKind.class, String.class, String.class, Throwable.class)
                .orShould()
                .callMethod(VideogenException.class, "invalid", String.class, String.class)
                .check(CORE);
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("io.videogen.core.(*)..").should().beFreeOfCycles().check(CORE);
    }
}
