package dev.bengal.analysis.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BenchResultTest {
    /** Mean 6, squares 16 + 4 + 0 + 4 + 16 = 40, over 4 is 10. */
    @Test
    void summary_isOfAllRuns() {
        RunSummary summary = RunSummary.of(Runs.of(2, 4, 6, 8, 10));

        assertThat(summary.wall().median()).isEqualTo(6);
        assertThat(summary.min()).isEqualTo(2);
        assertThat(summary.max()).isEqualTo(10);
        assertThat(summary.mean()).isEqualTo(6);
        assertThat(summary.deviation()).isCloseTo(Math.sqrt(10), within(1e-12));
        assertThat(summary.user()).isEqualTo(3);
        assertThat(summary.system()).isEqualTo(1);
        assertThat(summary.peakMebibytes()).isEqualTo(20);
        assertThat(summary.slowStart()).isFalse();
    }

    @Test
    void summary_leavesOutWhatNotEveryRunMeasured() {
        RunSummary summary = RunSummary.of(
                List.of(new CommandRun(null, 5, 4.0, null, null, 0), new CommandRun(null, 5, null, null, 12.0, 0)));

        assertThat(summary.user()).isNull();
        assertThat(summary.system()).isNull();
        assertThat(summary.peakMebibytes()).isEqualTo(12);
    }

    @Test
    void summary_ofOneRunHasNoDeviation() {
        assertThat(RunSummary.of(Runs.of(3)).deviation()).isNull();
    }

    @Test
    void slowStart_isAnOutlierOfTheFirstRunAlone() {
        assertThat(RunSummary.of(Runs.of(90, 10, 11, 9, 10, 11)).slowStart()).isTrue();
        assertThat(RunSummary.of(Runs.of(10, 90, 11, 9, 10, 11)).slowStart()).isFalse();
        assertThat(RunSummary.of(Runs.of(1, 10, 11, 9, 10, 11)).slowStart()).isFalse();
        assertThat(RunSummary.of(Runs.of(90, 10, 11, 200, 10, 11, 10, 9)).slowStart())
                .isFalse();
    }

    /** Each round of b takes twice as long as that of a, however the machine felt. */
    @Test
    void ratio_isOfTheMediansAndItsIntervalOfThePairs() {
        BenchResult result = BenchResult.of(
                List.of(Runs.command("b", 20, 40, 60, 20, 40, 60, 22), Runs.command("a", 10, 20, 30, 10, 20, 30, 11)),
                2);

        assertThat(result.fastest()).isEqualTo(1);
        assertThat(result.ratios()).containsExactly(new BenchRatio(2, 2.0, 2.0), new BenchRatio(1, 1.0, 1.0));
        assertThat(result.ratios()).extracting(BenchRatio::isClear).containsExactly(true, false);
    }

    @Test
    void ratio_ofFewPairsHasNoInterval() {
        BenchRatio ratio = BenchResult.of(List.of(Runs.command("a", 10), Runs.command("b", 15)), 0)
                .ratios()
                .get(1);

        assertThat(ratio).isEqualTo(new BenchRatio(1.5, null, null));
        assertThat(ratio.isClear()).isFalse();
    }

    @Test
    void failures_areCounted() {
        BenchedCommand command = new BenchedCommand(
                new dev.bengal.model.Scenario("a"),
                null,
                java.util.Map.of(),
                List.of(new CommandRun(null, 1, null, null, null, 0), new CommandRun(null, 1, null, null, null, 7)));

        assertThat(command.failures()).isEqualTo(1);
    }

    @Test
    void nothing_isNoResult() {
        assertThatIllegalArgumentException().isThrownBy(() -> BenchResult.of(List.of(), 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Runs.command("a"));
    }
}
