package dev.bengal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class AccuracyCommandTest {
    @Test
    void accuracy_runsTheKnownProcessWithAndWithoutProbes(@TempDir Path work) {
        int exitCode = new CommandLine(new AccuracyCommand())
                .execute("--runs", "1", "--heap", "20", "--touch", "10", "--work", work.toString());

        assertThat(exitCode).isZero();
        // The last run was the plain one, which reads nothing.
        assertThat(work.resolve("output.txt")).hasContent("null null");
    }
}
