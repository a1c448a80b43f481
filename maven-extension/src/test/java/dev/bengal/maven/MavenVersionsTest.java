package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds by the Mavens that the profile {@code heavy} unpacks. */
@Tag("heavy")
class MavenVersionsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"3.8.8", "3.9.11", "4.0.0-rc-5"})
    void singleModule_isRecordedWithItsTests(String version) throws Exception {
        SampleProject.single(folder);

        RealMaven.Run run = RealMaven.unpacked(version).run(folder, "test");

        assertThat(run.exitCode()).as(run.output()).isZero();
        MavenHistory history = run.history();
        assertThat(history.text("scenario")).isEqualTo("mvn test");
        assertThat(history.text("outcome")).isEqualTo("success");
        assertThat(history.last().path("environment").path("tool").asText()).isEqualTo("maven " + version);
        assertThat(history.phases())
                .contains(
                        "module.single.mojo.compiler:compile",
                        "module.single.mojo.compiler:testCompile",
                        "module.single.mojo.surefire:test");
        assertThat(history.value("tests.run")).isEqualTo(1);
        assertThat(history.value("tests.failed")).isZero();
        assertThat(history.value("tests.skipped")).isEqualTo(1);
        assertThat(history.value("downloads.count")).isZero();
        assertThat(history.value("resolution.duration_ms")).isPositive();
        assertThat(history.value("maven.launcher_ms")).isPositive();
        assertThat(history.measurement("test.s.A1Test.works.duration_ms")).isPresent();
        assertThat(history.phase("module.single.mojo.surefire:test")
                        .path("items_processed")
                        .asLong())
                .isEqualTo(1);
        assertThat(history.last().path("child_cpu_ms").asDouble())
                .as("the tests' JVM")
                .isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.8", "3.9.11", "4.0.0-rc-5"})
    void testsThatRecordThemselves_areToldOfTheBuildThatTheyArePartOf(String version) throws Exception {
        RealMaven maven = RealMaven.unpacked(version);
        SampleProject project = SampleProject.single(folder).withTest(SampleProject.TELLS_ITS_PARENT);

        RealMaven.Run without = maven.run(folder, "test");
        assertThat(without.exitCode()).as(without.output()).isZero();
        assertThat(folder.resolve("told")).hasContent("nothing");

        project.withRecordedTests();
        RealMaven.Run with = maven.run(folder, "test");
        assertThat(with.exitCode()).as(with.output()).isZero();
        assertThat(folder.resolve("told")).hasContent(with.history().text("build_id"));
        assertThat(with.history().text("scenario")).isEqualTo("mvn test");

        RealMaven.Run inMavenItself = maven.run(folder, "-DforkCount=0", "test");
        assertThat(inMavenItself.exitCode()).as(inMavenItself.output()).isZero();
        assertThat(folder.resolve("told")).hasContent(inMavenItself.history().text("build_id"));
        assertThat(inMavenItself.history().last().path("parent_build").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.8", "3.9.11", "4.0.0-rc-5"})
    void tenModules_areRecordedOnTwoThreads(String version) throws Exception {
        SampleProject.modules(folder, 10);

        RealMaven.Run run = RealMaven.unpacked(version).run(folder, "-T", "2", "compile");

        assertThat(run.exitCode()).as(run.output()).isZero();
        MavenHistory history = run.history();
        assertThat(history.text("scenario")).isEqualTo("mvn -T 2 compile");
        assertThat(history.phases())
                .contains(IntStream.rangeClosed(1, 10)
                        .mapToObj(i -> "module.m" + i + ".mojo.compiler:compile")
                        .toArray(String[]::new));
        Set<String> threads = new TreeSet<>();
        for (JsonNode phase : history.last().path("phases")) {
            if (phase.path("name").asText().matches("module\\.m\\d+\\.mojo\\..*")) {
                threads.add(phase.path("thread").asText());
                // Maven 4 has other names for some of the phases.
                assertThat(phase.path("parent").asText())
                        .isIn(
                                module(phase) + ".phase.compile",
                                module(phase) + ".phase.process-resources",
                                module(phase) + ".phase.after:resources");
                assertThat(phase.path("cpu_ms").asDouble(-1)).isNotNegative();
                assertThat(phase.path("allocated_mb").asDouble(0)).isPositive();
            }
        }
        assertThat(threads).hasSizeGreaterThan(1);
        assertThat(history.measurement("reactor.critical_path_ms")
                        .orElseThrow()
                        .path("source")
                        .asText())
                .startsWith("all > m")
                .contains(" > ");
        assertThat(history.value("reactor.idle_ms")).isNotNegative();
        assertThat(history.value("maven.threads")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.8", "3.9.11", "4.0.0-rc-5"})
    void failures_areRecordedAndLeftAsTheyAre(String version) throws Exception {
        RealMaven maven = RealMaven.unpacked(version);

        RealMaven.Run test = maven.run(
                SampleProject.single(Files.createDirectory(folder.resolve("test")))
                        .withTest("assertEquals(1, 2)")
                        .folder(),
                "test");
        assertThat(test.exitCode()).isEqualTo(1);
        assertThat(test.history().text("outcome")).isEqualTo("failed");
        assertThat(test.history().value("tests.failed")).isEqualTo(1);
        assertThat(test.history()
                        .phase("module.single.mojo.surefire:test")
                        .path("outcome")
                        .asText())
                .isEqualTo("failed");

        RealMaven.Run compile = maven.run(
                SampleProject.single(Files.createDirectory(folder.resolve("compile")))
                        .withCompileError()
                        .folder(),
                "compile");
        assertThat(compile.exitCode()).isEqualTo(1);
        assertThat(compile.history().text("outcome")).isEqualTo("failed");
        assertThat(compile.history().phases()).contains("module.single.mojo.compiler:compile");

        RealMaven.Run dependency = maven.run(
                SampleProject.single(Files.createDirectory(folder.resolve("dependency")))
                        .withUnresolvableDependency()
                        .folder(),
                "compile");
        assertThat(dependency.exitCode()).isEqualTo(1);
        assertThat(dependency.history().text("outcome")).isEqualTo("failed");
        assertThat(dependency.history().phases()).doesNotContain("module.single.mojo.compiler:compile");

        RealMaven.Run pom = maven.run(
                SampleProject.single(Files.createDirectory(folder.resolve("pom")))
                        .withBrokenPom()
                        .folder(),
                "compile");
        assertThat(pom.exitCode()).isEqualTo(1);
        assertThat(pom.history().text("outcome")).isEqualTo("failed");
    }

    /** The goal of the plugin has the lifecycle run up to test-compile before it; Maven 3 runs again what ran already. */
    @ParameterizedTest
    @ValueSource(strings = {"3.8.8", "3.9.11", "4.0.0-rc-5"})
    void forkedGoals_standBelowTheGoalThatForked(String version) throws Exception {
        String analyze = "org.apache.maven.plugins:maven-dependency-plugin:"
                + RealMaven.property("real-maven.dependency") + ":analyze";
        SampleProject.single(folder);

        RealMaven.Run run = RealMaven.unpacked(version).run(folder, "compile", analyze);

        assertThat(run.exitCode()).as(run.output()).isZero();
        String forking = "module.single.mojo.dependency:analyze";
        List<JsonNode> compile = run.history().phases("module.single.mojo.compiler:compile");
        assertThat(compile.get(0).path("parent").asText()).isEqualTo("module.single.phase.compile");
        assertThat(compile.subList(1, compile.size()))
                .allSatisfy(again -> assertThat(again.path("parent").asText()).isEqualTo(forking));
        assertThat(run.history()
                        .phase("module.single.mojo.compiler:testCompile")
                        .path("parent")
                        .asText())
                .isEqualTo(forking);
        assertThat(run.history().phase(forking).path("parent").asText()).isEqualTo("module.single");
        assertThat(end(run.history().phase("module.single.phase.compile")))
                .isLessThanOrEqualTo(
                        run.history().phase(forking).path("start_ms").asDouble());

        RealMaven.Run broken = RealMaven.unpacked(version)
                .run(SampleProject.single(folder).withTest("nothing").folder(), analyze);

        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.history().phase(forking).path("outcome").asText()).isEqualTo("failed");
    }

    private static double end(JsonNode phase) {
        return phase.path("start_ms").asDouble() + phase.path("duration_ms").asDouble();
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.8", "3.9.11", "4.0.0-rc-5"})
    void signal_leavesAnInterruptedRecord(String version) throws Exception {
        Path begun = folder.resolve("begun");
        SampleProject.single(folder)
                .withTest("java.nio.file.Files.createFile(java.nio.file.Path.of(\"" + begun + "\")); new"
                        + " java.util.concurrent.CountDownLatch(1).await()");
        Process process = RealMaven.unpacked(version).start(folder, "test");
        while (!Files.exists(begun)) {
            // Looked at without a break, it would take a processor from those who build; and what is not written to its
            // end is not read.
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
                    .as("ended before its test began")
                    .isFalse();
        }

        // The script hands over to Java by exec, so this is Maven's own process.
        List<ProcessHandle> forked = process.descendants().toList();
        process.destroy();
        process.waitFor();
        forked.forEach(ProcessHandle::destroyForcibly);

        MavenHistory history = MavenHistory.in(folder.resolve(".bengal-metrics"));
        assertThat(history.builds()).hasSize(1);
        assertThat(history.text("outcome")).isEqualTo("interrupted");
        assertThat(history.phase("module.single.mojo.surefire:test")
                        .path("outcome")
                        .asText())
                .isEqualTo("interrupted");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.8", "3.9.11", "4.0.0-rc-5"})
    void twoRegistrations_leaveOneRecord(String version) throws Exception {
        SampleProject.single(folder);
        String jar = RealMaven.property("real-maven.jar");
        Path other = Files.copy(Path.of(jar), folder.resolve("other.jar"));

        RealMaven.Run run =
                RealMaven.unpacked(version).withJars(jar, other.toString()).run(folder, "validate");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.history().builds()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.8", "3.9.11", "4.0.0-rc-5"})
    void unwritableHistory_costsOneWarning(String version) throws Exception {
        SampleProject.single(folder);
        // Root may write anywhere; where a file is, not even root can have a folder.
        Files.createFile(folder.resolve(".bengal-metrics"));

        int exitCode = RealMaven.unpacked(version).start(folder, "validate").waitFor();

        String output = Files.readString(folder.resolve("output"));
        assertThat(exitCode).as(output).isZero();
        assertThat(output.lines().filter(line -> line.contains("Bengal")))
                .singleElement()
                .asString()
                .startsWith("[WARNING] Bengal: this build was not recorded: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.8", "3.9.11", "4.0.0-rc-5"})
    void twoBuildsAtOnce_leaveARecordEach(String version) throws Exception {
        SampleProject.modules(folder, 2);
        RealMaven maven = RealMaven.unpacked(version);

        Process one = maven.start(folder, "validate");
        Process other = maven.start(folder, "validate");

        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
        assertThat(MavenHistory.in(folder.resolve(".bengal-metrics")).builds().stream()
                        .map(build -> build.path("outcome").asText())
                        .toList())
                .containsExactly("success", "success");
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.8.8", "3.9.11", "4.0.0-rc-5"})
    void switches_silenceAndSkip(String version) throws Exception {
        SampleProject.single(folder);
        RealMaven maven = RealMaven.unpacked(version);

        RealMaven.Run skipped = maven.run(folder, "-Dbengal.skip", "validate");
        assertThat(skipped.output()).doesNotContain("Bengal");
        assertThat(skipped.history().builds()).isEmpty();

        RealMaven.Run quiet = maven.run(folder, "-Dbengal.quiet", "validate");
        assertThat(quiet.output()).doesNotContain("Bengal");
        assertThat(quiet.history().builds()).hasSize(1);
    }

    private static String module(JsonNode goal) {
        return goal.path("name").asText().replaceFirst("\\.mojo\\..*", "");
    }
}
