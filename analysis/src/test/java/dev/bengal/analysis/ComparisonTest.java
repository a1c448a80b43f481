package dev.bengal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.analysis.statistics.Effect;
import dev.bengal.analysis.statistics.Interval;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final Effect SHARE = new Effect(0.25, new Interval(0.125, 0.5), true);
    private static final Effect DIFFERENCE = new Effect(5, new Interval(2, 8), false);

    @Test
    void growth_isTheEffect() {
        // The medians alone would say 20 %.
        assertThat(comparison(50.0, 60.0, SHARE, 0.1).growth()).hasValue(0.25);
        assertThat(comparison(50.0, 60.0, DIFFERENCE, 0.1).growth()).hasValue(0.1);
    }

    @Test
    void growth_isThatOfTheMediansElse() {
        assertThat(comparison(50.0, 60.0, null, null).growth()).hasValue(0.2);
        assertThat(comparison(50.0, 40.0, null, null).growth()).hasValue(-0.2);
    }

    @Test
    void growth_isUnknownWithoutAValueOnEitherSide() {
        assertThat(comparison(null, 60.0, DIFFERENCE, 0.1).growth()).isEmpty();
        assertThat(comparison(50.0, null, DIFFERENCE, 0.1).growth()).isEmpty();
        assertThat(comparison(null, null, null, null).growth()).isEmpty();
    }

    @Test
    void growth_fromZeroOrBelowIsNone() {
        assertThat(comparison(0.0, 60.0, DIFFERENCE, 0.1).growth()).isEmpty();
        assertThat(comparison(-1.0, 60.0, DIFFERENCE, 0.1).growth()).isEmpty();
    }

    /** In steps of 10 ms the medians may stay, while most differences are a step. */
    @Test
    void growth_liesWithinItsInterval() {
        Evidence evidence = new Evidence(
                NoisyBuilds.TIME,
                new double[] {0, 0, 10, 10, 10},
                new double[] {10, 10, 10, 20, 20},
                Limit.ofGrowth(0.1));

        Comparison comparison = evidence.comparison(Verdict.SUSPICIOUS, "");

        assertThat(comparison.before()).isEqualTo(comparison.after()).isEqualTo(10);
        assertThat(comparison.growth()).hasValue(1);
        assertThat(comparison.growthInterval().orElseThrow().low()).isLessThanOrEqualTo(1);
        assertThat(comparison.growthInterval().orElseThrow().high()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void growthInterval_isThatOfTheEffectInSharesOfTheValueBefore() {
        assertThat(comparison(40.0, 50.0, SHARE, 0.1).growthInterval()).contains(new Interval(0.125, 0.5));
        // 2 and 8 of 40.
        assertThat(comparison(40.0, 45.0, DIFFERENCE, 0.1).growthInterval()).contains(new Interval(0.05, 0.2));
    }

    @Test
    void growthInterval_isUnknownWithoutAnEffectItsEndsOrAValueAboveZero() {
        Effect anything = new Effect(0.25, Interval.UNBOUNDED, true);

        assertThat(comparison(40.0, 50.0, null, null).growthInterval()).isEmpty();
        assertThat(comparison(40.0, 50.0, anything, 0.1).growthInterval()).isEmpty();
        assertThat(comparison(null, 50.0, DIFFERENCE, 0.1).growthInterval()).isEmpty();
        assertThat(comparison(0.0, 50.0, DIFFERENCE, 0.1).growthInterval()).isEmpty();
        assertThat(comparison(-4.0, 50.0, DIFFERENCE, 0.1).growthInterval()).isEmpty();
        assertThat(comparison(null, null, SHARE, 0.1).growthInterval()).isPresent();
    }

    @Test
    void smallestVisibleGrowth_isAShareOfTheValueBefore() {
        assertThat(comparison(40.0, 50.0, SHARE, 0.1).smallestVisibleGrowth()).hasValue(0.1);
        // 3 of 40.
        assertThat(comparison(40.0, 45.0, DIFFERENCE, 3.0).smallestVisibleGrowth())
                .hasValue(0.075);
    }

    @Test
    void smallestVisibleGrowth_isUnknownWhereNothingWasJudgedOrNothingWasThere() {
        assertThat(comparison(40.0, 50.0, SHARE, null).smallestVisibleGrowth()).isEmpty();
        assertThat(comparison(40.0, 50.0, null, 0.1).smallestVisibleGrowth()).isEmpty();
        assertThat(comparison(40.0, 50.0, SHARE, Double.POSITIVE_INFINITY).smallestVisibleGrowth())
                .isEmpty();
        assertThat(comparison(null, 50.0, DIFFERENCE, 3.0).smallestVisibleGrowth())
                .isEmpty();
        assertThat(comparison(0.0, 50.0, DIFFERENCE, 3.0).smallestVisibleGrowth())
                .isEmpty();
    }

    private static Comparison comparison(
            @Nullable Double before, @Nullable Double after, @Nullable Effect effect, @Nullable Double visible) {
        return new Comparison(NoisyBuilds.TIME, before, after, effect, Verdict.UNCHANGED, "", visible, null);
    }
}
