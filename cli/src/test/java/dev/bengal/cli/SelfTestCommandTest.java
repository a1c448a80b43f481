package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfTestCommandTest {
    @TempDir
    private Path folder;

    private Terminal.Run selfTest(String... options) {
        String[] arguments = new String[options.length + 4];
        System.arraycopy(new String[] {"perf", "-C", ".", "selftest"}, 0, arguments, 0, 4);
        System.arraycopy(options, 0, arguments, 4, options.length);
        return new Terminal(folder).run(arguments);
    }

    @Test
    void selftest_seesNoFalseAlarmInQuietBuildsAcrossAStep() throws IOException {
        StepHistory.write(folder, 40, 20);

        Terminal.Run run = selfTest("--metric", "total_duration_ms");

        assertThat(run.exitCode()).as(run.err()).isZero();
        // Noise of 1 % and a limit of 20 %: no order of the builds of one level looks like a growth of 20 %, and a step
        // beyond
        // that limit by the noise is seen.
        assertThat(run.out().lines().skip(2))
                .singleElement()
                .asString()
                .matches("site full +time +40 +20 % +0\\.0 +0\\.0 +\\+2[01]\\.\\d %");
    }

    @Test
    void selftest_answersTheSameEachTime() throws IOException {
        StepHistory.write(folder, 40, 20);

        assertThat(selfTest("-f", "json").out())
                .isEqualTo(selfTest("-f", "json").out())
                .contains(
                        "\"metric\" : \"allocated_mb\"", "\"smallest_step_pct\" : 2", "\"failed_per_thousand\" : 0.0");
    }

    @Test
    void selftest_ofFewBuildsSaysWhatIsMissing() throws IOException {
        StepHistory.write(folder, 8, 8);

        assertThat(selfTest().out()).isEqualTo("Not replayed: 3 series without a level of more than 8 builds.\n");
    }

    @Test
    void selftest_withoutAHistorySaysSo() {
        assertThat(selfTest().exitCode()).isZero();
        assertThat(selfTest().out()).contains("No builds are recorded in");
    }
}
