package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A Maven that records itself below {@code bengal perf run}, which records it from outside. */
@Tag("heavy")
@DisabledOnOs(OS.WINDOWS)
class NestedMavenTest {
    private static final int RUNS = 2;

    @TempDir
    private Path folder;

    private Terminal terminal;
    private RealMaven maven;

    @BeforeEach
    void project() throws IOException {
        Path home = folder.resolve("home");
        terminal = new Terminal(folder).with("HOME", home.toString());
        maven = new RealMaven(home, folder);
        Files.writeString(
                folder.resolve("pom.xml"),
                "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>"
                        + "<groupId>sample</groupId><artifactId>nested</artifactId><version>1</version>"
                        + "<packaging>pom</packaging></project>");
        Terminal.Run install = terminal.run("perf", "install", "maven", "--project");
        assertThat(install.exitCode()).as(install.err()).isZero();
    }

    /** Without a name the run would have the one that Maven's own record has. */
    @ParameterizedTest
    @CsvSource({"'', run mvn validate", "outside, outside", "mvn validate, run mvn validate"})
    void maven_namesItsRunAndStandsInNoSeriesWithIt(String asked, String scenario) throws Exception {
        for (int i = 0; i < RUNS; i++) {
            run(asked);
        }

        List<String> lines = new Records(folder).lines();
        assertThat(lines).hasSize(2 * RUNS);
        for (int i = 0; i < lines.size(); i += 2) {
            String inner = lines.get(i);
            String outer = lines.get(i + 1);
            assertThat(Records.value(inner, "scenario")).isEqualTo("mvn validate");
            assertThat(Records.value(outer, "scenario")).isEqualTo(scenario);
            assertThat(Records.value(inner, "parent_build")).isEqualTo(Records.value(outer, "build_id"));
        }
        assertThat(terminal.run("perf").out().lines().filter(line -> line.startsWith("Trend of ")))
                .singleElement()
                .asString()
                .startsWith("Trend of mvn validate, first to last of " + RUNS + " comparable builds");
        assertThat(terminal.run("perf", "changes").out()).contains("the longest series has " + RUNS + ".");
        assertThat(dashboard())
                .contains(
                        "\"scenario\":\"mvn validate\",\"builds\":" + RUNS,
                        "\"scenario\":\"" + scenario + "\",\"builds\":" + RUNS);
    }

    private String dashboard() throws IOException {
        Terminal.Run dashboard = terminal.run("perf", "dashboard", "-o", "page.html");
        assertThat(dashboard.exitCode()).as(dashboard.err()).isZero();
        return Files.readString(folder.resolve("page.html"));
    }

    /** In a process of its own, since Maven gets its streams. */
    private void run(String asked) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("perf", "run"));
        if (!asked.isEmpty()) {
            words.addAll(List.of("--scenario", asked));
        }
        words.addAll(List.of("--", RealMaven.program(), "validate", "--offline", "--batch-mode"));
        BengalProcess bengal = BengalProcess.start(folder, maven.variables(), words);
        String output = new String(bengal.out(), StandardCharsets.UTF_8);
        assertThat(bengal.exitCode()).as(output).isZero();
        assertThat(output).contains("Bengal recorded 'mvn validate' (success)");
    }
}
