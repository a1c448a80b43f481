package dev.bengal.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessTreeTest {
    private static final long MEBIBYTE = 1024 * 1024;

    @TempDir
    private Path proc;

    @Test
    void tree_isReadThroughTheThreadsOfEachProcess() throws IOException {
        process(10, 20, 15, "11 12 ");
        thread(10, 101, "13 ");
        process(11, 300, 1, "");
        process(12, 5, 5, "14 ");
        process(13, 7, 7, "");
        process(14, 50, 40, "");
        process(99, 5000, 5000, "");

        assertThat(new ProcessTree(proc).read(10)).contains(new TreeReading(300 * MEBIBYTE, 68 * MEBIBYTE));
    }

    @Test
    void processThatHasEnded_countsForNothing() throws IOException {
        process(10, 20, 15, "11 12 ");
        Files.createDirectories(proc.resolve("12/task/12"));
        Files.writeString(proc.resolve("12/status"), "Name:\tzombie\nState:\tZ (zombie)\n");

        assertThat(new ProcessTree(proc).read(10)).contains(new TreeReading(20 * MEBIBYTE, 15 * MEBIBYTE));
        assertThat(new ProcessTree(proc).read(12)).isEmpty();
        assertThat(new ProcessTree(proc).read(77)).isEmpty();
    }

    @Test
    void processesThatClaimEachOther_areReadOnce() throws IOException {
        process(10, 1, 1, "11 x ");
        process(11, 1, 1, "10 ");

        assertThat(new ProcessTree(proc).read(10)).contains(new TreeReading(MEBIBYTE, 2 * MEBIBYTE));
    }

    /** Milliseconds: a tenth of the life within 2 and 100, but twenty times the cost of a look. */
    @ParameterizedTest
    @CsvSource({"0,0.05,2", "15,0.05,2", "50,0.05,5", "600,0.05,60", "5000,0.05,100", "5000,30,600"})
    void pause_growsWithTheLifeOfTheCommand(double life, double cost, double pause) {
        assertThat(TreeSampler.pause((long) (life * 1e6), (long) (cost * 1e6))).isEqualTo((long) (pause * 1e6));
    }

    @ParameterizedTest
    @CsvSource({"3,50,100,true", "40,99,100,true", "3,49,100,false", "2,99,100,false", "0,0,100,false"})
    void looks_tellOfAPeakWhereThereAreSomeUpToTheLastHalf(int looks, long last, long life, boolean telling) {
        assertThat(TreeSampler.areTelling(looks, last, life)).isEqualTo(telling);
    }

    @ParameterizedTest
    @CsvSource({
        "42 (a) b) S 1 42 40 34816 42 -1, true",
        "42 (sh) S 1 42 40 34816 50 -1, false",
        "42 (sh) S 1 42 42 0 -1 0, false",
        "42 (sh), false"
    })
    void foreground_isTheGroupOfTheTerminal(String stat, boolean ours) {
        assertThat(ForegroundGroup.isForeground(stat)).isEqualTo(ours);
    }

    private void process(long pid, long peak, long now, String children) throws IOException {
        thread(pid, pid, children);
        Files.writeString(
                proc.resolve(pid + "/status"),
                "Name:\tVmHWM: 9 kB\nVmHWM:\t  " + peak * 1024 + " kB\nVmRSS:\t  " + now * 1024 + " kB\n");
    }

    private void thread(long pid, long thread, String children) throws IOException {
        Path task = Files.createDirectories(proc.resolve(pid + "/task/" + thread));
        Files.writeString(task.resolve("children"), children);
    }
}
