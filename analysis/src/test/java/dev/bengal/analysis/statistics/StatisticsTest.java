package dev.bengal.analysis.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected numbers that are not worked by hand come from SciPy 1.17.1, by the function that the comment names. */
class StatisticsTest {
    private static final double[] BEFORE = {10, 12, 11, 13, 10.5, 11.5, 12.5, 9.5};
    private static final double[] AFTER = {12.2, 13.5, 14, 12.8, 15};
    private static final double[] PAIRS = {0.3, -0.1, 0.5, 0.7, -0.2, 0.9, 1.1, 0.4, 0.6, 0.8};
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void median_isTheMiddleOrTheMeanOfTheTwoInTheMiddle() {
        assertThat(OrderStatistics.median(5)).isEqualTo(5);
        assertThat(OrderStatistics.median(9, 1, 5)).isEqualTo(5);
        assertThat(OrderStatistics.median(9, 1, 5, 4)).isEqualTo(4.5);
    }

    @Test
    void median_agreesWithSortingOnLongSamples() {
        SplittableRandom random = new SplittableRandom(5);
        for (int size = 1; size < 300; size++) {
            double[] values = random.doubles(size).map(x -> Math.rint(20 * x)).toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            double expected = (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;

            assertThat(OrderStatistics.median(values)).isEqualTo(expected);
        }
    }

    @Test
    void spread_isThatOfScipy() {
        // median_abs_deviation, iqr and numpy.quantile(0.3)
        assertThat(OrderStatistics.medianAbsoluteDeviation(BEFORE)).isEqualTo(1);
        assertThat(OrderStatistics.interquartileRange(BEFORE)).isEqualTo(1.75);
        assertThat(OrderStatistics.quantile(0.3, BEFORE)).isEqualTo(10.55, EXACT);
        assertThat(OrderStatistics.quantile(1, BEFORE)).isEqualTo(13);
    }

    @Test
    void orderStatistics_refuseAnEmptySample() {
        assertThatThrownBy(OrderStatistics::median).hasMessage("an empty sample has no middle");
        assertThatThrownBy(() -> OrderStatistics.quantile(0.5)).hasMessage("an empty sample has no middle");
    }

    @Test
    void shift_isTheMedianOfAllDifferences() {
        // By hand: 3-1, 3-2, 7-1, 7-2 are 2, 1, 6, 5.
        assertThat(HodgesLehmann.shift(new double[] {1, 2}, new double[] {3, 7}))
                .isEqualTo(3.5);
        // numpy.median of all differences
        assertThat(HodgesLehmann.shift(BEFORE, AFTER)).isEqualTo(2.25, EXACT);
    }

    @Test
    void interval_isTwoOfTheDifferences() {
        // The largest k with P(U ≤ k) ≤ 0.025 is 6 for 8 and 5, by counting; the seventh difference from below is 0.7.
        Interval interval = HodgesLehmann.interval(BEFORE, AFTER, 0.95);

        assertThat(interval.low()).isEqualTo(0.7, EXACT);
        // numpy.sort of all differences, the seventh from above
        assertThat(interval.high()).isEqualTo(4, EXACT);
        assertThat(HodgesLehmann.interval(BEFORE, new double[] {9}, 0.95)).isEqualTo(Interval.UNBOUNDED);
    }

    @ParameterizedTest
    @CsvSource({"8, 5, 6", "20, 5, 20", "20, 20, 127", "20, 1, -1", "30, 30, 317"})
    void critical_isThatOfCounting(int n, int m, int expected) {
        // By the recursion of Mann and Whitney, in exact integers.
        assertThat(MannWhitney.of(n, m).lowerCritical(0.025)).isEqualTo(expected);
    }

    @Test
    void mannWhitney_isThatOfScipy() {
        // mannwhitneyu(AFTER, BEFORE, alternative='greater', method='exact')
        double u = MannWhitney.statistic(BEFORE, AFTER);

        assertThat(u).isEqualTo(37);
        assertThat(MannWhitney.of(8, 5).upperTail(u)).isEqualTo(0.005439005439005439, EXACT);
        assertThat(MannWhitney.of(8, 5).lowerTail(40 - u)).isEqualTo(0.005439005439005439, EXACT);
    }

    @Test
    void mannWhitney_countsTiesByHalves() {
        // 2 against 1, 2, 2: one and two halves; 3 against them: three.
        assertThat(MannWhitney.statistic(new double[] {1, 2, 2}, new double[] {2, 3}))
                .isEqualTo(5);
    }

    @Test
    void mannWhitney_endsAtZeroAndOne() {
        MannWhitney distribution = MannWhitney.of(3, 2);

        // One of ten orders.
        assertThat(distribution.lowerTail(0)).isEqualTo(0.1, EXACT);
        assertThat(distribution.lowerTail(6)).isEqualTo(1, EXACT);
        assertThat(distribution.lowerTail(-1)).isZero();
        assertThat(distribution.upperTail(7)).isZero();
        assertThatThrownBy(() -> MannWhitney.of(0, 3)).hasMessage("an empty sample has no ranks");
        assertThatThrownBy(() -> MannWhitney.of(3, 0)).hasMessage("an empty sample has no ranks");
    }

    @Test
    void mannWhitney_countsTheOrdersOfThreeAmongThirtyFour() {
        // U = k is reached in as many ways as k has partitions into at most three parts of at most 31: 1, 1, 2, 3, 4,
        // 5, 7; of 5984.
        MannWhitney distribution = MannWhitney.of(31, 3);

        assertThat(distribution.lowerTail(6)).isEqualTo(23 / 5984.0, EXACT);
        assertThat(distribution.lowerTail(5.5)).isEqualTo(23 / 5984.0, EXACT);
        assertThat(distribution.upperTail(88)).isEqualTo(16 / 5984.0, EXACT);
        assertThat(distribution.lowerTail(46)).isEqualTo(0.5, EXACT);
        assertThat(distribution.lowerTail(92)).isEqualTo(1 - 1 / 5984.0, EXACT);
        assertThat(distribution.lowerTail(93)).isEqualTo(1, EXACT);
        assertThat(distribution.lowerCritical(11 / 5984.0 + 1e-9)).isEqualTo(4);
    }

    @Test
    void mannWhitney_isCountedUpToAThousandPairs() {
        // One among them: every place is as likely.
        assertThat(MannWhitney.of(1000, 1).lowerTail(0)).isEqualTo(1 / 1001.0, EXACT);
        // (0.5 - 500.5) / sqrt(1001·1003/12) = -1.7285, of which norm.cdf is 0.0419.
        assertThat(MannWhitney.of(1001, 1).lowerTail(0)).isEqualTo(0.0419, within(1e-4));
    }

    @Test
    void mannWhitney_isNearlyNormalForLargeSamples() {
        // Mean 800, deviation sqrt(40·40·81/12) = 103.92; (500.5 - 800) / 103.92 = -2.882; norm.cdf of that is
        // 0.001976.
        assertThat(MannWhitney.of(40, 40).lowerTail(500)).isEqualTo(0.001976, within(1e-5));
        // 799.5 - 2.3263·103.92 = 557.7
        assertThat(MannWhitney.of(40, 40).lowerCritical(0.01)).isEqualTo(557);
    }

    @Test
    void standardized_isInDeviations() {
        // (37 - 20) / sqrt(8·5·14/12)
        assertThat(MannWhitney.standardized(37, 8, 5)).isEqualTo(17 / Math.sqrt(560 / 12.0), EXACT);
    }

    @Test
    void signedRank_isThatOfScipy() {
        // wilcoxon(PAIRS, alternative='greater', method='exact')
        assertThat(SignedRank.statistic(PAIRS)).isEqualTo(52);
        assertThat(SignedRank.upperTail(PAIRS)).isEqualTo(0.0048828125, EXACT);
    }

    @Test
    void signedRank_sharesRanksAndCountsNothingByHalves() {
        // Sizes 0, 1, 1, 2: ranks 1, 2.5, 2.5, 4; half of 1, and 2.5, and 4.
        assertThat(SignedRank.statistic(0, 1, -1, 2)).isEqualTo(7);
        // All alike: W is 3 of at most 6; of the eight sums 0 1 2 3 3 4 5 6 five are at least that.
        assertThat(SignedRank.upperTail(0, 0, 0)).isEqualTo(5 / 8.0, EXACT);
        assertThat(SignedRank.upperTail(6, 3)).isEqualTo(1 / 8.0, EXACT);
        assertThat(SignedRank.upperTail(-1, 3)).isEqualTo(1, EXACT);
        assertThatThrownBy(() -> SignedRank.upperTail(0, 0)).hasMessage("no differences have no ranks");
    }

    @Test
    void walshAverages_areThoseOfNumpy() {
        // The median of all averages of two. P(W ≥ 55-8) = 25/1024 ≤ 0.025 < P(W ≥ 46), so the ninth from either end.
        assertThat(WalshAverages.middle(PAIRS)).isEqualTo(0.5, EXACT);
        Interval interval = WalshAverages.interval(PAIRS, 0.95);

        assertThat(interval.low()).isEqualTo(0.2, EXACT);
        assertThat(interval.high()).isEqualTo(0.8, EXACT);
        assertThat(WalshAverages.interval(new double[] {1, 2, 3}, 0.95)).isEqualTo(Interval.UNBOUNDED);
    }

    @Test
    void benjaminiHochberg_believesThoseOfTheirExample() {
        double[] p = {0.205, 0.008, 0.039, 0.001, 0.042, 0.041, 0.06, 0.074, 0.216, 0.212};

        // false_discovery_control: 0.010, 0.040, then 0.084
        assertThat(BenjaminiHochberg.threshold(0.05, p)).isEqualTo(0.008);
        assertThat(BenjaminiHochberg.threshold(0.1, p)).isEqualTo(0.06);
        assertThat(BenjaminiHochberg.threshold(0.001, p)).isNegative();
        assertThat(BenjaminiHochberg.threshold(0.05)).isNegative();
    }

    @Test
    void distributions_areThoseOfScipy() {
        // t.ppf(0.975, 19), t.ppf(0.995, 7), norm.cdf(1), norm.ppf(0.01)
        assertThat(Normal.studentQuantile(0.975, 19)).isEqualTo(2.0930240544083087, within(1e-9));
        assertThat(Normal.studentQuantile(0.995, 7)).isEqualTo(3.4994832973504924, within(1e-9));
        assertThat(Normal.below(1)).isEqualTo(0.8413447460685429, within(1e-12));
        assertThat(Normal.quantile(0.01)).isEqualTo(-2.3263478740408408, within(1e-9));
    }

    @Test
    void interval_holdsItsEnds() {
        Interval interval = new Interval(-1, 3);

        assertThat(interval.contains(-1)).isTrue();
        assertThat(interval.contains(3)).isTrue();
        assertThat(interval.contains(3.1)).isFalse();
        assertThat(interval.contains(-1.1)).isFalse();
        assertThat(interval.reachFrom(0)).isEqualTo(3);
        assertThat(interval.reachFrom(2.5)).isEqualTo(3.5);
        assertThat(interval.isBounded()).isTrue();
        assertThat(Interval.UNBOUNDED.isBounded()).isFalse();
        assertThat(new Interval(2, 2).contains(2)).isTrue();
        assertThatThrownBy(() -> new Interval(2, 1)).hasMessage("an interval from 2.0 to 1.0 holds nothing");
    }

    @Test
    void scale_isLogarithmicOnlyAboveZero() {
        assertThat(Scale.of(1, 2)).isEqualTo(Scale.LOGARITHMIC);
        // Sizes that are not zero: 2 and 6.
        assertThat(Scale.of(0, -2, 6)).isEqualTo(new Scale(false, 4));
        assertThat(Scale.of(0, 0)).isEqualTo(new Scale(false, 1));
        assertThatThrownBy(() -> Scale.of(1, Double.NaN)).hasMessage("value 2 is NaN; only numbers are judged");
    }

    @Test
    void scale_leadsBack() {
        assertThat(Scale.LOGARITHMIC.of(new double[] {1, Math.E, 1}, 1, 3)).containsExactly(1, 0);
        assertThat(Scale.LOGARITHMIC.change(Math.log(1.25))).isEqualTo(0.25, EXACT);
        Scale plain = new Scale(false, 4);
        assertThat(plain.of(new double[] {2, 8}, 0, 2)).containsExactly(0.5, 2);
        assertThat(plain.effect(0.5, new Interval(0.25, 1))).isEqualTo(new Effect(2, new Interval(1, 4), false));
    }
}
