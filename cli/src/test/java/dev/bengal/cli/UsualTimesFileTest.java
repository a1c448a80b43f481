package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a judgement leaves ready for hosts. */
class UsualTimesFileTest {
    @TempDir
    private Path folder;

    /** Ten builds at 1250 ms, give or take 1 %, since the step: the margin is the tenth, 125. */
    @Test
    void changes_leaveTheUsualTimeOfTheCurrentLevel() throws IOException {
        StepHistory.write(folder, 30, 20);

        assertThat(new Terminal(folder).run("perf", "-C", ".", "changes").err()).isEmpty();

        assertThat(folder.resolve(".bengal-metrics/baseline.properties"))
                .content()
                .hasLineCount(1)
                .startsWith("usual/")
                .contains("/site\\ full=125")
                .endsWith(" 10\n");
    }

    @Test
    void otherHistory_leavesNothing() throws IOException {
        StepHistory.write(folder, 30, 20);

        new Terminal(folder).run("perf", "changes", "--history", ".bengal-metrics/history.jsonl");

        assertThat(folder.resolve(".bengal-metrics/baseline.properties")).doesNotExist();
    }
}
