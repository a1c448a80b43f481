package dev.bengal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What becomes of 200 steady metrics of a commit that is built again while one of them is suspicious and none has failed, as by {@code check
 * --confirm}: to three builds, then to five.
 */
class ManyConfirmationsTest {
    private static final int METRICS = 200;
    private static final Limit TWO = Limit.ofGrowth(0.02);

    /** Of a thousand others 98 fail: 50 at the first build, 16 at the third, 32 at the fifth. */
    @Test
    void confirm_seldomFailsACommitInWhichNothingChanged() {
        NoisyBuilds noise = NoisyBuilds.tame(81, 0.02);
        int failed = 0;
        int failedAlone = 0;
        for (int i = 0; i < 100; i++) {
            Commit commit = new Commit(noise, Baseline.FEWEST_BUILDS, 0);
            Set<Integer> suspects = suspects(ManyMetrics.corrected(commit.judged(1, Set.of())));
            List<Comparison> five = commit.judged(GrowthJudge.SURE_BUILDS, suspects);
            failed += isAny(Verdict.REGRESSED, commit.confirmed()) ? 1 : 0;
            failedAlone += suspects.stream().anyMatch(one -> five.get(one).verdict() == Verdict.REGRESSED) ? 1 : 0;
        }

        assertThat(failed).isLessThan(15);
        // Suspects are held against the builds that they were chosen by. Each by itself, they would fail 18 in a
        // hundred.
        assertThat(failedAlone).isGreaterThanOrEqualTo(10);
    }

    /** Ten times the noise, which one build can seldom show among so many with as few before it. */
    @Test
    void confirm_ofAStepFailsItAfterEightBuilds() {
        NoisyBuilds noise = NoisyBuilds.tame(82, 0.005);
        int failedAtOnce = 0;
        int failed = 0;
        for (int i = 0; i < 40; i++) {
            Commit commit = new Commit(noise, Baseline.FEWEST_BUILDS, 0.05);
            failedAtOnce += isFirstFailed(ManyMetrics.corrected(commit.judged(1, Set.of()))) ? 1 : 0;
            failed += isFirstFailed(commit.confirmed()) ? 1 : 0;
        }

        assertThat(failedAtOnce).isLessThan(24);
        assertThat(failed).isGreaterThanOrEqualTo(38);
    }

    private static boolean isFirstFailed(List<Comparison> comparisons) {
        return comparisons.get(0).verdict() == Verdict.REGRESSED;
    }

    private static boolean isAny(Verdict verdict, List<Comparison> comparisons) {
        return comparisons.stream().anyMatch(comparison -> comparison.verdict() == verdict);
    }

    private static Set<Integer> suspects(List<Comparison> comparisons) {
        return IntStream.range(0, comparisons.size())
                .filter(i -> comparisons.get(i).verdict() == Verdict.SUSPICIOUS)
                .boxed()
                .collect(Collectors.toSet());
    }

    /** Of each metric the builds before, and five of the commit itself. */
    private static final class Commit {
        private final List<Baseline> before = new ArrayList<>();
        private final List<double[]> builds = new ArrayList<>();

        /** @param grown by which share the first metric did */
        Commit(NoisyBuilds noise, int earlier, double grown) {
            for (int i = 0; i < METRICS; i++) {
                before.add(NoisyBuilds.baseline(noise.about(100, earlier)));
                builds.add(noise.about(i == 0 ? 100 * (1 + grown) : 100, GrowthJudge.SURE_BUILDS));
            }
        }

        List<Comparison> confirmed() {
            List<Comparison> found = ManyMetrics.corrected(judged(1, Set.of()));
            Set<Integer> suspects = suspects(found);
            for (int count : new int[] {GrowthJudge.FIRST_LOOK, GrowthJudge.SURE_BUILDS}) {
                if (isAny(Verdict.SUSPICIOUS, found) && !isAny(Verdict.REGRESSED, found)) {
                    found = ManyMetrics.corrected(judged(count, suspects));
                }
            }
            return found;
        }

        List<Comparison> judged(int count, Set<Integer> suspects) {
            return IntStream.range(0, METRICS)
                    .mapToObj(i -> judged(before.get(i), Arrays.copyOf(builds.get(i), count), suspects.contains(i)))
                    .toList();
        }

        private static Comparison judged(Baseline before, double[] values, boolean isSuspect) {
            return isSuspect
                    ? GrowthJudge.reconsider(NoisyBuilds.ALLOCATED, before, values, TWO)
                    : GrowthJudge.compare(NoisyBuilds.ALLOCATED, before, values, TWO);
        }
    }
}
