package dev.bengal.report.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.AllocationSite;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.TopAllocators;
import dev.bengal.model.sample.GoldenFile;
import dev.bengal.model.sample.SampleBuild;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AllocatorTableRendererTest {
    private static final AllocationSite PARSE =
            new AllocationSite("Parser.java", 42L, "demo.text.Parser.parse", "byte[]", 500, 320, 0.5);
    private static final AllocationSite LAMBDA = new AllocationSite(
            "Outer.java", 7L, "demo.Outer$Inner.lambda$run$0", "java.util.HashMap$Node[]", 250.04, 12, 0.25004);
    private static final AllocationSite JDK =
            new AllocationSite("(JDK)", null, "no caller outside the JDK", "java.lang.String", 100, 4, 0.1);

    @Test
    void render_showsEachSiteAndWhatIsLeftOver() throws IOException {
        GoldenFile.assertMatches(getClass(), "allocators.txt", render(1000.0, null, 400, PARSE, LAMBDA, JDK));
    }

    @Test
    void render_saysThatTheRecordingWasStoppedEarly() throws IOException {
        GoldenFile.assertMatches(getClass(), "allocators-truncated.txt", render(1000.0, 312.5, 640, PARSE));
    }

    @Test
    void render_ofHostileNamesStaysATable() throws IOException {
        AllocationSite hostile =
                new AllocationSite("\u001b[31mA.java\n", 1L, "\u202ea.b\u0000.c\r", "\u2028[x", 5, 1, 0.005);
        String table = render(1000.0, null, 1, hostile);

        assertThat(table.replace("\n", "").codePoints())
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        assertThat(table.lines()).hasSize(3);
    }

    @Test
    void render_ofMethodsWithoutAClassShowsThemAsTheyAre() throws IOException {
        assertThat(render(1000.0, null, 1, new AllocationSite("a", null, "main", null, 5, 1, 1)))
                .contains("a             main    –           5.0MB        1  100.0 %\nFrom 1 sample of");
        assertThat(render(1000.0, null, 1, new AllocationSite("a", null, ".", ".", 5, 1, 1)))
                .contains("5.0MB");
    }

    @Test
    void render_ofAnUnknownTotalLeavesTheRestUnsized() throws IOException {
        assertThat(render(null, null, 400, PARSE)).containsPattern("\\(elsewhere\\) +– +80 +50\\.0 %");
    }

    @Test
    void render_ofABuildWhoseAllocationWasNotRecordedIsEmpty() throws IOException {
        StringBuilder out = new StringBuilder();
        new AllocatorTableRenderer().render(SampleBuild.id("a").build(), out);

        assertThat(out).isEmpty();
    }

    private static String render(
            @Nullable Double allocated, @Nullable Double truncatedAfter, long samples, AllocationSite... sites)
            throws IOException {
        BuildMetrics build = SampleBuild.id("a")
                .memory(null, null, allocated)
                .build()
                .withTopAllocators(new TopAllocators(List.of(sites), samples, truncatedAfter));
        StringBuilder out = new StringBuilder();
        new AllocatorTableRenderer().render(build, out);
        return out.toString();
    }
}
