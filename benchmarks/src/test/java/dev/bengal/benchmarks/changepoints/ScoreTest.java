package dev.bengal.benchmarks.changepoints;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScoreTest {
    @Test
    void prediction_findsTheNearestChangeWithinFiveBuilds() {
        // 16 finds 14 and 9 finds 10; 36 is six away from 30.
        Score score = Score.NONE.plus(new int[] {10, 14, 30}, new int[] {9, 16, 36}, 100);

        assertThat(score).isEqualTo(new Score(2, 1, 1, 100));
    }

    @Test
    void change_isFoundOnce() {
        assertThat(Score.NONE.plus(new int[] {10}, new int[] {9, 10}, 50)).isEqualTo(new Score(1, 1, 0, 50));
    }

    @Test
    void scores_areAsWorkedByHand() {
        Score score = new Score(6, 2, 4, 500);

        assertThat(score.precision()).isEqualTo(0.75);
        assertThat(score.recall()).isEqualTo(0.6);
        // 2·6 / (2·6 + 2 + 4)
        assertThat(score.f1()).isEqualTo(2 / 3.0, within(1e-12));
        assertThat(score.falseAlarmsPerThousand()).isEqualTo(4);
    }

    @Test
    void scores_ofNothingAreZero() {
        assertThat(Score.NONE.precision()).isZero();
        assertThat(Score.NONE.recall()).isZero();
        assertThat(Score.NONE.f1()).isZero();
        assertThat(Score.NONE.falseAlarmsPerThousand()).isZero();
    }
}
