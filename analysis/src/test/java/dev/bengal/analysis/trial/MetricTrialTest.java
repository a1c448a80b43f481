package dev.bengal.analysis.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.analysis.NoisyBuilds;
import dev.bengal.analysis.Verdict;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Unit;
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
