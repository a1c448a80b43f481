package dev.bengal.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.bengal.alerts.planted.TellsOfVerdicts;
import dev.bengal.analysis.planted.KnowsTheJournal;
import dev.bengal.analysis.planted.ReadsTheClock;
import dev.bengal.cli.gate.planted.KnowsACommand;
import dev.bengal.cli.judge.planted.KnowsTheCommandLine;
import dev.bengal.experiment.planted.KnowsTheReport;
import dev.bengal.forge.planted.KnowsTheStore;
import dev.bengal.formats.planted.KnowsTheAnalysis;
import dev.bengal.model.planted.ModelUtil;
import dev.bengal.report.planted.TalksToTheWorld;
import dev.bengal.site.markdown.tree.planted.KnowsTheRenderer;
import java.io.PrintStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may know whom, and who may touch the world. Each rule holds for the program and is broken by a class that was planted
 * to break it, so that no rule can go blind unnoticed.
 */
class ArchitectureTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.bengal");

    private static final ArchRule ARROWS = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.bengal..")
            .layer("model")
            .definedBy("dev.bengal.model..")
            .layer("journal")
            .definedBy("dev.bengal.journal..")
            .layer("collector")
            .definedBy("dev.bengal.collector..")
            .layer("store")
            .definedBy("dev.bengal.store..")
            .layer("analysis")
            .definedBy("dev.bengal.analysis..")
            .layer("report")
            .definedBy("dev.bengal.report..")
            .layer("formats")
            .definedBy("dev.bengal.formats..")
            .layer("forge")
            .definedBy("dev.bengal.forge..")
            .layer("alerts")
            .definedBy("dev.bengal.alerts..")
            .layer("experiment")
            .definedBy("dev.bengal.experiment..")
            .layer("server")
            .definedBy("dev.bengal.server..")
            .layer("site")
            .definedBy("dev.bengal.site..")
            .layer("cli")
            .definedBy("dev.bengal.cli..")
            .whereLayer("model")
            .mayNotAccessAnyLayer()
            .whereLayer("journal")
            .mayOnlyAccessLayers("model")
            .whereLayer("collector")
            .mayOnlyAccessLayers("model", "journal")
            .whereLayer("store")
            .mayOnlyAccessLayers("model", "journal")
            .whereLayer("analysis")
            .mayOnlyAccessLayers("model")
            .whereLayer("report")
            .mayOnlyAccessLayers("model", "analysis")
            .whereLayer("formats")
            .mayOnlyAccessLayers("model")
            .whereLayer("forge")
            .mayOnlyAccessLayers("model", "analysis", "report")
            .whereLayer("alerts")
            .mayOnlyAccessLayers("model", "forge")
            .whereLayer("experiment")
            .mayOnlyAccessLayers("model", "journal", "collector", "analysis")
            .whereLayer("server")
            .mayOnlyAccessLayers("model", "journal", "store", "analysis", "report")
            .whereLayer("site")
            .mayOnlyAccessLayers("model", "journal", "collector")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .withOptionalLayers(true);

    private static final ArchRule LIBRARIES_FOR_OTHERS = noClasses()
            .that()
            .resideInAnyPackage("dev.bengal.model..", "dev.bengal.journal..", "dev.bengal.collector..")
            .should()
            .dependOnClassesThat(are(DescribedPredicate.not(resideInAnyPackage(
                    "java..",
                    "javax..",
                    "com.sun.management..",
                    "jdk.jfr..",
                    "org.jspecify..",
                    "dev.bengal.model..",
                    "dev.bengal.journal..",
                    "dev.bengal.collector.."))));

    private static final ArchRule PURE_ANALYSIS = noClasses()
            .that()
            .resideInAPackage("dev.bengal.analysis..")
            .should()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(Math.class, "random")
            .orShould()
            .callConstructor(java.util.Random.class)
            .orShould()
            .dependOnClassesThat(resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.sql.."))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.time.Clock.class);

    private static final ArchRule ONLY_CLI_PRINTS = noClasses()
            .that(are(DescribedPredicate.not(resideInAPackage("dev.bengal.cli.."))))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .orShould()
            .callMethod(PrintStream.class, "println", String.class);

    private static final ArchRule ONLY_CLI_EXITS = noClasses()
            .that(are(DescribedPredicate.not(resideInAPackage("dev.bengal.cli.."))))
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(Runtime.class, "halt", int.class);

    private static final ArchRule ENVIRONMENT_IS_READ_IN_TWO_PLACES = noClasses()
            .that(are(DescribedPredicate.not(resideInAPackage("dev.bengal.cli.."))))
            .and()
            .doNotHaveFullyQualifiedName("dev.bengal.collector.CiContext")
            .should()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class);

    private static final ArchRule ONLY_STORE_SQL_SPEAKS_SQL = noClasses()
            .that(are(DescribedPredicate.not(resideInAPackage("dev.bengal.store.sql.."))))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql.."));

    private static final ArchRule ONLY_SERVER_LISTENS = noClasses()
            .that(are(DescribedPredicate.not(resideInAPackage("dev.bengal.server.."))))
            .should()
            .dependOnClassesThat()
            .areAssignableTo(java.net.ServerSocket.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.nio.channels.ServerSocketChannel.class)
            .orShould()
            .dependOnClassesThat(resideInAPackage("com.sun.net.httpserver.."));

    private static final ArchRule JUDGING_KNOWS_NO_COMMAND_LINE = noClasses()
            .that()
            .resideInAPackage("dev.bengal.cli.judge..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "picocli..",
                    "dev.bengal.cli",
                    "dev.bengal.cli.terminal..",
                    "dev.bengal.site..",
                    "dev.bengal.experiment.."))
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Process.class);

    /** The commands stand on the rooms below them, and no room on a command. */
    private static final ArchRule ROOMS_KNOW_NO_COMMAND = noClasses()
            .that()
            .resideInAPackage("dev.bengal.cli.(*)..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.bengal.cli");

    private static final ArchRule NO_CYCLES_OF_ROOMS =
            slices().matching("dev.bengal.cli.(*)..").should().beFreeOfCycles();

    private static final ArchRule NO_CYCLES_OF_PICTURES =
            slices().matching("dev.bengal.report.(*)..").should().beFreeOfCycles();

    private static final ArchRule NO_CYCLES_OF_MARKDOWN =
            slices().matching("dev.bengal.site.markdown.(*)..").should().beFreeOfCycles();

    /** What renders a text stands on the rooms for the kinds of Markdown, and no room on it. */
    private static final ArchRule MARKDOWN_ROOMS_KNOW_NO_RENDERER = noClasses()
            .that()
            .resideInAPackage("dev.bengal.site.markdown.(*)..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.bengal.site.markdown");

    private static final ArchRule NAMES_SAY_SOMETHING =
            noClasses().should().haveNameMatching(".*(Impl|Utils?|Helper|Manager|Common)");

    private static final ArchRule NO_CYCLES =
            slices().matching("dev.bengal.(*)..").should().beFreeOfCycles();

    @TestFactory
    Stream<DynamicTest> rules_holdForTheProgram() {
        return Stream.of(
                        ARROWS,
                        LIBRARIES_FOR_OTHERS,
                        PURE_ANALYSIS,
                        ONLY_CLI_PRINTS,
                        ONLY_CLI_EXITS,
                        ENVIRONMENT_IS_READ_IN_TWO_PLACES,
                        ONLY_STORE_SQL_SPEAKS_SQL,
                        ONLY_SERVER_LISTENS,
                        JUDGING_KNOWS_NO_COMMAND_LINE,
                        ROOMS_KNOW_NO_COMMAND,
                        NO_CYCLES_OF_ROOMS,
                        NO_CYCLES_OF_PICTURES,
                        NO_CYCLES_OF_MARKDOWN,
                        MARKDOWN_ROOMS_KNOW_NO_RENDERER,
                        NAMES_SAY_SOMETHING,
                        NO_CYCLES)
                .map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(PROGRAM)));
    }

    @Test
    void program_isSeenWhole() {
        assertThat(PROGRAM.contain("dev.bengal.model.BuildMetrics")).isTrue();
        assertThat(PROGRAM.contain("dev.bengal.cli.Main")).isTrue();
        assertThat(PROGRAM.contain("dev.bengal.site.BuildOrchestrator")).isTrue();
        assertThat(PROGRAM.contain("dev.bengal.server.DashboardServer")).isTrue();
        assertThat(PROGRAM.contain("dev.bengal.experiment.CommandRecorder")).isTrue();
        assertThat(PROGRAM.contain("dev.bengal.formats.reading.ResultReader")).isTrue();
        assertThat(PROGRAM.contain("dev.bengal.forge.CommentBoard")).isTrue();
        assertThat(PROGRAM.contain("dev.bengal.alerts.AlertDesk")).isTrue();
        assertThat(PROGRAM.contain(ModelUtil.class)).isFalse();
    }

    @Test
    void arrows_areBrokenByAModelThatKnowsTheReport() {
        assertBroken(ARROWS, ModelUtil.class);
        assertBroken(ARROWS, KnowsTheJournal.class);
        assertBroken(ARROWS, KnowsTheReport.class);
        assertBroken(ARROWS, TellsOfVerdicts.class);
        assertBroken(ARROWS, KnowsTheAnalysis.class);
        assertBroken(ARROWS, KnowsTheStore.class);
        assertBroken(LIBRARIES_FOR_OTHERS, ModelUtil.class);
    }

    @Test
    void cycles_areFound() {
        JavaClasses withCycle = new ClassFileImporter().importPackages("dev.bengal.model", "dev.bengal.report");
        assertThat(NO_CYCLES.evaluate(withCycle).hasViolation()).isTrue();
    }

    @Test
    void cycles_areFoundBetweenPictures() {
        JavaClasses withCycle = new ClassFileImporter().importPackages("dev.bengal.report");
        assertThat(NO_CYCLES_OF_PICTURES.evaluate(withCycle).hasViolation()).isTrue();
    }

    @Test
    void cycles_areFoundBetweenKindsOfMarkdown() {
        JavaClasses withCycle = new ClassFileImporter().importPackages("dev.bengal.site.markdown");
        assertThat(NO_CYCLES_OF_MARKDOWN.evaluate(withCycle).hasViolation()).isTrue();
    }

    @Test
    void markdown_isBrokenByARoomThatKnowsTheRenderer() {
        assertBroken(MARKDOWN_ROOMS_KNOW_NO_RENDERER, KnowsTheRenderer.class);
    }

    @Test
    void analysis_isBrokenByAClock() {
        assertBroken(PURE_ANALYSIS, ReadsTheClock.class);
        assertBroken(PURE_ANALYSIS, KnowsTheJournal.class);
    }

    @Test
    void printingExitingAndReadingVariables_isFoundOutsideOfTheCommandLine() {
        assertBroken(ONLY_CLI_PRINTS, TalksToTheWorld.class);
        assertBroken(ONLY_CLI_EXITS, TalksToTheWorld.class);
        assertBroken(ENVIRONMENT_IS_READ_IN_TWO_PLACES, TalksToTheWorld.class);
    }

    @Test
    void sqlAndListening_areFoundOutsideOfTheirRooms() {
        assertBroken(ONLY_STORE_SQL_SPEAKS_SQL, TalksToTheWorld.class);
        assertBroken(ONLY_SERVER_LISTENS, TalksToTheWorld.class);
    }

    @Test
    void judging_isBrokenByACommandLine() {
        assertBroken(JUDGING_KNOWS_NO_COMMAND_LINE, KnowsTheCommandLine.class);
    }

    @Test
    void rooms_areBrokenByACommand() {
        assertBroken(ROOMS_KNOW_NO_COMMAND, KnowsACommand.class);
    }

    @Test
    void emptyNames_areFound() {
        assertBroken(NAMES_SAY_SOMETHING, ModelUtil.class);
    }

    private static void assertBroken(ArchRule rule, Class<?> planted) {
        JavaClasses classes = new ClassFileImporter()
                .importClasses(
                        planted,
                        dev.bengal.report.history.PerformanceReport.class,
                        dev.bengal.journal.Journal.class,
                        dev.bengal.analysis.Trend.class);
        assertThat(rule.evaluate(classes).getFailureReport().toString())
                .as(rule.getDescription())
                .contains(planted.getSimpleName());
    }
}
