package dev.bengal.report.judged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.analysis.Comparison;
import dev.bengal.analysis.Explanation;
import dev.bengal.analysis.Validation;
import dev.bengal.analysis.Verdict;
import dev.bengal.analysis.statistics.Effect;
import dev.bengal.analysis.statistics.Interval;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Metric;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.sample.SampleBuild;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JudgedWordsTest {
    private static final Metric TIME = TotalMetric.DURATION.metric();
    private static final Metric ALLOCATED = TotalMetric.ALLOCATED.metric();

    @Test
    void goodNewsOfOtherMetrics_isNoneOfATimeThatWasNotJudged() {
        Comparison off = unjudged("the base may be off its own level");

        assertThat(summary(List.of(), off, judged(ALLOCATED, 0.001, Verdict.UNCHANGED)))
                .isEqualTo("nothing that matters was seen. It cannot see less than 0.5 % of allocated."
                        + " Time was not judged: the base may be off its own level.");
        assertThat(summary(List.of(), off, judged(ALLOCATED, -0.1, Verdict.IMPROVED)))
                .isEqualTo("allocated −10.0 %. Time was not judged: the base may be off its own level.");
    }

    @Test
    void timeThatIsNotJudged_isNotSaidAgainBelowAnObstacle() {
        Comparison elsewhere = unjudged("it was built in another environment");

        assertThat(summary(
                        List.of("Different environments. Time is not judged."),
                        elsewhere,
                        judged(ALLOCATED, 0.001, Verdict.UNCHANGED)))
                .isEqualTo("nothing that matters was seen. It cannot see less than 0.5 % of allocated.");
    }

    @Test
    void badNews_standsAlone() {
        Comparison off = unjudged("the base may be off its own level");

        assertThat(summary(List.of(), off, judged(ALLOCATED, 0.1, Verdict.REGRESSED)))
                .isEqualTo("allocated +10.0 %.");
    }

    @Test
    void theTotals_areNamedBeforeWhatChangedMost() {
        assertThat(summary(
                        List.of(),
                        judged(ALLOCATED, 0.1, Verdict.REGRESSED),
                        judged(phase("clean"), 0.8, Verdict.REGRESSED),
                        judged(phase("compile"), 0.7, Verdict.REGRESSED),
                        judged(TIME, 1.3, Verdict.REGRESSED),
                        judged(phase("test"), 2.9, Verdict.REGRESSED)))
                .isEqualTo("allocated +10.0 %, time +130.0 %, test +290.0 % and 2 more.");
    }

    @Test
    void somethingFromNothing_isNamedBeforeWhatGrew() {
        assertThat(summary(
                        List.of(),
                        judged(phase("clean"), 0.8, Verdict.REGRESSED),
                        moved(phase("deploy"), 0, 300),
                        moved(phase("idle"), 0, 0),
                        moved(phase("shrink"), -100, -50),
                        judged(TIME, 0.1, Verdict.REGRESSED)))
                .isEqualTo("time +10.0 %, deploy +300.0ms, clean +80.0 % and 2 more.");
    }

    /** Of what can be zero or less, of which there is no share. */
    private static Comparison moved(Metric metric, double before, double after) {
        double change = after - before;
        Effect effect = new Effect(change, new Interval(change, change), false);
        return new Comparison(metric, before, after, effect, Verdict.REGRESSED, "a reason", 1.0, null);
    }

    private static Comparison unjudged(String reason) {
        return new Comparison(TIME, 320.0, 210.0, null, Verdict.NOT_JUDGED, reason, null, null);
    }

    private static Comparison judged(Metric metric, double change, Verdict verdict) {
        Effect effect = new Effect(change, new Interval(change - 0.005, change + 0.005), true);
        return new Comparison(metric, 100.0, 100 * (1 + change), effect, verdict, "a reason", 0.005, null);
    }

    @Test
    void phaseThatChangedMoreThanTheWhole_isNoShareOfIt() {
        assertThat(words(List.of(), Optional.of(new Explanation.PhaseShare("store", 14_700, 2.3)))
                        .explanations())
                .containsExactly("The phase store changed more than the whole time did (+14.70s):"
                        + " others made up for some of it, or ran beside it.");
        assertThat(words(List.of(), Optional.of(new Explanation.PhaseShare("store", -5_000, 1)))
                        .explanations())
                .containsExactly("The phase store explains 100 % of the change of the time (−5.00s).");
    }

    @Test
    void changeAgainstTheMediansBesideIt_isSaid() {
        Comparison contrary = moved(TIME, 1000, 990, 0.02);
        Comparison trifle = moved(ALLOCATED, 1000, 990, 0.0001);
        Comparison usual = moved(ALLOCATED, 1000, 990, -0.02);

        JudgedReport report = report(List.of(), Optional.empty(), List.of(contrary, trifle));
        assertThat(new JudgedWords(report).closing(new JudgedRows(report, true)))
                .containsExactly(
                        "Of time the change and the two medians go different ways: the change is the median of all"
                                + " differences between two builds, one of each side.");
        assertThat(new CommentRenderer(CommentPlace.NOWHERE).text(report, 65_536))
                .containsOnlyOnce("Of time the change and the two medians go different ways");
        JudgedReport plain = report(List.of(), Optional.empty(), List.of(usual));
        assertThat(new JudgedWords(plain).closing(new JudgedRows(plain, true))).isEmpty();
    }

    private static Comparison moved(Metric metric, double before, double after, double change) {
        Effect effect = new Effect(change, new Interval(change - 0.1, change + 0.1), true);
        return new Comparison(metric, before, after, effect, Verdict.UNCHANGED, "within noise", 0.1, null);
    }

    /** What fails a check, and the totals of a build, have a row each, however many there are. */
    @Test
    void ofManyWhoseChangeIsNotCertain_thoseThatChangedMostHaveRows() {
        List<Comparison> comparisons = new ArrayList<>(List.of(judged(TIME, 0.1, Verdict.SUSPICIOUS)));
        for (int phase = 0; phase < 15; phase++) {
            comparisons.add(judged(phase("slower " + phase), 0.1 + 0.01 * phase, Verdict.SUSPICIOUS));
            comparisons.add(judged(phase("failed " + phase), 0.1, Verdict.REGRESSED));
            comparisons.add(judged(phase("same " + phase), 0, Verdict.UNCHANGED));
        }
        comparisons.add(judged(phase("faster"), -0.1, Verdict.IMPROVED));
        JudgedReport report = report(List.of(), Optional.empty(), comparisons);
        JudgedRows rows = new JudgedRows(report, false);

        assertThat(rows.metrics())
                .hasSize(1 + 12 + 15 + 1)
                .filteredOn(row -> row.contains("SUSPICIOUS"))
                .hasSize(13)
                .extracting(row -> row.get(0))
                .contains("time", "slower 3", "slower 14")
                .doesNotContain("slower 0", "slower 1", "slower 2");
        assertThat(new JudgedWords(report).closing(rows))
                .containsExactly("Not shown: 3 suspicious, 15 unchanged, 0 not judged; --all shows them.");
        assertThat(new JudgedRows(report, true).metrics()).hasSize(comparisons.size());
        String comment = new CommentRenderer(CommentPlace.NOWHERE).text(report, 65_536);
        assertThat(comment.substring(0, comment.indexOf("<details>")))
                .contains("slower 3", "slower 14", "faster", "failed 0", "failed 14")
                .doesNotContain("slower 2", "same 1");
        assertThat(comment.substring(comment.indexOf("<details>")))
                .contains("<summary>3 suspicious, 15 unchanged, 0 not judged</summary>", "slower 2", "same 1")
                .doesNotContain("slower 3");
        assertThat(new JudgedWords(report).closing(new JudgedRows(report, true)))
                .isEmpty();
    }

    private static Metric phase(String name) {
        return new Metric(name, TIME.unit(), TIME.direction(), TIME.noise());
    }

    private static String summary(List<String> obstacles, Comparison... comparisons) {
        return words(obstacles, Optional.empty(), comparisons).summary();
    }

    private static JudgedWords words(
            List<String> obstacles, Optional<Explanation.PhaseShare> explainedBy, Comparison... comparisons) {
        return new JudgedWords(report(obstacles, explainedBy, List.of(comparisons)));
    }

    private static JudgedReport report(
            List<String> obstacles, Optional<Explanation.PhaseShare> explainedBy, List<Comparison> comparisons) {
        List<BuildMetrics> builds = List.of(SampleBuild.id("a").build());
        return new JudgedReport(
                new JudgedSide("before", builds),
                new JudgedSide("after", builds),
                new Validation(List.of(), comparisons, List.of()),
                obstacles,
                List.of(),
                explainedBy,
                List.of());
    }
}
