package dev.bengal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The Maven is a shell that notes how it was called. */
class MavenCommandTest {
    @TempDir
    private Path folder;

    @Test
    void pairs_areAddedToThoseThatAreThere() throws Exception {
        Path calls = folder.resolve("calls");

        assertThat(measure("--pairs", "2", calls)).contains("| 2 | wall |").contains("| without | recorded |");
        assertThat(measure("--pairs", "4", calls)).contains("| 6 | wall |").contains(" to ");

        assertThat(Files.readAllLines(folder.resolve("runs.csv"))).hasSize(7);
        // A round to warm up before each, and every other one backwards.
        assertThat(Files.readAllLines(calls).subList(0, 6))
                .containsExactly(
                        "",
                        "-Dmaven.ext.class.path=e.jar",
                        "-Dmaven.ext.class.path=e.jar",
                        "",
                        "",
                        "-Dmaven.ext.class.path=e.jar");
    }

    private String measure(String option, String value, Path calls) {
        StringWriter out = new StringWriter();
        int exitCode = new CommandLine(new MavenCommand())
                .setOut(new PrintWriter(out))
                .execute(
                        "--jar",
                        "e.jar",
                        "--runs",
                        folder.resolve("runs.csv").toString(),
                        option,
                        value,
                        "--",
                        "sh",
                        "-c",
                        "echo \"$MAVEN_OPTS\" >> " + calls);
        assertThat(exitCode).isZero();
        return out.toString();
    }
}
