package dev.bengal.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bengal.junit.samples.Waiting;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InterruptedRunTest {
    @TempDir
    private Path folder;

    @Test
    @DisabledOnOs(OS.WINDOWS)
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void termination_leavesWhatWasMeasuredByThen() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        WaitingRun.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader words =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        assertThat(words.readLine()).isEqualTo("waiting");
        // Not Process.destroy, which would also end the process' input and so the run by itself.
        process.toHandle().destroy();
        process.waitFor();

        List<RecordedTests> runs = RecordedTests.in(folder);
        assertThat(runs).hasSize(1);
        RecordedTests run = runs.get(0);
        assertThat(run.text("outcome")).isEqualTo("interrupted");
        assertThat(run.value("tests.run")).isEqualTo(1);
        assertThat(run.value("test." + Waiting.class.getName() + ".allocates.allocated_mb"))
                .isCloseTo(4, within(0.4));
        assertThat(run.phase(Waiting.class.getName()).get("outcome").asText()).isEqualTo("interrupted");
    }
}
