package dev.bengal.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.junit.samples.Budgeted;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformanceBudgetTest {
    private static final String NAME = Budgeted.class.getName();

    private static Launch launch = new Launch();

    @BeforeAll
    static void runAll() {
        launch = new Launch().run(Budgeted.class);
    }

    @Test
    void testWithinItsBudget_passes() {
        assertThat(launch.results).containsEntry("within()", "SUCCESSFUL").containsEntry("letsGo()", "SUCCESSFUL");
    }

    @Test
    void testOverItsBudget_failsWithASentence() {
        assertThat(launch.results.get("over()"))
                .matches(
                        "FAILED \\Q" + NAME
                                + ".over is over its performance budget: it allocated \\E5(\\.0\\d+)? MB \\(allocated_mb, limit 4 MB\\)\\.");
    }

    @Test
    void budgetOfTheMethod_replacesThatOfTheClass() {
        assertThat(launch.results).containsEntry("ownBudget()", "SUCCESSFUL");
    }

    @Test
    void otherThreads_countForTheProcessOnly() {
        assertThat(launch.results.get("onAnotherThread()"))
                .contains("it allocated 8.", "on all threads (process_allocated_mb, limit 7 MB)");
    }

    @Test
    void everyExcess_isNamed() {
        assertThat(launch.results.get("twice()"))
                .contains("it took ", " ms (duration_ms, limit 0 ms) and ran with up to ", "(rss_peak_mb, limit 1 MB)");
    }

    @Test
    void whatIsStillReachable_isRetained() {
        // Of the 8 MB some may be missing: what something else let go of meanwhile.
        assertThat(launch.results.get("keeps()"))
                .containsPattern("it retained [678]")
                .contains("(retained_mb, limit 4 MB)");
    }

    @Test
    void severalRuns_areJudgedByTheirMedian() {
        assertThat(launch.results.get("overByMedian()"))
                .contains("it allocated 6")
                .endsWith(", by the median of 3 runs.");
    }

    @Test
    void testThatFailsByItself_saysWhy() {
        assertThat(launch.results.get("failsByItself()")).startsWith("FAILED not because of its budget");
    }

    @Test
    void limitBelowZero_isRefused() {
        assertThat(launch.results.get("nonsense()"))
                .isEqualTo("FAILED @PerformanceBudget: the limit for duration_ms is -1.0; it must be 0 or more.");
    }

    @Test
    void budgetedTest_isTrackedEvenWhereItIsOver(@TempDir Path folder) {
        new Launch().recordingIn(folder).run(Budgeted.class);

        assertThat(RecordedTests.in(folder).get(0).value("test." + NAME + ".over.allocated_mb"))
                .isBetween(5.0, 5.05);
    }
}
