package dev.bengal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Outcome;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import dev.bengal.model.TopAllocators;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.sample.SampleBuild;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ComparableBuildsTest {
    private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void newestAmong_isEmptyBelowTwoBuilds() {
        assertThat(newest()).isEmpty();
        assertThat(newest(sample("a"))).isEmpty();
    }

    @Test
    void newestAmong_leavesOutDirtyAndUnsuccessfulBuilds() {
        assertThat(newest(
                        sample("a"),
                        sample("dirty").commit(HASH, true),
                        sample("failed").outcome(Outcome.FAILED),
                        sample("b").commit(HASH),
                        sample("interrupted").outcome(Outcome.INTERRUPTED),
                        sample("skipped").outcome(Outcome.SKIPPED),
                        sample("c").commit(HASH, null)))
                .containsExactly("a", "b", "c");
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void newestAmong_isEmptyWhereOneOfTwoIsNoBaseline(Outcome outcome) {
        assertThat(newest(sample("a").outcome(outcome), sample("b").commit(HASH, true)))
                .isEmpty();
    }

    @Test
    void newestAmong_followsTheNewestBuild() {
        assertThat(newest(
                        sample("a"),
                        sample("b").scenario("mvn verify"),
                        sample("c"),
                        sample("d").scenario("mvn verify")))
                .containsExactly("b", "d");
    }

    @Test
    void newestAmong_passesOverANewestBuildThatStandsAlone() {
        assertThat(newest(
                        sample("a"),
                        sample("b"),
                        sample("c").fingerprint("laptop"),
                        sample("d").project("shop"),
                        sample("e").scenario("mvn verify")))
                .containsExactly("a", "b");
    }

    @Test
    void newestAmong_isEmptyWhereNoTwoAreComparable() {
        assertThat(newest(
                        sample("a"),
                        sample("b").fingerprint("laptop"),
                        sample("c").scenario("mvn verify"),
                        sample("d").project("shop")))
                .isEmpty();
    }

    @Test
    void constructor_refusesOneBuildAlone() {
        BuildMetrics build = sample("a").build();

        assertThatThrownBy(() -> new ComparableBuilds(List.of(build)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("one build alone compares with nothing");
    }

    @Test
    void firstAndLast_areTheOldestAndTheNewest() {
        ComparableBuilds builds = new ComparableBuilds(
                List.of(sample("a").build(), sample("b").build(), sample("c").build()));

        assertThat(builds.first().identity().id()).hasToString("a");
        assertThat(builds.last().identity().id()).hasToString("c");
    }

    @Test
    void series_hasAPointForEachBuildThatMeasuredTheMetric() {
        ComparableBuilds builds = new ComparableBuilds(List.of(
                sample("a").start("2026-03-01T00:00:00Z").millis(100).build(),
                sample("b").start("2026-03-02T00:00:00Z").build(),
                sample("c")
                        .start("2026-03-03T00:00:00Z")
                        .millis(130.5)
                        .commit(HASH)
                        .build()));

        Series series = builds.series(TotalMetric.DURATION.metric());

        assertThat(series.metric()).isEqualTo(TotalMetric.DURATION.metric());
        assertThat(series.project()).isEqualTo("docs");
        assertThat(series.scenario()).isEqualTo(Scenario.SITE_FULL);
        assertThat(series.points())
                .extracting(
                        point -> point.build().value(),
                        point -> point.timestamp().toString(),
                        Series.Point::value,
                        Series.Point::commit,
                        Series.Point::fingerprint)
                .containsExactly(
                        tuple("a", "2026-03-01T00:00:00Z", 100.0, null, "desk"),
                        tuple("c", "2026-03-03T00:00:00Z", 130.5, HASH, "desk"));
    }

    @Test
    void series_ofTimeLeavesOutTheFewBuildsWhoseAllocationWasRecorded() {
        ComparableBuilds builds = new ComparableBuilds(
                List.of(measured("a", 100), recorded("b", 170), measured("c", 110), recorded("d", 190)));

        assertThat(ids(builds.countingFor(TotalMetric.DURATION.metric()))).containsExactly("a", "c");
        assertThat(builds.series(TotalMetric.DURATION.metric()).points())
                .extracting(Series.Point::value)
                .containsExactly(100.0, 110.0);
        assertThat(ids(builds.countingFor(TotalMetric.ALLOCATED.metric()))).containsExactly("a", "b", "c", "d");
        assertThat(builds.series(TotalMetric.ALLOCATED.metric()).points())
                .extracting(Series.Point::value)
                .containsExactly(50.0, 50.0, 50.0, 50.0);
    }

    @Test
    void series_ofTimeIsThatOfTheRecordedBuildsWhereMostAre() {
        ComparableBuilds builds =
                new ComparableBuilds(List.of(recorded("a", 170), measured("b", 100), recorded("c", 190)));

        assertThat(ids(builds.countingFor(TotalMetric.DURATION.metric()))).containsExactly("a", "c");
    }

    private static BuildMetrics measured(String id, double millis) {
        return sample(id).millis(millis).memory(null, null, 50.0).build();
    }

    private static BuildMetrics recorded(String id, double millis) {
        return measured(id, millis).withTopAllocators(new TopAllocators(List.of(), 800, null));
    }

    private static List<String> ids(List<BuildMetrics> builds) {
        return builds.stream().map(build -> build.identity().id().value()).toList();
    }

    private static SampleBuild sample(String id) {
        return SampleBuild.id(id);
    }

    /** The ids of the builds that are picked, or none. */
    private static List<String> newest(SampleBuild... samples) {
        List<BuildMetrics> builds =
                Arrays.stream(samples).map(SampleBuild::build).toList();
        return ComparableBuilds.newestAmong(builds).stream()
                .flatMap(comparable -> ids(comparable.builds()).stream())
                .toList();
    }
}
