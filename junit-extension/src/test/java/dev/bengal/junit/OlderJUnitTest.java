package dev.bengal.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.junit.samples.Allocating;
import dev.bengal.junit.samples.Repeated;
import dev.bengal.model.BuildMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The same classes, compiled against JUnit 6, in a JVM with JUnit 5. */
@EnabledIfSystemProperty(named = OlderJUnitTest.JARS, matches = ".+", disabledReason = "Maven fetches JUnit 5")
class OlderJUnitTest {
    static final String JARS = "junit5.folder";

    @TempDir
    private Path folder;

    @Test
    void junit5_recordsAndJudgesAlike() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath(),
                        OlderJUnitRun.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output)
                .contains("sixtyFour() SUCCESSFUL", "within() SUCCESSFUL")
                .contains("over() FAILED dev.bengal.junit.samples.Budgeted.over is over its performance budget");
        RecordedTests run = RecordedTests.in(folder).get(0);
        assertThat(run.json().get("environment").get("tool").asText()).startsWith("junit platform 1.");
        assertThat(run.value("test." + Allocating.class.getName() + ".sixtyFour.allocated_mb"))
                .isCloseTo(64, within(0.64));
        assertThat(run.measurement("test." + Allocating.class.getName() + ".dynamic[2.1].allocated_mb"))
                .isPresent();
        assertThat(run.measurement("test." + Repeated.class.getName() + ".grows.allocated_mb")
                        .orElseThrow()
                        .get("samples"))
                .hasSize(3);
    }

    private static String classPath() throws IOException {
        Stream<Path> own = Stream.of(
                        PerformanceExtension.class,
                        OlderJUnitRun.class,
                        PerformanceCollector.class,
                        MetricsDirectory.class,
                        BuildMetrics.class)
                .map(Home::of);
        try (Stream<Path> jars = Files.list(Path.of(System.getProperty(JARS)))) {
            List<Path> junit = jars.toList();
            return Stream.concat(own, junit.stream())
                    .map(Path::toString)
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        }
    }
}
