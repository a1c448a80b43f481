package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.cli.terminal.Screen;
import dev.bengal.cli.terminal.Surface;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --format chart}, on whatever it is shown. */
class ChartsTest {
    private static final Screen TERMINAL = new Screen(true, true, 100);

    @TempDir
    private Path folder;

    private final Map<String, String> variables = new HashMap<>();

    private String run(Screen screen, String... arguments) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out, true);
        assertThat(Bengal.run(new Surface(writer, writer, variables, false, screen), folder, arguments))
                .as(out.toString())
                .isZero();
        return out.toString();
    }

    private static int widest(String text) {
        return text.lines().mapToInt(String::length).max().orElse(0);
    }

    @Test
    void chart_ofAPipeIsAsciiOfEightyColumns() throws IOException {
        StepHistory.write(folder, 60, 40);
        String chart = run(Screen.NONE, "perf", "-f", "chart");

        assertThat(chart.chars()).allMatch(c -> c < 128);
        assertThat(widest(chart)).isEqualTo(80);
        assertThat(chart)
                .contains("Time of site full, docs", "Allocated of site full", "60 builds", "(1)")
                .containsPattern("\\(1\\) 40abcdef 2026-02-13: \\+2\\d\\.\\d %, worse, confirmed");
    }

    @Test
    void chart_ofATerminalIsColouredBrailleAsWideAsIt() throws IOException {
        StepHistory.write(folder, 60, 40);
        String chart = run(TERMINAL, "perf", "-f", "chart");

        assertThat(chart).contains("\u001b[").containsPattern("[\u2801-\u28ff]");
        assertThat(widest(chart.replaceAll("\u001b\\[[0-9;]*m", ""))).isEqualTo(100);
    }

    @Test
    void chart_hasNoColourWhereThatIsSaid() throws IOException {
        StepHistory.write(folder, 30, 30);
        variables.put("NO_COLOR", "1");

        assertThat(run(TERMINAL, "perf", "-f", "chart")).doesNotContain("\u001b");
        variables.clear();
        variables.put("TERM", "dumb");
        assertThat(run(TERMINAL, "perf", "-f", "chart")).doesNotContain("\u001b");
    }

    @Test
    void chart_isAsWideAsColumnsSays() throws IOException {
        StepHistory.write(folder, 30, 30);
        variables.put("COLUMNS", "50");
        variables.put("NO_COLOR", "1");

        assertThat(widest(run(TERMINAL, "perf", "-f", "chart"))).isEqualTo(50);
        variables.put("COLUMNS", "wide");
        assertThat(widest(run(TERMINAL, "perf", "-f", "chart"))).isEqualTo(100);
    }

    @Test
    void chart_isAsciiOrNotWhereThatIsSaid() throws IOException {
        StepHistory.write(folder, 30, 30);

        assertThat(run(TERMINAL, "perf", "-f", "chart", "--ascii").chars()).allMatch(c -> c < 128);
        assertThat(run(Screen.NONE, "perf", "-f", "chart", "--no-ascii")).containsPattern("[\u2801-\u28ff]");
        assertThat(run(new Screen(true, false, 80), "perf", "-f", "chart").chars())
                .allMatch(c -> c < 128);
    }

    @Test
    void chart_drawsTheMetricsThatWereAskedFor() throws IOException {
        StepHistory.write(folder, 30, 30);

        assertThat(run(Screen.NONE, "perf", "-f", "chart", "--metric", "phase.parse.duration_ms", "-n", "5"))
                .contains("Parse time of site full", "5 builds")
                .doesNotContain("Allocated");
    }

    @Test
    void chart_ofNoHistorySaysHowToMakeOne() {
        assertThat(run(Screen.NONE, "perf", "-f", "chart")).contains("No builds are recorded");
        assertThat(run(Screen.NONE, "perf", "changes", "-f", "chart")).contains("No builds are recorded");
    }

    @Test
    void changes_areDrawn() throws IOException {
        StepHistory.write(folder, 60, 40);
        String charts = run(Screen.NONE, "perf", "changes", "--format", "chart");

        assertThat(charts).contains("Time of site full, docs", "(1) 40abcdef").doesNotContain("Allocated");
        assertThat(charts.chars()).allMatch(c -> c < 128);
    }

    @Test
    void table_leavesOutWhatNoBuildMeasured() throws IOException {
        Files.createDirectories(folder.resolve(".bengal-metrics"));
        new HandWritten(folder).build(0, 1000).build(1, 1010).write();

        assertThat(run(Screen.NONE, "perf").lines().findFirst().orElseThrow().split(" +"))
                .containsExactly("Date", "Commit", "Scenario", "Time");
        assertThat(run(Screen.NONE, "perf", "--metric", "page_count")).contains("Pages");
    }

    @Test
    void show_drawsWhenEachPhaseRan() {
        new HandWritten(folder)
                .build(
                        0,
                        1000,
                        "\"phases\":[{\"name\":\"read\",\"start_ms\":0,\"duration_ms\":500,\"thread\":\"main\",\"outcome\":\"success\"},"
                                + "{\"name\":\"write\",\"start_ms\":500,\"duration_ms\":500,\"thread\":\"main\",\"outcome\":\"success\"}],")
                .write();

        assertThat(run(Screen.NONE, "perf", "show"))
                .containsPattern("read +#{20,} +500.0ms")
                .containsPattern("write +#{20,} +500.0ms");
        assertThat(run(TERMINAL, "perf", "show")).contains("████");
    }
}
