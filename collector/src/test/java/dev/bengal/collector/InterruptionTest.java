package dev.bengal.collector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InterruptionTest {
    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void termination_leavesARecord() throws IOException, InterruptedException {
        terminate(start("as measured"));

        List<String> lines = Files.readAllLines(folder.resolve("history.jsonl"));
        assertThat(lines).singleElement().asString().contains("\"outcome\":\"interrupted\"");
        assertThat(lines.get(0))
                .contains("\"name\":\"discovery\"", "\"items_processed\":3,\"outcome\":\"success\"")
                .contains("\"name\":\"rendering\"", "\"items_processed\":1,\"outcome\":\"interrupted\"");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void completionThatThrows_leavesWhatWasMeasured() throws IOException, InterruptedException {
        terminate(start("no completion"));

        assertThat(Files.readAllLines(folder.resolve("history.jsonl")))
                .singleElement()
                .asString()
                .contains("\"outcome\":\"interrupted\"", "\"name\":\"rendering\"");
        assertThat(folder.resolve("warnings"))
                .content()
                .contains("as it was measured")
                .contains("nothing is known");
    }

    @Test
    void buildThatIsClosedUnsaved_leavesNone() throws IOException, InterruptedException {
        Process build = start("as measured");
        build.getOutputStream().close();

        assertThat(build.waitFor()).isZero();
        assertThat(folder.resolve("history.jsonl")).doesNotExist();
    }

    private static void terminate(Process build) throws InterruptedException {
        // Not Process.destroy, which would also end the process' input and so the build by itself.
        assertThat(build.toHandle().destroy()).isTrue();
        // 128 + 15, as every process that SIGTERM ended.
        assertThat(build.waitFor()).isEqualTo(143);
    }

    private Process start(String completion) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        InterruptedBuild.class.getName(),
                        folder.toString(),
                        completion)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader words =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(words.readLine()).isEqualTo("working");
        return process;
    }
}
