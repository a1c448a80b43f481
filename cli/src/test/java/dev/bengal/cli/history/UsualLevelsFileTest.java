package dev.bengal.cli.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.cli.StepHistory;
import dev.bengal.cli.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a judgement leaves ready for hosts. */
class UsualLevelsFileTest {
    @TempDir
    private Path folder;

    /** Ten builds at 1250 ms, give or take 1 %, since the step. */
    @Test
    void changes_leaveTheCurrentLevel() throws IOException {
        StepHistory.write(folder, 30, 20);

        assertThat(new Terminal(folder).run("perf", "-C", ".", "changes").err()).isEmpty();

        assertThat(folder.resolve(".bengal-metrics/baseline.properties"))
                .content()
                .hasLineCount(2)
                .contains("|site\\ full|")
                .containsPattern("total_duration_ms=12\\d\\d\\.\\d+ 125\\d\\.\\d+ 1[23]\\d\\d\\.\\d+");
    }

    @Test
    void otherHistory_leavesNothing() throws IOException {
        StepHistory.write(folder, 30, 20);

        new Terminal(folder).run("perf", "changes", "--history", ".bengal-metrics/history.jsonl");

        assertThat(folder.resolve(".bengal-metrics/baseline.properties")).doesNotExist();
    }
}
