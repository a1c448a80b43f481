package dev.bengal.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.GcActivity;
import dev.bengal.model.IoVolume;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMemory;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.sample.GoldenFile;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PhaseTableRendererTest {
    @Test
    void render_showsEveryPhaseWithWhatIsLeftOver() throws IOException {
        SampleBuild build = SampleBuild.id("a")
                .time(2000.0, 4100.5, 30.0)
                .memory(118.0, 61.0, 2048.0)
                .phase("discovery", null, 120.04)
                .phase(measured("rendering", null, 1500, Outcome.SUCCESS))
                .phase(measured("templates", "rendering", 700, Outcome.FAILED))
                .phase("markdown", "rendering", 350)
                .phase("highlight", "markdown", 12.3456)
                .phase("postprocess", null, 350);

        GoldenFile.assertMatches(getClass(), "phases.txt", render(build));
    }

    @Test
    void render_drawsADashForWhatWasNotMeasured() throws IOException {
        GoldenFile.assertMatches(
                getClass(), "phases-unmeasured.txt", render(SampleBuild.id("a").phase("rendering", null, 5)));
    }

    @Test
    void render_ofABuildWithoutPhasesHasItsTotal() throws IOException {
        assertThat(names(SampleBuild.id("a").millis(5))).containsExactly("total");
    }

    @Test
    void render_setsChildrenBelowTheirParentInOrder() throws IOException {
        assertThat(names(SampleBuild.id("a")
                        .phase("b", null, 1)
                        .phase("late", "b", 1)
                        .phase("a", null, 1)
                        .phase("early", "b", 1)
                        .phase("below", "late", 1)))
                .containsExactly("b", "  late", "    below", "  early", "a", "total");
    }

    @Test
    void render_setsPhasesWithoutTheirParentAtTheTop() throws IOException {
        assertThat(names(SampleBuild.id("a").phase("orphan", "gone", 1).phase("child", "orphan", 1)))
                .containsExactly("orphan", "  child", "total");
    }

    @Test
    void render_showsPhasesThatAreTheirOwnParents() throws IOException {
        assertThat(names(SampleBuild.id("a")
                        .phase("self", "self", 1)
                        .phase("hen", "egg", 1)
                        .phase("egg", "hen", 1)
                        .phase("plain", null, 1)))
                .containsExactly("plain", "self", "hen", "  egg", "total");
    }

    @Test
    void render_showsEqualPhasesEach() throws IOException {
        assertThat(names(SampleBuild.id("a")
                        .phase("write", null, 1)
                        .phase("write", null, 1)
                        .phase("flush", "write", 1)
                        .phase("flush", "write", 1)))
                .containsExactly("write", "  flush", "  flush", "write", "total");
    }

    @Test
    void render_neverGivesUpOnNesting() throws IOException {
        SampleBuild build = SampleBuild.id("a").phase("p0", null, 1);
        for (int i = 1; i < 300; i++) {
            build.phase("p" + i, "p" + (i - 1), 1);
        }

        List<String> names = names(build);

        // The total besides. From the twentieth step on, a phase stands at the top again.
        assertThat(names).hasSize(301);
        assertThat(names.get(20)).isEqualTo("  ".repeat(20) + "p20");
        assertThat(names.get(21)).isEqualTo("p21");
    }

    @Test
    void render_leavesOutWhatDoesNotFitAndSaysSo() throws IOException {
        SampleBuild build = SampleBuild.id("a").time(2000.0, 4100.5, 30.0);
        build.phase(measured("rendering-of-every-single-page", null, 1500, Outcome.SUCCESS));

        assertThat(render(build, 72)).isEqualTo("""
                Phase                             Time  Share    CPU  Allocated  Items
                rendering-of-every-single-page   1.50s   75 %  3.00s   1800.5MB    842
                (no phase)                      30.0ms    2 %
                total                            2.00s         4.10s          –
                Too narrow for RSS change, RSS peak: COLUMNS=92 shows all.
                """);
        assertThat(render(build, 40)).isEqualTo("""
                Phase                        Time  Share
                rendering-of…-single-page   1.50s   75 %
                (no phase)                 30.0ms    2 %
                total                       2.00s
                Too narrow for CPU, RSS change, RSS
                peak, Allocated, Items: COLUMNS=92 shows
                all.
                """);
    }

    @Test
    void render_disarmsHostileNames() throws IOException {
        assertThat(names(SampleBuild.id("a").phase("a\u001b[2J\nb\u202ec", null, 1)))
                .containsExactly("a\uFFFD[2J\uFFFDb\uFFFDc", "total");
    }

    private static PhaseMetrics measured(String name, @Nullable String parent, double millis, Outcome outcome) {
        return new PhaseMetrics(
                name,
                parent,
                "main",
                1.0,
                millis,
                millis * 2,
                new PhaseMemory(-0.04, 290.25, null, null, 1800.5),
                GcActivity.UNKNOWN,
                IoVolume.UNKNOWN,
                842L,
                outcome);
    }

    private static String render(SampleBuild build, int columns) throws IOException {
        StringBuilder out = new StringBuilder();
        new PhaseTableRenderer(columns).render(BuildReport.of(build.build(), Map.of()), out);
        return out.toString();
    }

    private static String render(SampleBuild build) throws IOException {
        StringBuilder out = new StringBuilder();
        new PhaseTableRenderer().render(BuildReport.of(build.build(), Map.of()), out);
        return out.toString();
    }

    /** The first column below its title, as far as the two spaces before the next. */
    private static List<String> names(SampleBuild build) throws IOException {
        return render(build)
                .lines()
                .skip(1)
                .map(line -> line.replaceFirst("(?<=\\S)  .*", ""))
                .toList();
    }
}
