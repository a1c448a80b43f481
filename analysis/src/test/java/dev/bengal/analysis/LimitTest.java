package dev.bengal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.analysis.statistics.Effect;
import dev.bengal.analysis.statistics.Interval;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Unit;
import org.junit.jupiter.api.Test;

class LimitTest {
    private static final Metric BYTES = new Metric("output.bytes", Unit.COUNT, Direction.LOWER, NoiseClass.EXACT);

    @Test
    void limit_isReachedByAStepOfExactlyItsSize() {
        Limit both = new Limit(0.25, 10);

        assertThat(both.isReachedBy(40, 50)).isTrue();
        assertThat(both.isReachedBy(40, 30)).isTrue();
        // 9.5 is a share of .25 and more, and too little; 20 is enough, and no quarter of 100.
        assertThat(both.isReachedBy(38, 47.5)).isFalse();
        assertThat(both.isReachedBy(100, 120)).isFalse();
    }

    /** 3.3 - 3 is 0.2999999999999998 in binary, and a tenth of 3 is 0.30000000000000004. */
    @Test
    void limit_isReachedByAStepThatRoundingMadeSmaller() {
        assertThat(Limit.ofGrowth(0.1).isReachedBy(3, 3.3)).isTrue();
        assertThat(Limit.ofGrowth(0.1).isReachedBy(3, 3.2999)).isFalse();
    }

    @Test
    void limit_ofAShareIsReachedByAnyStepFromZeroOrBelow() {
        assertThat(Limit.ofGrowth(9).isReachedBy(0, 0.1)).isTrue();
        assertThat(Limit.ofGrowth(9).isReachedBy(-5, -4)).isTrue();
        assertThat(new Limit(9, 2).isReachedBy(0, 1)).isFalse();
    }

    @Test
    void limit_isNeverReachedByStandingStill() {
        assertThat(new Limit(0, 0).isReachedBy(7, 7)).isFalse();
        assertThat(new Limit(0, 0).isReachedBy(0, 0)).isFalse();
    }

    @Test
    void exact_isAShareAboveZeroAndADifferenceElse() {
        assertThat(exact(400, 420).effect()).isEqualTo(new Effect(420 / 400.0 - 1, both(420 / 400.0 - 1), true));
        assertThat(exact(0, 5).effect()).isEqualTo(new Effect(5, both(5), false));
        assertThat(exact(-3, 2).effect()).isEqualTo(new Effect(5, both(5), false));
        assertThat(exact(-3, 2).verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(exact(2, -3).verdict()).isEqualTo(Verdict.IMPROVED);
    }

    @Test
    void exact_saysWhetherItChanged() {
        assertThat(exact(400, 400).reason()).isEqualTo("exactly the same");
        assertThat(exact(400, 401).reason()).isEqualTo("an exact metric, and it changed");
    }

    private static Comparison exact(double before, double after) {
        return ExactComparison.of(BYTES, before, new double[] {after, after}, Limit.ofGrowth(0));
    }

    private static Interval both(double value) {
        return new Interval(value, value);
    }
}
