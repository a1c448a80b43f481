package dev.bengal.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.bengal.model.BuildId;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Direction;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Outcome;
import dev.bengal.model.Scenario;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.Unit;
import dev.bengal.model.sample.SampleBuild;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PerformanceValidatorTest {
    private static final PerformanceValidator VALIDATOR =
            new PerformanceValidator(Thresholds.DEFAULT, Budgets.DEFAULT, CommitOrder.BY_TIME);

    @Test
    void validate_judgesEachMetricOfTheCandidate() {
        Validation validation = VALIDATOR.validate(history(12), List.of(), candidate(5, 200, 50));

        assertThat(of(validation, "total_duration_ms").verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(of(validation, "allocated_mb").verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(of(validation, "page_count").verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(validation.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(validation.worstFirst().get(0).metric().name()).isEqualTo("total_duration_ms");
        assertThat(validation.candidate()).hasSize(5);
    }

    @Test
    void validate_neverTakesTheCandidateForItsBaseline() {
        List<BuildMetrics> history = new ArrayList<>(history(4));
        List<BuildMetrics> candidate = candidate(5, 100, 50);
        history.addAll(candidate);

        assertThat(of(VALIDATOR.validate(history, List.of(), candidate), "total_duration_ms")
                        .reason())
                .isEqualTo("the baseline has 4 builds, 4 too few");
    }

    @Test
    void validate_comparesTimesInOneEnvironmentAndCountsEverywhere() {
        List<BuildMetrics> candidate = List.of(
                build("z", 0, 200, 50).fingerprint("other").commit("head").build());
        Validation validation = VALIDATOR.validate(history(12), List.of(), candidate);

        assertThat(of(validation, "total_duration_ms").reason())
                .isEqualTo("there is nothing earlier to hold it against");
        assertThat(of(validation, "allocated_mb").verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(of(validation, "page_count").verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    /** A build elsewhere is no new level of what is the same on every machine, and one of a machine's own begins where it has shown itself. */
    @Test
    void validate_holdsAllocationAgainstBuildsOfAllMachines() {
        List<BuildMetrics> history = new ArrayList<>(history(40));
        history.add(build("x", 40, 100, 50).fingerprint("other").commit("cx").build());

        assertThat(of(VALIDATOR.validate(history, List.of(), candidateAt(60, 75)), "allocated_mb")
                        .verdict())
                .isEqualTo(Verdict.REGRESSED);

        for (int i = 41; i < 46; i++) {
            history.add(build("y" + i, i, 100, 60)
                    .fingerprint("other")
                    .commit("c" + i)
                    .build());
        }
        BuildMetrics there =
                build("z", 60, 100, 60).fingerprint("other").commit("head").build();
        assertThat(of(VALIDATOR.validate(history, List.of(), List.of(there)), "allocated_mb")
                        .reason())
                .isEqualTo("the baseline has 6 builds, 2 too few");
    }

    private static List<BuildMetrics> candidateAt(int second, double allocated) {
        return List.of(build("z", second, 100, allocated).commit("head").build());
    }

    @Test
    void validate_leavesOutWhatIsNoBaseline() {
        List<BuildMetrics> history = new ArrayList<>(history(8));
        history.add(build("d", 20, 900, 50).commit("dirty", true).build());
        history.add(build("e", 21, 900, 50).outcome(Outcome.FAILED).build());
        history.add(build("f", 22, 900, 50).project("shop").build());
        history.add(build("g", 23, 900, 50).scenario("mvn verify").build());

        Comparison time = of(VALIDATOR.validate(history, List.of(), candidate(1, 100, 50)), "total_duration_ms");

        assertThat(time.before()).isBetween(99.0, 102.0);
        assertThat(time.verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void validate_beginsAnewWhereAChangeWasAccepted() {
        List<HistoryEvent.Accepted> accepted = List.of(
                accepted("docs", "c9", null, null),
                accepted("shop", "c11", null, null),
                accepted("docs", "c11", "mvn verify", null),
                accepted("docs", "c11", null, "cpu_ms"),
                accepted("docs", "gone", null, null));

        Comparison time = of(VALIDATOR.validate(history(12), accepted, candidate(1, 100, 50)), "total_duration_ms");

        // From c9 to c11.
        assertThat(time.reason()).isEqualTo("the baseline has 3 builds, 5 too few");
    }

    @Test
    void validate_judgesNothingWhoseLevelWasAcceptedWithTheCandidate() {
        List<HistoryEvent.Accepted> accepted = List.of(
                accepted("docs", "head", null, "total_duration_ms"),
                accepted("docs", "head", "mvn verify", "allocated_mb"),
                accepted("shop", "head", null, null));

        Validation validation = VALIDATOR.validate(history(12), accepted, candidate(5, 200, 80));

        Comparison time = of(validation, "total_duration_ms");
        assertThat(time.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(time.reason()).isEqualTo("its new level was accepted with this commit");
        assertThat(time.after()).isEqualTo(200);
        assertThat(of(validation, "allocated_mb").verdict()).isEqualTo(Verdict.REGRESSED);
        Comparison known = of(VALIDATOR.validate(history(12), List.of(), candidate(5, 200, 80)), "total_duration_ms");
        assertThat(known.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(known.before()).isEqualTo(time.before());
    }

    @Test
    void validate_beginsAnewWhereTheSeriesStepped() {
        List<BuildMetrics> history = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            history.add(build("b" + i, i, (i < 18 ? 100 : 150) + i % 3, 50)
                    .commit("c" + i)
                    .build());
        }

        Comparison time = of(VALIDATOR.validate(history, List.of(), candidate(5, 151, 50)), "total_duration_ms");

        assertThat(time.before()).isEqualTo(151);
        assertThat(time.verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void compare_takesTheBuildsAsTheyAre() {
        Validation validation = VALIDATOR.compare(history(8), candidate(5, 200, 50));

        assertThat(of(validation, "total_duration_ms").verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(VALIDATOR.compare(history(1), candidate(1, 200, 50)).comparisons())
                .filteredOn(comparison -> comparison.metric().name().equals("total_duration_ms"))
                .singleElement()
                .satisfies(one -> assertThat(one.verdict()).isEqualTo(Verdict.NOT_JUDGED));
    }

    @Test
    void budgets_areBrokenByOneBuild() {
        // 400 pages at 60 ms.
        Validation validation = VALIDATOR.validate(List.of(), List.of(), candidate(1, 24_000, 50));

        assertThat(validation.verdict()).isEqualTo(Verdict.REGRESSED);
        BudgetCheck time = validation.budgets().get(0);
        assertThat(time.value()).isEqualTo(60, within(1e-9));
        assertThat(time.reason()).isEqualTo("over the budget");
        assertThat(validation.budgets().get(1).reason()).isEqualTo("the candidate did not measure it");
    }

    @Test
    void budgets_askForNoShareOfFewOrNoPages() {
        for (Long pages : new Long[] {0L, 99L, null}) {
            BuildMetrics build = SampleBuild.id("a").millis(60_000).pages(pages).build();
            BudgetCheck check = BudgetCheck.of(Budgets.DEFAULT.all().get(0), List.of(build));

            assertThat(check.verdict()).isEqualTo(Verdict.NOT_JUDGED);
            assertThat(check.value()).isNull();
        }
    }

    @Test
    void budgets_takeTheNearerOne() {
        Budgets budgets = Budgets.DEFAULT
                .with(new Budget("total_duration_ms", null, 800, false))
                .with(new Budget("total_duration_ms", null, 900, false))
                .with(new Budget("total_duration_ms", "site full", 700, false));

        assertThat(budgets.in(Scenario.SITE_FULL)).extracting(Budget::most).containsExactly(50.0, 0.5, 700.0);
        assertThat(budgets.in(new Scenario("mvn verify")))
                .extracting(Budget::most)
                .containsExactly(50.0, 0.5, 900.0);
        assertThatThrownBy(() -> new Budget("x", null, Double.NaN, false)).hasMessageContaining("budget of NaN");
    }

    @Test
    void thresholds_followTheNatureOfTheMetricUnlessToldOtherwise() {
        Scenario full = Scenario.SITE_FULL;
        Thresholds thresholds = Thresholds.DEFAULT
                .with(null, "cpu_ms", new Limit(0.5, 10))
                .with("site full", "cpu_ms", new Limit(0.1, 5));

        assertThat(thresholds.limit(full, TotalMetric.DURATION.metric())).isEqualTo(Limit.ofGrowth(0.20));
        assertThat(thresholds.limit(full, TotalMetric.RSS_PEAK.metric())).isEqualTo(Limit.ofGrowth(0.10));
        assertThat(thresholds.limit(full, TotalMetric.ALLOCATED.metric())).isEqualTo(new Limit(0.02, 0.05));
        assertThat(thresholds.limit(full, TotalMetric.PAGES.metric())).isEqualTo(Limit.ofGrowth(0));
        assertThat(thresholds.limit(full, TotalMetric.CPU.metric())).isEqualTo(new Limit(0.1, 5));
        assertThat(thresholds.limit(new Scenario("other"), TotalMetric.CPU.metric()))
                .isEqualTo(new Limit(0.5, 10));
        assertThatThrownBy(() -> new Limit(-0.1, 0)).hasMessageContaining("neither may be below 0");
    }

    /** Records have thousandths: one step of 0.026 MB is 3.8 %. */
    @Test
    void thresholds_letNoTrifleOfASteadyMetricFail() {
        assertThat(ofAllocated(0.026, 0.027)).isEqualTo(Verdict.UNCHANGED);
        assertThat(ofAllocated(0.026, 0.028)).isEqualTo(Verdict.UNCHANGED);
        assertThat(ofAllocated(0.128, 0.131)).isEqualTo(Verdict.UNCHANGED);
        assertThat(ofAllocated(0.131, 0.128)).isEqualTo(Verdict.UNCHANGED);
        assertThat(ofAllocated(0.026, 0.1)).isEqualTo(Verdict.REGRESSED);
        assertThat(ofAllocated(1.0, 1.2)).isEqualTo(Verdict.REGRESSED);
        // The share alone decides from 2.5 MB up.
        assertThat(ofAllocated(2.6, 2.656)).isEqualTo(Verdict.REGRESSED);
    }

    @Test
    void thresholds_haveALeastChangeOfSteadyMetricsInEachUnit() {
        Metric bytes = new Metric("gc.alloc.rate.norm", new Unit("B/op"), Direction.LOWER, NoiseClass.STEADY);

        assertThat(Thresholds.DEFAULT.limit(Scenario.SITE_FULL, bytes)).isEqualTo(new Limit(0.02, 0.01));
    }

    private static Verdict ofAllocated(double before, double after) {
        double[] earlier = new double[12];
        Arrays.fill(earlier, before);
        return GrowthJudge.compare(
                        NoisyBuilds.ALLOCATED,
                        NoisyBuilds.baseline(earlier),
                        new double[] {after},
                        Thresholds.DEFAULT.limit(Scenario.SITE_FULL, NoisyBuilds.ALLOCATED))
                .verdict();
    }

    @Test
    void validate_ofBuildsWithoutACommitLeavesOutThemselvesAlone() {
        List<BuildMetrics> history = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            history.add(build("b" + i, i, 100 + i % 3, 50).build());
        }
        List<BuildMetrics> candidate = List.of(build("z", 40, 200, 50).build());
        history.addAll(candidate);

        Baseline baseline = VALIDATOR.against(history, List.of(), candidate).baseline(TotalMetric.DURATION.metric());

        assertThat(baseline.points())
                .extracting(point -> point.build().value())
                .containsExactly("b0", "b1", "b2", "b3", "b4", "b5", "b6", "b7");
    }

    @Test
    void validate_tellsCommitsApartThatOneSideDoesNotHave() {
        List<BuildMetrics> history = new ArrayList<>(history(4));
        history.add(build("none", 20, 100, 50).build());
        List<BuildMetrics> without = List.of(build("z", 40, 100, 50).build());

        assertThat(VALIDATOR
                        .against(history, List.of(), without)
                        .baseline(TotalMetric.DURATION.metric())
                        .points())
                .hasSize(5);
        assertThat(VALIDATOR
                        .against(history, List.of(), candidate(1, 100, 50))
                        .baseline(TotalMetric.DURATION.metric())
                        .points())
                .hasSize(5);
    }

    @Test
    void validation_ofNothingThatCouldBeJudgedIsNotJudged() {
        assertThat(new Validation(List.of(), List.of(), List.of()).verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(VALIDATOR
                        .validate(
                                history(2),
                                List.of(),
                                List.of(build("z", 40, 100, 50).pages(null).build()))
                        .verdict())
                .isEqualTo(Verdict.NOT_JUDGED);
    }

    @Test
    void budgets_areKeptByTheirOwnFigureAndByAHundredPages() {
        BuildMetrics hundred = SampleBuild.id("a").millis(5_000).pages(100L).build();

        assertThat(BudgetCheck.of(Budgets.DEFAULT.all().get(0), List.of(hundred)))
                .isEqualTo(new BudgetCheck(Budgets.DEFAULT.all().get(0), 50.0, Verdict.UNCHANGED, "within the budget"));
        assertThat(BudgetCheck.of(new Budget("total_duration_ms", null, 4_999, false), List.of(hundred))
                        .verdict())
                .isEqualTo(Verdict.REGRESSED);
    }

    /** The sample's throughput is 1250.5 operations a second, of which more is better. */
    @Test
    void budgets_ofWhatShouldBeHighAreBrokenFromBelow() {
        List<BuildMetrics> candidate = List.of(SampleBuild.complete());

        assertThat(BudgetCheck.of(new Budget("parse", null, 1250.5, false), candidate)
                        .reason())
                .isEqualTo("within the budget");
        BudgetCheck broken = BudgetCheck.of(new Budget("parse", null, 1251, false), candidate);
        assertThat(broken.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(broken.reason()).isEqualTo("below the budget");
        assertThat(BudgetCheck.of(new Budget("parse", null, 1250, false), candidate)
                        .verdict())
                .isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void explanation_isNoneWhereNoPhaseMovedTheSameWay() {
        assertThat(Explanation.mostOf(List.of(phases(100, 20, 70)), List.of(phases(150, 20, 60))))
                .isEmpty();
    }

    @Test
    void explanation_ofNothingBeforeOrAfterIsNoGrowth() {
        List<BuildMetrics> some =
                List.of(SampleBuild.id("a").millis(1000).pages(100L).build());
        List<BuildMetrics> none =
                List.of(SampleBuild.id("b").millis(2200).pages(0L).build());

        assertThat(Explanation.growth("total_duration_ms", "page_count", some, none))
                .isEmpty();
        assertThat(Explanation.growth("total_duration_ms", "page_count", none, some))
                .isEmpty();
    }

    @Test
    void explanation_namesThePhaseThatMovedMost() {
        List<BuildMetrics> before = List.of(phases(100, 20, 70));
        List<BuildMetrics> after = List.of(phases(150, 25, 110));

        Explanation.PhaseShare share = Explanation.mostOf(before, after).orElseThrow();

        // 40 of 50 ms; "inner" lies inside of rendering and is not named.
        assertThat(share).isEqualTo(new Explanation.PhaseShare("rendering", 40, 0.8));
        assertThat(Explanation.mostOf(before, before)).isEmpty();
    }

    @Test
    void explanation_takesAPhaseThatWasNotMeasuredForNoneThatTookNoTime() {
        List<BuildMetrics> without = List.of(SampleBuild.id("a").millis(100).build());
        List<BuildMetrics> with = List.of(phases(150, 20, 60));

        assertThat(Explanation.mostOf(without, with)).isEmpty();
        assertThat(Explanation.mostOf(with, without)).isEmpty();
        // Of those that have phases, rendering took 70 ms and then 110.
        List<BuildMetrics> some = List.of(without.get(0), without.get(0), phases(100, 20, 70));
        assertThat(Explanation.mostOf(some, List.of(phases(150, 20, 110))))
                .contains(new Explanation.PhaseShare("rendering", 40, 0.8));
    }

    @Test
    void explanation_tellsMoreInputFromSlowerItems() {
        List<BuildMetrics> before =
                List.of(SampleBuild.id("a").millis(1000).pages(100L).build());
        List<BuildMetrics> after =
                List.of(SampleBuild.id("b").millis(2200).pages(200L).build());

        Explanation.Growth growth = Explanation.growth("total_duration_ms", "page_count", before, after)
                .orElseThrow();

        assertThat(growth.input()).isEqualTo(2, within(1e-12));
        assertThat(growth.perItem()).isEqualTo(1.1, within(1e-12));
        // ln 2 / ln 2.2
        assertThat(growth.inputShare().orElseThrow()).isEqualTo(0.8791, within(1e-4));
        assertThat(Explanation.growth("cpu_ms", "page_count", before, after)).isEmpty();
        assertThat(new Explanation.Growth(1, 1).inputShare()).isEmpty();
    }

    @Test
    void manyMetrics_areBelievedTogether() {
        List<Comparison> twenty = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            twenty.add(comparison(i == 0 ? Verdict.REGRESSED : Verdict.UNCHANGED, i == 0 ? 0.009 : 0.5));
        }

        // The least of twenty would have to be 0.05 / 20 = 0.0025.
        assertThat(ManyMetrics.corrected(twenty).get(0).verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(ManyMetrics.corrected(twenty.subList(0, 5)).get(0).verdict()).isEqualTo(Verdict.REGRESSED);
    }

    /** One build of each of 200 phases whose allocation varies by more than the limit: alone, one of them would fail nearly every build. */
    @Test
    void manySteadyMetrics_seldomFailABuildInWhichNothingChanged() {
        NoisyBuilds noise = NoisyBuilds.tame(71, 0.02);
        for (int earlier : new int[] {Baseline.FEWEST_BUILDS, Baseline.MOST_BUILDS}) {
            int failed = 0;
            int alone = 0;
            for (int build = 0; build < 100; build++) {
                List<Comparison> comparisons = new ArrayList<>();
                for (int phase = 0; phase < 200; phase++) {
                    comparisons.add(GrowthJudge.compare(
                            NoisyBuilds.ALLOCATED,
                            NoisyBuilds.baseline(noise.about(100, earlier)),
                            noise.about(100, 1),
                            Limit.ofGrowth(0.02)));
                }
                alone += isFailed(comparisons) ? 1 : 0;
                failed += isFailed(ManyMetrics.corrected(comparisons)) ? 1 : 0;
            }

            // Of many more such hundreds there are 5 to 8.
            assertThat(failed).as("after " + earlier + " builds").isLessThan(15);
            assertThat(alone).as("after " + earlier + " builds").isGreaterThan(80);
        }
    }

    /** However many builds a candidate has, a step far beyond the noise is believed. */
    @Test
    void manySteadyMetrics_hideNoStep() {
        NoisyBuilds noise = NoisyBuilds.tame(72, 0.002);
        for (int builds : new int[] {1, 4, 5, 8}) {
            List<Comparison> comparisons = new ArrayList<>();
            for (int phase = 0; phase < 200; phase++) {
                comparisons.add(GrowthJudge.compare(
                        NoisyBuilds.ALLOCATED,
                        NoisyBuilds.baseline(noise.about(100, Baseline.FEWEST_BUILDS)),
                        noise.about(phase == 7 ? 105 : 100, builds),
                        Limit.ofGrowth(0.02)));
            }
            List<Comparison> corrected = ManyMetrics.corrected(comparisons);

            assertThat(corrected.get(7).verdict()).as(builds + " builds").isEqualTo(Verdict.REGRESSED);
            assertThat(corrected.stream().filter(one -> one.verdict() == Verdict.REGRESSED))
                    .hasSize(1);
        }
    }

    private static boolean isFailed(List<Comparison> comparisons) {
        return comparisons.stream().anyMatch(comparison -> comparison.verdict() == Verdict.REGRESSED);
    }

    private static Comparison comparison(Verdict verdict, double chance) {
        return new Comparison(NoisyBuilds.TIME, 1.0, 2.0, null, verdict, "", null, chance);
    }

    private static BuildMetrics phases(double total, double discovery, double rendering) {
        return SampleBuild.id("p" + total)
                .millis(total)
                .phase("discovery", null, discovery)
                .phase("rendering", null, rendering)
                .phase("inner", "rendering", rendering)
                .build();
    }

    private static Comparison of(Validation validation, String metric) {
        return validation.comparisons().stream()
                .filter(comparison -> comparison.metric().name().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    private static List<BuildMetrics> history(int count) {
        List<BuildMetrics> history = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            history.add(build("b" + i, i, 100 + i % 3, 50).commit("c" + i).build());
        }
        return history;
    }

    private static List<BuildMetrics> candidate(int count, double millis, double allocated) {
        List<BuildMetrics> candidate = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            candidate.add(build("z" + i, 40 + i, millis + i % 2, allocated)
                    .commit("head")
                    .build());
        }
        return candidate;
    }

    private static SampleBuild build(String id, int second, double millis, double allocated) {
        return SampleBuild.id(id)
                .start(SampleBuild.START.plusSeconds(second).toString())
                .millis(millis)
                .memory(null, null, allocated)
                .pages(400L);
    }

    private static HistoryEvent.Accepted accepted(
            String project, String commit, @Nullable String scenario, @Nullable String metric) {
        HistoryEvent.Stamp stamp = new HistoryEvent.Stamp(new BuildId("e"), SampleBuild.START, null);
        return new HistoryEvent.Accepted(stamp, project, commit, scenario, metric, "fine");
    }
}
