package dev.bengal.report.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.analysis.bench.BenchResult;
import dev.bengal.analysis.bench.BenchedCommand;
import dev.bengal.analysis.bench.CommandRun;
import dev.bengal.model.BuildId;
import dev.bengal.model.Scenario;
import dev.bengal.model.sample.GoldenFile;
import dev.bengal.report.text.Figures;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchRenderersTest {
    /** Three commands in seven rounds: the first one started cold, the second is twice as slow, the third no different. */
    private static final BenchResult THREE = BenchResult.of(
            List.of(
                    command("bench sort n=1", "sort \"a,b\" | c", Map.of("n", "1"), 60, 10, 11, 10, 9, 10, 11),
                    command("bench sort n=2", "sort -u 'x'", Map.of("n", "2"), 20, 21, 22, 20, 19, 1500, 2000.5),
                    command("bench\u001b[31m sort", null, Map.of("n", ""), 10, 11, 10, 11, 10, 9, 10)),
            2);

    /** One run that was not measured from outside, and failed. */
    private static final BenchResult BARE = BenchResult.of(
            List.of(new BenchedCommand(
                    new Scenario("make"), null, Map.of(), List.of(new CommandRun(null, 125_000, null, null, null, 2)))),
            0);

    @Test
    void table_showsCommandsAndHowTheyCompare() throws IOException {
        assertGolden("bench.txt", new BenchTableRenderer()::render, THREE);
        assertGolden("bench-bare.txt", new BenchTableRenderer()::render, BARE);
    }

    @Test
    void markdown_keepsEachCommandInItsCell() throws IOException {
        assertGolden("bench.md", new BenchMarkdownRenderer()::render, THREE);
        assertGolden("bench-bare.md", new BenchMarkdownRenderer()::render, BARE);
    }

    @Test
    void csv_hasALineForEachCommand() throws IOException {
        assertGolden("bench.csv", new BenchCsvRenderer()::render, THREE);
        assertGolden("bench-bare.csv", new BenchCsvRenderer()::render, BARE);
    }

    @Test
    void json_hasEveryRun() throws IOException {
        assertGolden("bench.json", new BenchJsonRenderer()::render, THREE);
        assertGolden("bench-bare.json", new BenchJsonRenderer()::render, BARE);
    }

    @Test
    void notes_sayWhatToDoubt() {
        assertThat(BenchNotes.of(THREE))
                .containsExactly(
                        "the first run of bench sort n=1 took 60.0ms, far more than the others: caches may have been cold."
                                + " --warmup 1 runs it once before; --prepare can empty them before each run.",
                        "2 of 7 runs of bench sort n=2 are outliers (modified z-score beyond 3.5): the machine may be"
                                + " busy with other things.");
        assertThat(BenchNotes.of(BARE)).containsExactly("the only run of make failed; its time is shown all the same.");
    }

    @ParameterizedTest
    @CsvSource({"0.5,0.50ms", "9.994,9.99ms", "56.78,56.8ms", "1234.4,1.234s", "119999,119.999s", "125000,2m05s"})
    void times_haveThreeDigitsAtLeast(double millis, String text) {
        assertThat(Figures.finely(millis)).isEqualTo(text);
    }

    private static BenchedCommand command(
            String scenario,
            @org.jspecify.annotations.Nullable String words,
            Map<String, String> parameters,
            double... wall) {
        return new BenchedCommand(
                new Scenario(scenario),
                words,
                parameters,
                Arrays.stream(wall)
                        .mapToObj(millis -> new CommandRun(new BuildId("b" + millis), millis, 10.0, 0.0, 1.75, 0))
                        .toList());
    }

    private static void assertGolden(String file, Renderer renderer, BenchResult result) throws IOException {
        StringBuilder text = new StringBuilder();
        renderer.render(result, text);
        GoldenFile.assertMatches(BenchRenderersTest.class, file, text.toString());
    }

    private interface Renderer {
        void render(BenchResult result, Appendable out) throws IOException;
    }
}
