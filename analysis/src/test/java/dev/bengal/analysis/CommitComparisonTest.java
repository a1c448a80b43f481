package dev.bengal.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Environment;
import dev.bengal.model.Tooling;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.sample.SampleBuild;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Commits against commits, and against themselves when built again. */
class CommitComparisonTest {
    private static final PerformanceValidator VALIDATOR =
            new PerformanceValidator(Thresholds.DEFAULT, new Budgets(List.of()), CommitOrder.BY_TIME);

    /** Nine commits, one build each, at 990 to 1,010 ms. */
    private static final List<BuildMetrics> LEVEL = builds("a", 1, 1000, 1005, 995, 1010, 990, 1000, 1005, 995, 1010);

    private static List<BuildMetrics> builds(String name, int day, double... millis) {
        List<BuildMetrics> builds = new ArrayList<>();
        for (int i = 0; i < millis.length; i++) {
            builds.add(sample(name, day, i, millis[i]).build());
        }
        return builds;
    }

    private static SampleBuild sample(String name, int day, int minute, double millis) {
        return SampleBuild.id(name + minute)
                .start("2026-03-0%dT12:%02d:00Z".formatted(day, minute))
                .pages(100L)
                .millis(millis);
    }

    private static Comparison time(Validation validation) {
        return of(validation, "total_duration_ms");
    }

    private static Comparison of(Validation validation, String metric) {
        return validation.comparisons().stream()
                .filter(comparison -> comparison.metric().name().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void compare_takesTheLevelOfABaseThatWasBuiltSeldom() {
        List<BuildMetrics> base = builds("b", 2, 1002);

        Comparison time = time(VALIDATOR.compare(LEVEL, List.of(), base, builds("c", 3, 1300, 1310, 1290, 1305, 1295)));

        assertThat(time.verdict()).isEqualTo(Verdict.REGRESSED);
        // The middle of the nine and the base.
        assertThat(time.before()).isEqualTo(1001);
    }

    @Test
    void compare_takesTheBaseAloneWhereItWasBuiltOften() {
        List<BuildMetrics> base = builds("b", 2, 1300, 1305, 1295, 1310, 1290, 1300, 1305, 1295);

        Comparison time = time(VALIDATOR.compare(LEVEL, List.of(), base, builds("c", 3, 1300, 1310, 1290, 1305, 1295)));

        assertThat(time.verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(time.before()).isEqualTo(1300);
    }

    @Test
    void level_isNamedWhereItTookThePlaceOfTheBase() {
        List<BuildMetrics> candidate = builds("c", 3, 1300);
        CommitComparison seldom = VALIDATOR.against(LEVEL, List.of(), builds("b", 2, 1002), candidate);
        CommitComparison off = VALIDATOR.against(LEVEL, List.of(), builds("b", 2, 1300), candidate);
        CommitComparison alone = VALIDATOR.against(List.of(), List.of(), builds("b", 2, 1002), candidate);
        List.of(seldom, off, alone).forEach(CommitComparison::validation);

        assertThat(seldom.level(TotalMetric.DURATION.metric()).orElseThrow().points())
                .hasSize(10);
        assertThat(seldom.level(TotalMetric.PAGES.metric())).isEmpty();
        assertThat(seldom.levelBuilds()).isEqualTo(10);
        assertThat(off.level(TotalMetric.DURATION.metric())).isEmpty();
        assertThat(alone.levelBuilds()).isZero();
    }

    @Test
    void compare_judgesNothingAgainstABaseOffItsLevel() {
        List<BuildMetrics> candidate = builds("c", 3, 1300, 1310, 1290, 1305, 1295);

        for (double off : new double[] {1300, 700}) {
            Comparison time = time(VALIDATOR.compare(LEVEL, List.of(), builds("b", 2, off), candidate));

            assertThat(time.verdict()).isEqualTo(Verdict.NOT_JUDGED);
            assertThat(time.reason()).startsWith("the base may be off its own level");
            assertThat(time.before()).isEqualTo(off);
        }
    }

    @Test
    void compare_ofOtherEnvironmentsAndScenariosShowsWhatItDoesNotJudge() {
        List<BuildMetrics> base = builds("b", 2, 1000);
        BuildMetrics cloud = sample("c", 3, 0, 1250).fingerprint("cloud").build();
        BuildMetrics fast = sample("c", 3, 0, 1250).scenario("site fast").build();

        Comparison elsewhere = time(VALIDATOR.compare(LEVEL, List.of(), base, List.of(cloud)));
        Comparison otherwise = time(VALIDATOR.compare(LEVEL, List.of(), base, List.of(fast)));

        assertThat(elsewhere.reason()).isEqualTo("it was built in another environment");
        assertThat(elsewhere.growth()).hasValue(0.25);
        assertThat(elsewhere.growthInterval()).isEmpty();
        assertThat(elsewhere.smallestVisibleGrowth()).isEmpty();
        assertThat(otherwise.reason()).isEqualTo("another scenario does other work");
        assertThat(otherwise.growth()).hasValue(0.25);
    }

    @Test
    void compare_namesTheSideThatDidNotMeasure() {
        BuildMetrics timed = sample("b", 2, 0, 1000).build();
        BuildMetrics more =
                sample("c", 3, 0, 1000).memory(null, null, 70.0).pages(null).build();

        Validation validation = VALIDATOR.compare(LEVEL, List.of(), List.of(timed), List.of(more));

        assertThat(of(validation, "allocated_mb").reason()).isEqualTo("the base did not measure it");
        assertThat(of(validation, "allocated_mb").after()).isEqualTo(70);
        assertThat(of(validation, "page_count").reason()).isEqualTo("the candidate did not measure it");
        assertThat(of(validation, "page_count").before()).isEqualTo(100);
    }

    @Test
    void compare_ofOneCommitTakesNoLevelThatBelongsToBoth() {
        List<BuildMetrics> candidate =
                List.of(sample("c", 3, 0, 1300).commit("h").build());

        Comparison same = time(VALIDATOR.compare(
                LEVEL, List.of(), List.of(sample("b", 2, 0, 1000).commit("h").build()), candidate));
        Comparison other = time(VALIDATOR.compare(
                LEVEL, List.of(), List.of(sample("b", 2, 0, 1000).commit("g").build()), candidate));

        assertThat(same.reason()).isEqualTo("the baseline has 1 build, 7 too few");
        assertThat(other.verdict()).isEqualTo(Verdict.SUSPICIOUS);
    }

    @Test
    void compare_countsABaseOnceThatTheHistoryHasToo() {
        List<BuildMetrics> base = builds("b", 2, 1002);
        List<BuildMetrics> history = new ArrayList<>(LEVEL);
        history.addAll(base);

        Comparison time =
                time(VALIDATOR.compare(history, List.of(), base, builds("c", 3, 1300, 1310, 1290, 1305, 1295)));

        // 990, 995, 995, 1000, 1000, 1002, 1005, 1005, 1010, 1010; twice, the 1002 would be the middle.
        assertThat(time.before()).isEqualTo(1001);
    }

    @Test
    void compare_ofMemoryAsksForOneFeatureVersionOfJava() {
        List<BuildMetrics> base = builds("b", 2, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000).stream()
                .map(build -> onJava(build, "17.0.15+6"))
                .toList();

        assertThat(allocated(base, "17.0.2").verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(allocated(base, "17-ea").verdict()).isEqualTo(Verdict.UNCHANGED);
        assertThat(allocated(base, "21.0.2").reason()).startsWith("another version of Java allocates otherwise");
        assertThat(allocated(base, null).reason()).startsWith("another version of Java allocates otherwise");
    }

    /** Without one a small build allocates three times as much. */
    @Test
    void compare_ofMemoryAsksForAnArchiveOfClassDataOnBothSides() {
        List<BuildMetrics> base = builds("b", 2, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000).stream()
                .map(build -> onJava(build, "17", "-XX:SharedArchiveFile"))
                .toList();

        assertThat(allocated(base, "17", "-Xmn32m", "-XX:SharedArchiveFile").verdict())
                .isEqualTo(Verdict.UNCHANGED);
        assertThat(allocated(base, "17", "-Xmn32m").reason()).endsWith("as does one without its archive of class data");
    }

    private static Comparison allocated(List<BuildMetrics> base, @Nullable String java, String... flags) {
        List<BuildMetrics> candidate = List.of(onJava(sample("c", 3, 0, 1000).build(), java, flags));
        return of(VALIDATOR.compare(List.of(), List.of(), base, candidate), "allocated_mb");
    }

    /** The same build, which allocated 50 MiB on this version of Java. */
    private static BuildMetrics onJava(BuildMetrics build, @Nullable String version, String... flags) {
        BuildMetrics measured = SampleBuild.id(build.identity().id().value())
                .start(build.identity().timestamp().toString())
                .memory(null, null, 50.0)
                .build();
        Environment environment = measured.environment();
        return new BuildMetrics(
                measured.identity(),
                measured.stats(),
                measured.commit(),
                null,
                measured.totals(),
                List.of(),
                List.of(),
                List.of(),
                new Environment(
                        environment.fingerprint(),
                        environment.machine(),
                        new Tooling(version, List.of(flags), null),
                        environment.load()));
    }

    @Test
    void confirm_dropsWhatThreeBuildsDoNotConfirm() {
        List<BuildMetrics> candidate = builds("c", 3, 1300, 1000, 1005);

        Comparison time = time(VALIDATOR.confirm(LEVEL, List.of(), candidate, Set.of("total_duration_ms")));

        assertThat(time.verdict()).isEqualTo(Verdict.UNCHANGED);
    }

    @Test
    void confirm_keepsTheSuspicionAtThreeAndEndsItAtFive() {
        Set<String> suspects = Set.of("total_duration_ms");

        assertThat(time(VALIDATOR.confirm(LEVEL, List.of(), builds("c", 3, 1300, 1310, 1290), suspects))
                        .verdict())
                .isEqualTo(Verdict.SUSPICIOUS);
        Comparison five =
                time(VALIDATOR.confirm(LEVEL, List.of(), builds("c", 3, 1300, 1310, 1290, 1305, 1295), suspects));
        assertThat(five.verdict()).isEqualTo(Verdict.REGRESSED);
        assertThat(five.reason()).isEqualTo("confirmed by 5 builds");
        // One of the five is below the middle of the baseline.
        assertThat(time(VALIDATOR.confirm(LEVEL, List.of(), builds("c", 3, 1300, 1310, 1290, 1305, 900), suspects))
                        .verdict())
                .isEqualTo(Verdict.UNCHANGED);
    }
}
