package dev.bengal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Metric;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.UsualLevel;
import dev.bengal.model.sample.SampleBuild;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class UsualLevelsTest {
    /** By hand: the median is 1000 and the median deviation ln 1.01; the noise is 1.4826·0.00995 = 0.014752, the quantile
     * of t(0.995, 8) 3.3554 and the spread sqrt(1 + 1.57/9) = 1.08372: the reach is 0.053643. */
    @Test
    void level_isAsWorkedByHand() {
        double r = 1000 / 1.01;
        UsualLevel level = UsualLevels.of(
                        series(TotalMetric.DURATION.metric(), 1000, 1010, r, 1010, r, 1000, 1000, 1010, r), List.of())
                .orElseThrow();

        assertThat(level.middle()).isEqualTo(1000);
        assertThat(level.low()).isEqualTo(1000 * Math.exp(-0.053643), within(0.02));
        assertThat(level.high()).isEqualTo(1000 * Math.exp(0.053643), within(0.02));
        assertThat(level.holds(1054)).isTrue();
        assertThat(level.holds(1056)).isFalse();
        assertThat(level.holds(940)).isFalse();
        assertThat(level.holds(level.low())).isTrue();
        assertThat(level.holds(level.high())).isTrue();
    }

    @Test
    void level_ofWhatCanBeZeroReachesItsFloorAtLeast() {
        UsualLevel level = UsualLevels.of(series(TotalMetric.GC_TIME.metric(), 0, 0, 0, 0, 0, 0, 0, 0), List.of())
                .orElseThrow();

        assertThat(level).isEqualTo(new UsualLevel(-5, 0, 5));
    }

    @Test
    void level_isUnknownBelowEightBuildsOfTheLastEnvironment() {
        assertThat(UsualLevels.of(series(TotalMetric.DURATION.metric()), List.of()))
                .isEmpty();
        assertThat(UsualLevels.of(series(TotalMetric.DURATION.metric(), 1, 1, 1, 1, 1, 1, 1), List.of()))
                .isEmpty();
        Series eight = series(TotalMetric.DURATION.metric(), 1, 1, 1, 1, 1, 1, 1, 1);
        assertThat(UsualLevels.of(eight, List.of())).isPresent();
        List<Series.Point> moved = new ArrayList<>(eight.points());
        Series.Point last = moved.remove(7);
        moved.add(at(last, "elsewhere"));
        assertThat(UsualLevels.of(new Series(eight.metric(), eight.project(), eight.scenario(), moved), List.of()))
                .isEmpty();
    }

    @Test
    void before_isTheLevelOfTheBuildsBeforeIt() {
        Series series = series(TotalMetric.GC_TIME.metric(), 0, 0, 0, 0, 0, 0, 0, 0, 900, 901);

        // Of the eight before it; of nine, one of them wild, for the next.
        assertThat(UsualLevels.before(series, new BuildId("b8"), List.of())).contains(new UsualLevel(-5, 0, 5));
        assertThat(UsualLevels.before(series, new BuildId("b9"), List.of())).contains(new UsualLevel(-5, 0, 5));
        assertThat(UsualLevels.before(series, new BuildId("b7"), List.of())).isEmpty();
        assertThat(UsualLevels.before(series, new BuildId("b0"), List.of())).isEmpty();
        assertThat(UsualLevels.before(series, new BuildId("nobody"), List.of())).isEmpty();
    }

    @Test
    void before_leavesOutOtherEnvironments() {
        List<Series.Point> points = new ArrayList<>();
        for (Series.Point point : series(TotalMetric.GC_TIME.metric(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 70, 0)
                .points()) {
            points.add(point.value() == 0 ? point : at(point, "elsewhere"));
        }
        Series series = new Series(TotalMetric.GC_TIME.metric(), "p", Scenario.SITE_FULL, points);

        assertThat(UsualLevels.before(series, new BuildId("b9"), List.of())).isEmpty();
        // Though the last build before it ran elsewhere.
        assertThat(UsualLevels.before(series, new BuildId("b10"), List.of())).contains(new UsualLevel(-5, 0, 5));
    }

    /** By turns on five machines, none of which has eight builds: what each of them allocates is the same. */
    @Test
    void level_ofASteadyMetricIsThatOfAllMachines() {
        List<Series.Point> points = new ArrayList<>();
        for (Series.Point point : series(
                        TotalMetric.ALLOCATED.metric(),
                        NoisyBuilds.tame(41, 0.002).about(100, 30))
                .points()) {
            points.add(at(point, "machine " + points.size() % 5));
        }
        Series series = new Series(TotalMetric.ALLOCATED.metric(), "p", Scenario.SITE_FULL, points);

        assertThat(UsualLevels.of(series, List.of()).orElseThrow().middle()).isEqualTo(100, within(0.3));
        assertThat(UsualLevels.before(series, new BuildId("b29"), List.of())).isPresent();
        assertThat(UsualLevels.before(series, new BuildId("b20"), List.of())).isPresent();
    }

    /** Two versions of Java by turns, of which one allocates 5 % more: a series names neither. */
    @Test
    void level_ofASteadyMetricIsThatOfItsEnvironmentWhereThatHasEnough() {
        List<Series.Point> points = new ArrayList<>();
        for (Series.Point point : series(
                        TotalMetric.ALLOCATED.metric(),
                        NoisyBuilds.tame(42, 0.002).about(100, 40))
                .points()) {
            boolean isOther = points.size() % 2 == 1;
            points.add(new Series.Point(
                    point.build(),
                    point.timestamp(),
                    point.value() * (isOther ? 1.05 : 1),
                    null,
                    null,
                    isOther ? "java 21" : "java 17"));
        }
        Series series = new Series(TotalMetric.ALLOCATED.metric(), "p", Scenario.SITE_FULL, points);

        UsualLevel level = UsualLevels.of(series, List.of()).orElseThrow();

        assertThat(level.middle()).isEqualTo(105, within(0.3));
        assertThat(level.holds(103)).isFalse();
    }

    @Test
    void level_refusesABandThatIsNone() {
        assertThatThrownBy(() -> new UsualLevel(2, 1, 3)).hasMessageContaining("no band");
        assertThatThrownBy(() -> new UsualLevel(0, Double.NaN, 3)).hasMessageContaining("no band");
        assertThatThrownBy(() -> new UsualLevel(0, 1, Double.POSITIVE_INFINITY)).hasMessageContaining("no band");
    }

    private static Series.Point at(Series.Point point, String fingerprint) {
        return new Series.Point(
                point.build(), point.timestamp(), point.value(), point.commit(), point.commitTime(), fingerprint);
    }

    private static Series series(Metric metric, double... values) {
        List<Series.Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            BuildMetrics build = SampleBuild.id("b" + i).build();
            points.add(Series.Point.of(build, values[i]));
        }
        return new Series(metric, "p", Scenario.SITE_FULL, points);
    }
}
