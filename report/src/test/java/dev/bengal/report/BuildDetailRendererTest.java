package dev.bengal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.sample.GoldenFile;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class BuildDetailRendererTest {
    @Test
    void render_showsEverythingThatIsKnown() throws IOException {
        GoldenFile.assertMatches(getClass(), "show.txt", render(SampleBuild.complete()));
    }

    @Test
    void render_drawsADashForWhatWasNotMeasured() throws IOException {
        GoldenFile.assertMatches(
                getClass(), "show-unmeasured.txt", render(SampleBuild.id("bare").build()));
    }

    @Test
    void render_ofHostileNamesKeepsEachInItsLine() throws IOException {
        String hostile = "\u001b]0;title\u0007\n\u202e";
        String shown = render(SampleBuild.id("id" + hostile)
                .project(hostile)
                .scenario(hostile)
                .commit(hostile)
                .fingerprint(hostile)
                .phase("phase" + hostile, null, 1)
                .build());
        String plain = render(
                SampleBuild.id("id").commit("c0ffee").phase("phase", null, 1).build());

        assertThat(shown.replace("\n", "").codePoints())
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        assertThat(shown.lines()).hasSameSizeAs(plain.lines().toList());
    }

    private static String render(BuildMetrics build) throws IOException {
        StringBuilder out = new StringBuilder();
        new BuildDetailRenderer(ZoneOffset.ofHours(1), ChartStyle.PLAIN).render(Reports.record(build), out);
        return out.toString();
    }
}
