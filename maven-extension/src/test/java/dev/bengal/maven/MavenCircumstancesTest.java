package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a build goes on after a failure, and which Java it runs on; by the Mavens that the profile {@code heavy} unpacks. */
@Tag("heavy")
class MavenCircumstancesTest {
    /** Where Debian's packages of Temurin lie. */
    private static final Path JAVA_25 = Path.of("/usr/lib/jvm/temurin-25-jdk-amd64");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"3.8.8", "3.9.11", "4.0.0-rc-5"})
    void failAtEnd_recordsWhatWasBuiltAfterTheFailure(String version) throws Exception {
        SampleProject.modules(folder, 4).withCompileErrorIn(1);

        RealMaven.Run run = RealMaven.unpacked(version).run(folder, "--fail-at-end", "compile");

        assertThat(run.exitCode()).as(run.output()).isEqualTo(1);
        assertThat(run.history().builds()).hasSize(1);
        assertThat(run.history().text("outcome")).isEqualTo("failed");
        assertThat(run.history()
                        .phase("module.m1.mojo.compiler:compile")
                        .path("outcome")
                        .asText())
                .isEqualTo("failed");
        // Each module needs the one two before it: 3 needs the broken one, 2 and 4 do not.
        assertThat(run.history().phases())
                .contains("module.m2.mojo.compiler:compile", "module.m4.mojo.compiler:compile")
                .doesNotContain("module.m3.mojo.compiler:compile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.8", "3.9.11", "4.0.0-rc-5"})
    void java25_isRecordedWithoutAWarning(String version) throws Exception {
        assumeTrue(Files.exists(JAVA_25), JAVA_25 + " is not installed");
        SampleProject.single(folder);

        RealMaven.Run run = RealMaven.unpacked(version).onJava(JAVA_25).run(folder, "test");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output().lines().filter(line -> line.contains("Bengal")))
                .singleElement()
                .asString()
                .startsWith("[INFO] Bengal recorded 'mvn test' (success)");
        assertThat(run.history().last().path("environment").toString()).contains("25.");
        assertThat(run.history().value("tests.run")).isEqualTo(1);
        assertThat(run.history().value("maven.offline")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.8", "3.9.11", "4.0.0-rc-5"})
    void failsafe_hasItsTestsCountedTooAndTellsThemOfTheBuild(String version) throws Exception {
        SampleProject.single(folder).withRecordedTests().withIntegrationTest(SampleProject.TELLS_ITS_PARENT);
        String failsafe = "org.apache.maven.plugins:maven-failsafe-plugin:" + RealMaven.property("real-maven.surefire");

        RealMaven.Run run = RealMaven.unpacked(version)
                .run(folder, "test-compile", failsafe + ":integration-test", failsafe + ":verify");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(folder.resolve("told")).hasContent(run.history().text("build_id"));
        assertThat(run.history().value("tests.run")).isEqualTo(1);
        assertThat(run.history().measurement("test.s.A1IT.worksTogether.duration_ms"))
                .isPresent();
        assertThat(run.history()
                        .phase("module.single.mojo.failsafe:integration-test")
                        .path("items_processed")
                        .asLong())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.8", "3.9.11", "4.0.0-rc-5"})
    void scenario_tellsWhatTheCommandLineChose(String version) throws Exception {
        SampleProject.modules(folder, 3).withProfile("quick", "!full").withProfile("docs", "docs");
        RealMaven maven = RealMaven.unpacked(version);

        assertThat(maven.run(folder, "validate").history().text("scenario")).isEqualTo("mvn validate");
        assertThat(maven.run(folder, "-Dfull", "-Ddocs=swordfish", "validate", "-pl", "m3", "-am")
                        .history()
                        .text("scenario"))
                .isEqualTo("mvn -P!quick -Pdocs validate of m3 -am");
        assertThat(maven.run(folder, "-N", "-P", "docs,!quick", "validate")
                        .history()
                        .text("scenario"))
                .isEqualTo("mvn -N -P!quick -Pdocs validate");
    }

    /** It begins all modules at once, on threads that then go from one to another. */
    @Test
    void concurrentBuilder_hasItsModulesSideBySide() throws Exception {
        SampleProject.modules(folder, 4);

        RealMaven.Run run = RealMaven.unpacked("4.0.0-rc-5").run(folder, "-b", "concurrent", "-T", "2", "compile");

        assertThat(run.exitCode()).as(run.output()).isZero();
        double begin = Double.POSITIVE_INFINITY;
        double end = 0;
        for (int i = 1; i <= 4; i++) {
            JsonNode module = run.history().phase("module.m" + i);
            begin = Math.min(begin, module.path("start_ms").asDouble());
            end = Math.max(
                    end,
                    module.path("start_ms").asDouble()
                            + module.path("duration_ms").asDouble());
            assertThat(run.history().phase("module.m" + i).path("parent").isNull())
                    .isTrue();
            assertThat(run.history()
                            .phase("module.m" + i + ".mojo.compiler:compile")
                            .path("parent")
                            .asText())
                    .isEqualTo("module.m" + i + ".phase.compile");
        }
        assertThat(run.history().measurement("reactor.critical_path_ms")).isEmpty();
        assertThat(run.history().last().path("unattributed_ms").asDouble())
                .as("while modules are open, time is theirs")
                .isLessThan(run.history().last().path("total_duration_ms").asDouble() - (end - begin) + 0.1);
    }
}
