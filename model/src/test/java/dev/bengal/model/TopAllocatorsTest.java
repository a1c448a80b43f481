package dev.bengal.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.sample.SampleBuild;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopAllocatorsTest {
    private static final BuildMetrics PLAIN = SampleBuild.id("plain").build();
    private static final AllocationSite SITE =
            new AllocationSite("Parser.java", 42L, "demo.Parser.parse", "byte[]", 12.5, 400, 0.5);

    @Test
    void withTopAllocators_marksTheBuild() {
        BuildMetrics build = PLAIN.withTopAllocators(new TopAllocators(List.of(SITE), 800, null));

        assertThat(build.topAllocators()).containsExactly(SITE);
        assertThat(build.measurements()).singleElement().satisfies(measurement -> {
            assertThat(measurement.metric().name()).isEqualTo("allocations_recorded");
            assertThat(measurement.value()).isEqualTo(800);
        });
        assertThat(build.identity()).isEqualTo(PLAIN.identity());
        assertThat(build.totals()).isEqualTo(PLAIN.totals());
    }

    @Test
    void withTopAllocators_keepsOtherMeasurements() {
        BuildMetrics complete = SampleBuild.complete();

        assertThat(complete.withTopAllocators(new TopAllocators(List.of(SITE), 800, 64.5))
                        .measurements())
                .startsWith(complete.measurements().toArray(Measurement[]::new))
                .hasSize(complete.measurements().size() + 2);
    }

    @Test
    void of_bringsBackWhatTheBuildWasMarkedWith() {
        TopAllocators whole = new TopAllocators(List.of(SITE), 800, null);
        TopAllocators truncated = new TopAllocators(List.of(), 0, 64.5);

        assertThat(TopAllocators.of(PLAIN.withTopAllocators(whole))).contains(whole);
        assertThat(TopAllocators.of(PLAIN.withTopAllocators(truncated))).contains(truncated);
    }

    @Test
    void of_aBuildWhoseAllocationWasNotRecordedIsEmpty() {
        assertThat(TopAllocators.of(PLAIN)).isEmpty();
    }

    @Test
    void recording_disturbsTimeAndMemoryButNoCountAndNoAllocatedByte() {
        assertThat(Arrays.stream(TotalMetric.values()).filter(total -> !TopAllocators.disturbs(total.metric())))
                .containsExactly(TotalMetric.ALLOCATED, TotalMetric.PAGES, TotalMetric.TOTAL_PAGES, TotalMetric.ASSETS);
    }

    @Test
    void of_aBuildThatAnotherProgramRecordedHasItsSites() {
        assertThat(TopAllocators.of(SampleBuild.complete())).hasValueSatisfying(allocators -> {
            assertThat(allocators.sites()).hasSize(2);
            assertThat(allocators.samples()).isZero();
        });
    }
}
