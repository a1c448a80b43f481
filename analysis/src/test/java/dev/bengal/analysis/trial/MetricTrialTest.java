package dev.bengal.analysis.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.analysis.NoisyBuilds;
import dev.bengal.analysis.Verdict;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricTrialTest {
    private static final Metric SPEED = new Metric("pages_per_s", Unit.NONE, Direction.HIGHER, NoiseClass.NOISY);

    private static MetricTrial of(Metric metric, double base, double head, int pairs) {
        MetricTrial trial = new MetricTrial(metric, 0.05, 1);
        for (int i = 0; i < pairs; i++) {
            trial.offer(base + i, head + i);
        }
        return trial;
    }

    @Test
    void growth_isWorseOrBetterByTheMetric() {
        assertThat(of(NoisyBuilds.TIME, 100, 120, 10).judged().verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(of(SPEED, 100, 120, 10).judged().verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(of(SPEED, 120, 100, 10).judged().verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(of(SPEED, 120, 100, 10).judged().reason()).isEqualTo("sure after 10 pairs");
    }

    @Test
    void pairs_afterTheAnswerArePassedOver() {
        MetricTrial trial = of(NoisyBuilds.TIME, 100, 120, 14);

        assertThat(trial.isOpen()).isFalse();
        assertThat(trial.judged().pairs()).isEqualTo(10);
        // 100 to 109 and 120 to 129.
        assertThat(trial.judged().base()).isEqualTo(104.5);
        assertThat(trial.judged().head()).isEqualTo(124.5);
    }

    @Test
    void fewPairs_sayHowManyAreNeeded() {
        JudgedMetric judged = of(NoisyBuilds.TIME, 100, 120, 3).judged();

        assertThat(judged.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(judged.reason()).isEqualTo("too few pairs; 10 are the fewest");
        assertThat(of(NoisyBuilds.TIME, 1, 1, 0).judged().effect()).isNull();
    }

    @Test
    void smallSureDifference_isUnchanged() {
        JudgedMetric judged = of(NoisyBuilds.TIME, 1000, 1010, 10).judged();

        assertThat(judged.verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(judged.reason()).isEqualTo("a sure difference, but below the limit of 5.0 %");
    }

    /** Pairs that go one way and the other in turn. */
    private static JudgedMetric wavering(Metric metric, double limit, double by, int pairs) {
        MetricTrial trial = new MetricTrial(metric, limit, 1);
        for (int i = 0; i < pairs; i++) {
            trial.offer(1000, i % 2 == 0 ? 1000 + by + i : 1000 - by - i);
        }
        return trial.judged();
    }

    @Test
    void differenceThatCannotMatter_isUnchanged() {
        JudgedMetric judged = wavering(NoisyBuilds.TIME, 0.025, 1, 10);

        assertThat(judged.verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(judged.reason()).isEqualTo("whatever the difference is, it is below the limit of 2.5 %");
        assertThat(wavering(SPEED, 0.025, 1, 10).verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void unsurePairs_areCounted() {
        assertThat(wavering(NoisyBuilds.TIME, 0.001, 100, 9).reason()).isEqualTo("too few pairs; 10 are the fewest");
        assertThat(wavering(NoisyBuilds.TIME, 0.001, 100, 10).reason()).isEqualTo("not sure after 10 pairs");
        assertThat(wavering(NoisyBuilds.TIME, 0.001, 100, 59).reason()).isEqualTo("not sure after 59 pairs");
        JudgedMetric all = wavering(NoisyBuilds.TIME, 0.001, 100, 60);
        assertThat(all.reason()).isEqualTo("not sure after all of 60 pairs");
        assertThat(all.verdict()).isEqualTo(Verdict.NOT_JUDGED);
    }

    @Test
    void lessTime_isBetter() {
        MetricTrial trial = of(NoisyBuilds.TIME, 120, 100, 10);

        assertThat(trial.judged().verdict()).isEqualTo(Verdict.IMPROVED);
        assertThat(trial.judged().reason()).isEqualTo("sure after 10 pairs");
        assertThat(trial.metric()).isEqualTo(NoisyBuilds.TIME);
    }

    @Test
    void trial_isOpenUntilItsAnswer() {
        assertThat(of(NoisyBuilds.TIME, 100, 120, 9).isOpen()).isTrue();
        assertThat(of(NoisyBuilds.TIME, 100, 120, 10).isOpen()).isFalse();
    }

    @Test
    void zeroOfTheHead_endsATrialThatHasPairs() {
        MetricTrial trial = of(NoisyBuilds.TIME, 100, 120, 2);
        trial.offer(100, 0);
        trial.offer(500, 500);

        assertThat(trial.isOpen()).isFalse();
        assertThat(trial.judged().reason()).isEqualTo("it was 0.0 in pair 3, and only what is above 0 has a ratio");
        assertThat(trial.judged().verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(trial.judged().pairs()).isEqualTo(2);
        assertThat(trial.judged().base()).isEqualTo(100);
        assertThat(of(NoisyBuilds.TIME, -3, 7, 1).judged().reason()).startsWith("it was -3.0 in pair 1");
    }

    @Test
    void result_isAsBadAsItsWorstMetric() {
        JudgedMetric worse = of(NoisyBuilds.TIME, 100, 120, 10).judged();
        JudgedMetric better = of(SPEED, 100, 120, 10).judged();
        TrialSide side = new TrialSide("HEAD", "0123456789", false, List.of());
        TrialResult result =
                new TrialResult(side, side, TrialResult.End.DECIDED, 10, List.of(better, worse), List.of());

        assertThat(result.metrics()).containsExactly(worse, better);
        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(new TrialResult(side, side, TrialResult.End.BUDGET_SPENT, 0, List.of(), List.of()).verdict())
                .isEqualTo(Verdict.NOT_JUDGED);
    }

    @Test
    void zero_hasNoRatioAndSaysSo() {
        JudgedMetric judged = of(NoisyBuilds.TIME, 0, 7, 4).judged();

        assertThat(judged.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(judged.reason()).isEqualTo("it was 0.0 in pair 1, and only what is above 0 has a ratio");
        assertThatThrownBy(() -> new MetricTrial(
                        new Metric("page_count", Unit.COUNT, Direction.NONE, NoiseClass.EXACT), 0.05, 1))
                .hasMessage("page_count has no better way");
    }
}
