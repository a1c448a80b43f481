package dev.bengal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.statistics.Effect;
import dev.bengal.analysis.statistics.Interval;
import dev.bengal.model.BuildId;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Direction;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Series;
import dev.bengal.model.Unit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LevelChangesTest {
    private static final Metric THROUGHPUT = new Metric("pages_per_s", Unit.COUNT, Direction.HIGHER, NoiseClass.NOISY);

    /** Thirty builds about 1000, then thirty about 1500, with noise of 1 %; nothing wild where the step is. */
    private static double[] stepped(long seed) {
        double[] values = new NoisyBuilds(seed, 0.01).about(1000, 60);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(values[i], 1020) * (i < 30 ? 1 : 1.5);
        }
        return values;
    }

    private static HistoryEvent.Accepted accepted(String commit, @Nullable String metric) {
        HistoryEvent.Stamp stamp = new HistoryEvent.Stamp(new BuildId("e"), Instant.EPOCH, null);
        return new HistoryEvent.Accepted(stamp, "docs", commit, null, metric, "fine");
    }

    private static LevelChanges in(List<HistoryEvent.Accepted> accepted, Series... series) {
        return LevelChanges.in(List.of(series), accepted, CommitOrder.BY_TIME);
    }

    private static boolean isAccepted(HistoryEvent.Accepted event) {
        return in(List.of(event), NoisyBuilds.series(NoisyBuilds.TIME, stepped(1)))
                .changes()
                .get(0)
                .accepted();
    }

    @Test
    void changes_knowTheBuildsAroundThem() {
        LevelChanges found = in(List.of(), NoisyBuilds.series(NoisyBuilds.TIME, stepped(1)));

        assertThat(found.changes()).singleElement().satisfies(change -> {
            assertThat(change.lastGood().commit()).isEqualTo("c29");
            assertThat(change.firstBad().commit()).isEqualTo("c30");
            assertThat(change.kind()).isEqualTo(ChangePoint.Kind.STEP);
            assertThat(change.isWorse()).isTrue();
            assertThat(change.isBetter()).isFalse();
            assertThat(change.accepted()).isFalse();
        });
    }

    @Test
    void changes_ofWhatShouldBeHighAreBetterUpwards() {
        assertThat(in(List.of(), NoisyBuilds.series(THROUGHPUT, stepped(1))).changes())
                .singleElement()
                .matches(LevelChange::isBetter)
                .matches(change -> !change.isWorse());
    }

    @Test
    void changes_withoutAnEffectAreNeitherWorseNorBetter() {
        for (Metric metric : List.of(NoisyBuilds.TIME, THROUGHPUT)) {
            Series series = NoisyBuilds.series(metric, 1, 1, 1, 1);
            ChangePoint still = new ChangePoint(
                    2,
                    1,
                    new Effect(0, new Interval(-0.1, 0.1), true),
                    ChangePoint.Kind.DRIFT,
                    ChangePoint.State.PROVISIONAL);
            LevelChange change = LevelChange.of(series, still, List.of(still), List.of());

            assertThat(change.isWorse()).isFalse();
            assertThat(change.isBetter()).isFalse();
            assertThat(change.state()).isEqualTo(ChangePoint.State.PROVISIONAL);
        }
    }

    @Test
    void changes_areJudgedFromTwentyBuildsOn() {
        double[] twenty = new NoisyBuilds(4, 0.01).about(1000, 20);
        double[] nineteen = new NoisyBuilds(5, 0.01).about(1000, 19);

        LevelChanges found = in(
                List.of(),
                NoisyBuilds.series(NoisyBuilds.TIME, twenty),
                NoisyBuilds.series(NoisyBuilds.TIME, nineteen));

        assertThat(found.judged()).isEqualTo(1);
        assertThat(found.unjudged()).isEqualTo(1);
        assertThat(found.longest()).isEqualTo(20);
    }

    @Test
    void changes_areSortedByTheirBuildsAndCounted() {
        double[] late = new NoisyBuilds(2, 0.01).about(1000, 60);
        for (int i = 45; i < late.length; i++) {
            late[i] *= 1.5;
        }
        LevelChanges found = in(
                List.of(),
                NoisyBuilds.series(NoisyBuilds.TIME, stepped(1)),
                NoisyBuilds.series(THROUGHPUT, late),
                NoisyBuilds.series(THROUGHPUT, 1, 2, 3));

        assertThat(found.changes())
                .extracting(change -> change.firstBad().commit())
                .containsExactly("c45", "c30");
        assertThat(found.judged()).isEqualTo(2);
        assertThat(found.unjudged()).isEqualTo(1);
        assertThat(found.longest()).isEqualTo(60);
    }

    @Test
    void changes_areAcceptedByTheirCommitOrTheNext() {
        assertThat(isAccepted(accepted("c30", null))).isTrue();
        assertThat(isAccepted(accepted("c31", NoisyBuilds.TIME.name()))).isTrue();
        assertThat(isAccepted(accepted("c29", null))).isFalse();
        assertThat(isAccepted(accepted("c33", null))).isFalse();
        assertThat(isAccepted(accepted("c30", "cpu_ms"))).isFalse();
    }

    /** The step was accepted with c30 when it was seen there; now two of five builds of the commit before seem to be on the new level. */
    @Test
    void change_staysAcceptedWhereItIsSeenAtTheCommitBefore() {
        Series series =
                ofCommits(stepped(1), i -> i >= 25 && i < 33 ? "before" : i >= 33 && i < 40 ? "accepted" : "c" + i);

        assertThat(in(List.of(accepted("accepted", null)), series).changes())
                .singleElement()
                .extracting(LevelChange::accepted)
                .isEqualTo(true);
    }

    /** Two commits one after the other, each built five times, made it slower. */
    @Test
    void change_isNotAcceptedWithThatOfTheNextCommit() {
        double[] values = new NoisyBuilds(6, 0.005).about(100, 40);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.min(values[i], 102) * (i < 20 ? 1 : i < 25 ? 1.3 : 1.7);
        }
        Series series = ofCommits(values, i -> i >= 20 && i < 25 ? "first" : i >= 25 && i < 30 ? "second" : "c" + i);

        assertThat(in(List.of(accepted("second", null)), series).changes())
                .extracting(change -> change.firstBad().commit(), LevelChange::accepted)
                .containsExactly(tuple("second", true), tuple("first", false));
    }

    private static Series ofCommits(double[] values, IntFunction<String> commit) {
        Series series = NoisyBuilds.series(NoisyBuilds.TIME, values);
        List<Series.Point> points = new ArrayList<>();
        for (Series.Point point : series.points()) {
            points.add(new Series.Point(
                    point.build(),
                    point.timestamp(),
                    point.value(),
                    commit.apply(points.size()),
                    null,
                    point.fingerprint()));
        }
        return new Series(series.metric(), series.project(), series.scenario(), points);
    }

    @Test
    void replay_ofANoisyMetricKeepsToOneEnvironment() {
        Series desk = NoisyBuilds.series(NoisyBuilds.TIME, new NoisyBuilds(3, 0.02).about(1000, 30));
        List<Series.Point> points = new ArrayList<>(desk.points());
        for (int i = 0; i < 12; i++) {
            Series.Point point = points.get(i);
            points.set(
                    i,
                    new Series.Point(
                            point.build(), point.timestamp(), 3000, point.commit(), point.commitTime(), "laptop"));
        }

        ReplayedMetric replayed = ReplayedMetric.of(
                new Series(desk.metric(), desk.project(), desk.scenario(), points), Limit.ofGrowth(0.2), 7);

        assertThat(replayed.builds()).isEqualTo(18);
        // Twenty orders, the builds from the ninth on by fives.
        assertThat(replayed.result().replayed()).isEqualTo(20 * 2);
    }

    /** Each machine is there for three builds only, so that none is linked to another. */
    @Test
    void replay_ofASteadyMetricBeginsALevelOnlyWhereAMachineMovesIt() {
        Series desk = NoisyBuilds.series(
                NoisyBuilds.ALLOCATED, NoisyBuilds.tame(8, 0.002).about(100, 30));
        List<Series.Point> points = new ArrayList<>();
        for (Series.Point point : desk.points()) {
            points.add(new Series.Point(
                    point.build(),
                    point.timestamp(),
                    point.value(),
                    point.commit(),
                    null,
                    "machine " + points.size() / 3));
        }

        ReplayedMetric replayed = ReplayedMetric.of(
                new Series(desk.metric(), desk.project(), desk.scenario(), points), Limit.ofGrowth(0.02), 7);

        // Twenty orders, the builds from the ninth on by fives.
        assertThat(replayed.result().replayed()).isEqualTo(20 * 5);
    }
}
