package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The marks in the table of {@code bengal perf}. */
class PerfStepsTest {
    @TempDir
    private Path folder;

    private String perf(String... options) {
        String[] arguments = new String[options.length + 3];
        System.arraycopy(new String[] {"perf", "-C", "."}, 0, arguments, 0, 3);
        System.arraycopy(options, 0, arguments, 3, options.length);
        return new Terminal(folder).run(arguments).out();
    }

    @Test
    void table_marksTheFirstBuildOfANewLevel() throws IOException {
        StepHistory.write(folder, 30, 24);

        assertThat(perf().lines().filter(line -> line.contains("(1)")))
                .hasSize(2)
                .anyMatch(line -> line.contains("24abcdef"))
                .anyMatch(line -> line.startsWith("(1) from here on time +25.0 % (+2") && line.endsWith("confirmed"));
    }

    @Test
    void table_marksNothingThatIsNotInIt() throws IOException {
        StepHistory.write(folder, 30, 24);

        assertThat(perf("-n", "5")).doesNotContain("(1)", "Step");
        assertThat(perf("--metric", "allocated_mb")).doesNotContain("(1)", "Step");
    }

    @Test
    void table_ofFewBuildsIsNotMarked() throws IOException {
        StepHistory.write(folder, 19, 10);

        assertThat(perf("-n", "all")).doesNotContain("(1)", "Step");
    }

    @Test
    void table_saysWhatWasAccepted() throws IOException {
        StepHistory.write(folder, 30, 24);
        new Terminal(folder).run("perf", "-C", ".", "accept", "24abcdef", "--why", "more pages");

        assertThat(perf()).contains("confirmed, accepted");
    }
}
