package dev.bengal.report.judged;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.analysis.Budgets;
import dev.bengal.analysis.PerformanceValidator;
import dev.bengal.analysis.Thresholds;
import dev.bengal.analysis.Validation;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.sample.GoldenFile;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.report.Reports;
import dev.bengal.report.text.MarkdownText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CommentRendererTest {
    private static final int MOST = 65_536;
    private static final CommentPlace PLACE =
            new CommentPlace(Optional.of("https://forge.example.org/o/r/actions/runs/7"), Optional.of("main"));

    private static String comment(JudgedReport report) {
        return new CommentRenderer(PLACE).text(report, MOST);
    }

    @Test
    void comment_beginsWithTheVerdict() throws IOException {
        GoldenFile.assertMatches(getClass(), "comment.md", comment(JudgedRenderersTest.regressed()));
    }

    @Test
    void comment_keepsTextText() throws IOException {
        String comment = comment(JudgedRenderersTest.unjudged());

        GoldenFile.assertMatches(getClass(), "comment-unjudged.md", comment);
        assertThat(comment).doesNotContain("@all", "<i>", "\u001b", "\u202e");
    }

    @Test
    void comment_whereNothingChangedAsksForNothing() throws IOException {
        String comment = comment(judged(10, 1000, 50, "a"));

        GoldenFile.assertMatches(getClass(), "comment-unchanged.md", comment);
        assertThat(comment).startsWith("**No action needed.**").doesNotContain("```", "WARNING");
    }

    @Test
    void memory_aboveATenthIsWarnedOfWhateverTheVerdict() {
        // Medians of memory: 50 before, 56 after, which is 12 % and by one build no proof.
        JudgedReport report = judged(10, 1000, 56, "a");

        assertThat(comment(report))
                .contains("> [!WARNING]")
                .contains("> - Memory: RSS +12.0 %, which is more than 10 %; by itself that may be noise");
        assertThat(comment(judged(10, 1000, 54, "a"))).doesNotContain("more than 10 %");
    }

    @Test
    void baseline_thatIsMissingIsLoud() {
        JudgedReport report = judged(0, 1000, 50, "a");

        assertThat(comment(report))
                .startsWith("**Not judged: no answer about growth.")
                .contains("> [!WARNING]\n> - There is nothing to compare with.");
        assertThat(JudgedFinding.of(report)).extracting(JudgedFinding::weight).contains(JudgedFinding.Weight.WARNING);
    }

    @Test
    void comment_thatIsTooLongKeepsVerdictAndLink() {
        JudgedReport manyPhases = judged(10, 1300, 50, "p".repeat(3000));

        String whole = new CommentRenderer(PLACE).text(manyPhases, 10 << 20);
        String unfolded = new CommentRenderer(PLACE).text(manyPhases, MOST);
        String bare = new CommentRenderer(PLACE).text(manyPhases, 500);

        assertThat(whole.length()).isGreaterThan(MOST);
        assertThat(unfolded.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(MOST);
        assertThat(unfolded).contains("actions/runs/7", "Before: ").doesNotContain("<details>");
        assertThat(bare).contains("The rest is too long for a comment.", "actions/runs/7");
        assertThat(bare.lines().findFirst()).isEqualTo(whole.lines().findFirst());
    }

    @Test
    void place_takesNoMarkup() {
        CommentPlace hostile = new CommentPlace(Optional.of("https://x/) [a](http://y"), Optional.of("main; rm -rf /"));

        assertThat(hostile).isEqualTo(CommentPlace.NOWHERE);
        assertThat(new CommentPlace(Optional.empty(), Optional.of("--upload-pack=x")).base())
                .isEmpty();
    }

    @Test
    void findings_areTheWorstFirst() {
        assertThat(JudgedFinding.of(JudgedRenderersTest.regressed()))
                .extracting(finding -> finding.weight() + " " + finding.text())
                .containsExactly(
                        "ERROR time a page: 11.8ms, and the budget is 10.0ms.",
                        "ERROR time +30.1 %, REGRESSED: beyond noise and limit.",
                        "WARNING Something to know.");
    }

    @Test
    void text_thatAForgeWouldLinkIsBroken() {
        assertThat(MarkdownText.escaped("https://x www.y GH-1 @me #2"))
                .isEqualTo("https:&#8203;//x www&#8203;.y GH&#8203;-1 &#64;&#8203;me &#35;&#8203;2");
        assertThat(MarkdownText.escaped("$7 %5 %\"a b\" &12 $x$ 5 % & more"))
                .isEqualTo("\\$&#8203;7 %&#8203;5 %&#8203;\"a b\" &amp;&#8203;12 \\$x\\$ 5 % &amp; more");
    }

    /** One build of a candidate, with 40 phases, against a level of 1,000 ms and 50 MB. */
    private static JudgedReport judged(int before, double millis, double memory, String phase) {
        List<BuildMetrics> builds = new ArrayList<>();
        for (int i = 0; i < before; i++) {
            builds.add(build("a" + i, "2026-03-01T12:%02d:00Z".formatted(i), 996 + i % 5 * 2, 48 + i % 5, phase)
                    .commit(Reports.HASH_1)
                    .build());
        }
        List<BuildMetrics> after = List.of(build("b", "2026-03-02T12:00:00Z", millis, memory, phase)
                .commit(Reports.HASH_2)
                .build());
        Validation validation = new PerformanceValidator(Thresholds.DEFAULT, Budgets.DEFAULT, CommitOrder.BY_TIME)
                .validate(builds, List.of(), after);
        return new JudgedReport(
                new JudgedSide("the current level", builds),
                new JudgedSide("the newest commit", after),
                validation,
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static SampleBuild build(String id, String start, double millis, double memory, String phase) {
        SampleBuild build = SampleBuild.id(id)
                .start(start)
                .millis(millis)
                .memory(memory, null, null)
                .pages(10L);
        for (int i = 0; i < (phase.length() > 1 ? 40 : 2); i++) {
            build.phase(phase + i, null, 10);
        }
        return build;
    }
}
