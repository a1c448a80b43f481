package dev.bengal.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bengal.analysis.bisect.BisectResult;
import dev.bengal.analysis.bisect.CommitStep;
import dev.bengal.analysis.bisect.CommitStep.Standing;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BisectionTest {
    private static final int COMMITS = 20;

    private final FakeCommits commits = new FakeCommits();

    private BisectResult search(String metric) {
        return new Bisection(FakeCommits.hashes(COMMITS), commits, new Bisection.Plan(metric, 15, 0.02), step -> {})
                .run();
    }

    private void slowerFrom(int firstBad) {
        for (int i = firstBad; i < COMMITS; i++) {
            commits.takes(i, 130);
        }
    }

    @Test
    void search_findsTheCommitThatMadeItSlower() {
        slowerFrom(13);

        BisectResult result = search("total_duration_ms");

        assertThat(result.suspects()).containsExactly(FakeCommits.hash(13));
        assertThat(result.lastGood()).isEqualTo(FakeCommits.hash(12));
        assertThat(Objects.requireNonNull(result.step()).change()).isEqualTo(0.3, within(0.03));
        // Both ends and the two that are named five times, and at most three more commits in between three times each.
        assertThat(commits.built).hasSizeLessThanOrEqualTo(10 + 10 + 3 * 3);
        assertThat(commits.open()).isZero();
    }

    @Test
    void search_givesARangeWhereTheCulpritDoesNotBuild() {
        slowerFrom(13);
        commits.breaks(12).breaks(13).breaks(14);

        BisectResult result = search("total_duration_ms");

        assertThat(result.suspects())
                .containsExactlyElementsOf(FakeCommits.hashes(COMMITS).subList(12, 16));
        assertThat(result.steps())
                .filteredOn(step -> step.standing() == Standing.UNBUILDABLE)
                .extracting(CommitStep::reason)
                .containsOnly("exit code 1");
        assertThat(commits.open()).isZero();
    }

    @Test
    void search_isNotBegunWhereTheEndsDoNotDiffer() {
        BisectResult result = search("total_duration_ms");

        assertThat(result.differ()).isFalse();
        assertThat(result.suspects()).isEmpty();
        assertThat(result.steps()).extracting(CommitStep::standing).containsOnly(Standing.MEASURED);
        // Looked at twice, with all runs the second time.
        assertThat(commits.built).hasSize(30);
        assertThat(Set.copyOf(commits.built)).containsOnly(FakeCommits.hash(0), FakeCommits.hash(COMMITS - 1));
    }

    @Test
    void recordedBuilds_spareNewOnes() {
        slowerFrom(13);
        commits.hasRecorded(0, 6).hasRecorded(COMMITS - 1, 6).hasRecorded(9, 4);

        BisectResult result = search("total_duration_ms");

        assertThat(result.suspects()).containsExactly(FakeCommits.hash(13));
        assertThat(commits.built).doesNotContain(FakeCommits.hash(0), FakeCommits.hash(9));
        // One tells what to look for in the history.
        assertThat(commits.built).containsOnlyOnce(FakeCommits.hash(COMMITS - 1));
        assertThat(result.steps().get(0).recordedBefore()).isEqualTo(6);
    }

    /** The bad end was recorded while the machine had other things to do; nothing is slower. */
    @Test
    void recordedUnderLoad_namesNobody() {
        commits.hasRecorded(COMMITS - 1, 8, 130);

        BisectResult result = search("total_duration_ms");

        assertThat(result.differ()).isTrue();
        assertThat(result.suspects()).isEmpty();
        assertThat(result.lastGood()).isEqualTo(FakeCommits.hash(COMMITS - 2));
        assertThat(Objects.requireNonNull(result.step()).change()).isEqualTo(0, within(0.03));
        assertThat(result.steps())
                .filteredOn(step -> step.commit().equals(FakeCommits.hash(COMMITS - 1)))
                .singleElement()
                .returns(0, CommitStep::recordedBefore)
                .returns(15, CommitStep::builds);
        assertThat(commits.open()).isZero();
    }

    @Test
    void endThatDoesNotBuild_isSaid() {
        commits.breaks(0);

        assertThatThrownBy(() -> search("total_duration_ms"))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining(FakeCommits.hash(0).substring(0, 8) + " does not build: exit code 1");
        assertThat(commits.open()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"total_duration_ms, 0", "phase.parse.duration_ms, 0", "parse.duration_ms, 1"})
    void runs_thatCannotTellAreRefusedAsSoonAsTheMetricIsKnown(String metric, int built) {
        slowerFrom(13);
        Bisection bisection =
                new Bisection(FakeCommits.hashes(COMMITS), commits, new Bisection.Plan(metric, 2, 0.02), step -> {});

        assertThatThrownBy(bisection::run).hasMessageContaining("--runs 2 is too few: it takes 3 builds");
        assertThat(commits.built).hasSize(built);
        assertThat(commits.open()).isZero();
    }

    @Test
    void metric_thatIsNotMeasuredOrHasNoBetterWayIsRefused() {
        assertThatThrownBy(() -> search("nothing"))
                .hasMessageContaining("did not measure 'nothing'")
                .hasMessageContaining("total_duration_ms");
        assertThat(commits.open()).isZero();
    }

    @Test
    void backfill_spreadsItsStepsAndSkipsWhatDoesNotBuild() {
        commits.breaks(10).hasRecorded(0, 2);

        var result = new Backfill(FakeCommits.hashes(21), commits, step -> {}).run(5, 2);

        assertThat(result.steps())
                .extracting(CommitStep::commit)
                .containsExactly(
                        FakeCommits.hash(0),
                        FakeCommits.hash(5),
                        FakeCommits.hash(10),
                        FakeCommits.hash(15),
                        FakeCommits.hash(20));
        assertThat(result.steps()).extracting(CommitStep::builds).containsExactly(2, 2, 0, 2, 2);
        assertThat(result.steps()).extracting(CommitStep::recordedBefore).containsExactly(2, 0, 0, 0, 0);
        assertThat(commits.built).hasSize(6).startsWith(FakeCommits.hash(20));
        assertThat(commits.open()).isZero();
    }

    @Test
    void backfill_ofAShortRangeTakesAllOfIt() {
        assertThat(new Backfill(FakeCommits.hashes(3), commits, step -> {})
                        .run(10, 1)
                        .steps())
                .hasSize(3);
        assertThat(new Backfill(FakeCommits.hashes(3), commits, step -> {})
                        .run(1, 1)
                        .steps())
                .extracting(CommitStep::commit)
                .containsExactly(FakeCommits.hash(2));
    }
}
