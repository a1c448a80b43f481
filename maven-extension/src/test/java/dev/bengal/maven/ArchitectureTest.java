package dev.bengal.maven;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.bengal.maven.planted.TalksToTheWorld;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of the whole program, as far as they concern this module. It is no part of the command, so the test over there
 * does not see it.
 */
class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.bengal.maven");

    private static final ArchRule COLLECTOR_AND_NO_FURTHER = noClasses()
            .should()
            .dependOnClassesThat(are(DescribedPredicate.not(resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "javax.xml.stream..",
                    "org.apache.maven..",
                    "org.eclipse.aether..",
                    "org.codehaus.plexus.util.xml..",
                    "org.slf4j..",
                    "dev.bengal.maven..",
                    "dev.bengal.collector..",
                    "dev.bengal.journal..",
                    "dev.bengal.model.."))));

    private static final ArchRule NOBODY_PRINTS_OR_EXITS = noClasses()
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(System.class, "exit", int.class);

    private static final ArchRule ENVIRONMENT_IS_READ_IN_ONE_PLACE = noClasses()
            .that()
            .doNotBelongToAnyOf(BuildPlace.class)
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    @TestFactory
    Stream<DynamicTest> rules_holdForTheModuleAndAreBrokenByThePlant() {
        JavaClasses plant = new ClassFileImporter().importClasses(TalksToTheWorld.class);
        return Stream.of(COLLECTOR_AND_NO_FURTHER, NOBODY_PRINTS_OR_EXITS, ENVIRONMENT_IS_READ_IN_ONE_PLACE)
                .map(rule -> dynamicTest(rule.getDescription(), () -> {
                    rule.check(MODULE);
                    assertThat(rule.evaluate(plant).hasViolation()).isTrue();
                }));
    }
}
