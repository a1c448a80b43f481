package dev.bengal.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.junit.samples.ForkOne;
import dev.bengal.junit.samples.ForkTwo;
import dev.bengal.model.BuildMetrics;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A project whose tests Maven's Surefire runs in two processes at once, which write one history. Nothing is fetched. */
@EnabledIfSystemProperty(
        named = SurefireForksTest.MAVEN,
        matches = ".+",
        disabledReason = "it needs the Maven that builds")
class SurefireForksTest {
    static final String MAVEN = "surefire-forks.maven";

    @TempDir
    private Path folder;

    @Test
    @Tag("heavy")
    void forks_leaveARecordEach() throws Exception {
        Path metrics = folder.resolve("metrics");
        Files.createDirectory(folder.resolve("rendezvous"));
        Files.writeString(folder.resolve("pom.xml"), pom());
        // As the extension for Maven sets it.
        String output = mvn("-Dbengal.junit.metrics-dir=" + metrics, "-Dbengal.parent-build=01maven");

        List<RecordedTests> runs = RecordedTests.in(metrics);
        assertThat(runs).as(output).hasSize(2);
        assertThat(runs).allSatisfy(run -> {
            assertThat(run.text("outcome")).isEqualTo("success");
            assertThat(run.text("scenario")).isEqualTo("junit fork");
            assertThat(run.text("parent_build")).isEqualTo("01maven");
            assertThat(run.value("tests.run")).isEqualTo(1);
            assertThat(run.json().get("phases")).hasSize(1);
        });
        assertThat(runs.stream()
                        .map(run -> run.json().get("phases").get(0).get("name").asText()))
                .containsExactlyInAnyOrder(Launch.names(ForkOne.class, ForkTwo.class));
        assertThat(runs.stream().mapToDouble(SurefireForksTest::allocated).sum())
                .isCloseTo(7 + 9, within(0.16));
        assertThat(runs.get(0).text("build_id")).isNotEqualTo(runs.get(1).text("build_id"));
    }

    private static double allocated(RecordedTests run) {
        return run.value(run.measurements(".allocates.allocated_mb").get(0));
    }

    private String mvn(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(property(MAVEN), "bin", "mvn").toString(),
                "--batch-mode",
                "--offline",
                "-Dmaven.repo.local=" + property("surefire-forks.repository"),
                "surefire:test"));
        command.addAll(List.of(options));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("BENGAL_") || name.startsWith("MAVEN_"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static String pom() throws IOException {
        try (InputStream pom = SurefireForksTest.class.getResourceAsStream("surefire-forks.xml")) {
            return new String(Objects.requireNonNull(pom).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@surefire.version@", property("surefire-forks.surefire"))
                    .replace("@junit.version@", property("surefire-forks.junit"))
                    .replace("@classes@", Home.of(ForkOne.class).toString())
                    .replace(
                            "@bengal@",
                            Stream.of(
                                            PerformanceExtension.class,
                                            PerformanceCollector.class,
                                            MetricsDirectory.class,
                                            BuildMetrics.class)
                                    .map(Home::of)
                                    .map(home ->
                                            "<additionalClasspathElement>" + home + "</additionalClasspathElement>")
                                    .collect(Collectors.joining()));
        }
    }

    private static String property(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }
}
