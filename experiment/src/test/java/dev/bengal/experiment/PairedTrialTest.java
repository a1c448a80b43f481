package dev.bengal.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.analysis.Verdict;
import dev.bengal.analysis.trial.TrialResult;
import dev.bengal.model.sample.SampleBuild;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PairedTrialTest {
    private final StringBuilder order = new StringBuilder();
    private long nanos;

    /** A side each build of which takes as long as it says, and a bit more each time. */
    private final class FakeSide implements PairedTrial.Side {
        private final String name;
        private final double millis;
        private int breaksAfter = Integer.MAX_VALUE;
        private boolean isBroken;
        private int builds;

        FakeSide(String name, double millis) {
            this.name = name;
            this.millis = millis;
        }

        FakeSide broken() {
            isBroken = true;
            return this;
        }

        FakeSide breaksAfter(int count) {
            breaksAfter = count;
            return this;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String commit() {
            return name.repeat(40);
        }

        @Override
        public boolean hasChanges() {
            return false;
        }

        @Override
        public Optional<String> warmUp() {
            order.append(name).append('-');
            nanos += (long) (millis * 1e6);
            return isBroken ? Optional.of("exit code 2") : Optional.empty();
        }

        @Override
        public Attempt build() {
            order.append(name);
            nanos += (long) (millis * 1e6);
            return builds++ >= breaksAfter
                    ? new Attempt.Failed("exit code 3")
                    : new Attempt.Built(SampleBuild.id(name + builds)
                            .millis(millis + builds)
                            .build());
        }
    }

    private TrialResult run(FakeSide base, FakeSide head, int pairs, Duration budget) {
        PairedTrial.Plan plan = new PairedTrial.Plan(pairs, budget.toNanos(), List.of("total_duration_ms"), 0.05);
        return new PairedTrial(base, head, plan, () -> nanos, done -> {}).run();
    }

    private static final Duration ENOUGH = Duration.ofHours(1);

    @Test
    void sides_takeTurnsAndTheTrialEndsWhenItIsSure() {
        TrialResult result = run(new FakeSide("a", 1000), new FakeSide("b", 1200), 60, ENOUGH);

        // Both once to warm up, then ABBA: ten pairs are the fewest that decide.
        assertThat(order).hasToString("a-b-" + "abba".repeat(5));
        assertThat(result.end()).isEqualTo(TrialResult.End.DECIDED);
        assertThat(result.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(result.pairs()).isEqualTo(10);
        assertThat(result.head().builds()).hasSize(10);
    }

    @Test
    void budget_isNotOverrun() {
        // Warm-ups 2.2 s, pairs 2.2 s each: three pairs end at 8.8 s, a fourth at 11 s.
        TrialResult result = run(new FakeSide("a", 1000), new FakeSide("b", 1200), 60, Duration.ofSeconds(10));

        assertThat(result.end()).isEqualTo(TrialResult.End.BUDGET_SPENT);
        assertThat(result.pairs()).isEqualTo(3);
        assertThat(result.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(result.metrics().get(0).reason()).isEqualTo("too few pairs; 10 are the fewest");
    }

    @Test
    void budget_ofLessThanAPairJudgesNothing() {
        TrialResult result = run(new FakeSide("a", 1000), new FakeSide("b", 1200), 60, Duration.ofSeconds(1));

        assertThat(result.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(result.metrics()).isEmpty();
    }

    @Test
    void baseThatDoesNotBuild_isNoRegression() {
        TrialResult result = run(new FakeSide("a", 1000).broken(), new FakeSide("b", 1200), 60, ENOUGH);

        assertThat(result.end()).isEqualTo(TrialResult.End.BASE_FAILED);
        assertThat(result.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(result.notes()).singleElement().asString().contains("a does not build: exit code 2");
        assertThat(run(new FakeSide("a", 1000).breaksAfter(2), new FakeSide("b", 1200), 60, ENOUGH)
                        .notes())
                .singleElement()
                .asString()
                .contains("exit code 3 after 2 pairs that built");
        assertThat(run(new FakeSide("a", 1000).breaksAfter(1), new FakeSide("b", 1200), 60, ENOUGH)
                        .notes())
                .singleElement()
                .asString()
                .contains("exit code 3 after 1 pair that built");
    }

    @Test
    void headThatDoesNotBuild_isAFailure() {
        assertThatThrownBy(() -> run(new FakeSide("a", 1000), new FakeSide("b", 1200).broken(), 60, ENOUGH))
                .isInstanceOf(ExperimentException.class)
                .hasMessageContaining("b does not build: exit code 2");
    }

    @Test
    void pairs_areUsedUpWhereNothingIsSure() {
        TrialResult result = run(new FakeSide("a", 1000), new FakeSide("b", 1200), 10, ENOUGH);
        assertThat(result.pairs()).isEqualTo(10);

        FakeSide same = new FakeSide("b", 1000);
        assertThat(run(new FakeSide("a", 1000), same, 10, ENOUGH).verdict()).isEqualTo(Verdict.UNCHANGED);
    }
}
