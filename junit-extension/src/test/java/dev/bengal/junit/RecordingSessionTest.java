package dev.bengal.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bengal.junit.samples.Allocating;
import dev.bengal.junit.samples.BrokenStart;
import dev.bengal.junit.samples.Flaky;
import dev.bengal.junit.samples.Mixed;
import dev.bengal.junit.samples.Ordinary;
import dev.bengal.junit.samples.Repeated;
import dev.bengal.junit.samples.SideBySide;
import dev.bengal.junit.samples.Weighed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingSessionTest {
    private static final String ALLOCATING = "test." + Allocating.class.getName();
    private static final String WEIGHED = "test." + Weighed.class.getName();
    private static final String REPEATED = "test." + Repeated.class.getName();

    @TempDir
    private Path folder;

    @Test
    void run_isOneBuildWithAPhaseForEachClass() {
        new Launch().recordingIn(folder).run(Ordinary.class, Allocating.class);

        RecordedTests run = only();
        assertThat(run.text("project")).isEqualTo("shop");
        assertThat(run.text("scenario")).isEqualTo("junit");
        assertThat(run.text("outcome")).isEqualTo("success");
        assertThat(run.json().get("environment").get("tool").asText()).startsWith("junit platform ");
        assertThat(run.json().get("phases")).hasSize(2);
        JsonNode phase = run.phase(Ordinary.class.getName());
        assertThat(phase.get("parent").isNull()).isTrue();
        assertThat(phase.get("items_processed").asLong()).isEqualTo(2);
        assertThat(phase.get("outcome").asText()).isEqualTo("success");
        // 64 + 8 + 16 + 1 + 2 + 4 + 6
        assertThat(run.phase(Allocating.class.getName()).get("allocated_mb").asDouble())
                .isBetween(101.0, 160.0);
        assertThat(run.value("tests.run")).isEqualTo(9);
        assertThat(run.value("tests.failed")).isZero();
        assertThat(run.value("tests.skipped")).isZero();
    }

    @Test
    void testThatAllocates64Mebibytes_isRecordedWithin1Percent() {
        new Launch().recordingIn(folder).run(Allocating.class);

        RecordedTests run = only();
        assertThat(run.value(ALLOCATING + ".sixtyFour.allocated_mb")).isCloseTo(64, within(0.64));
        // What the collector's own threads allocate is taken off, and they go on between the two readings.
        assertThat(run.value(ALLOCATING + ".sixtyFour.process_allocated_mb")).isBetween(63.36, 70.0);
        assertThat(run.value(ALLOCATING + ".sixtyFour.duration_ms")).isPositive();
        assertThat(run.value(ALLOCATING + ".sixtyFour.cpu_ms")).isNotNegative();
    }

    @Test
    void memoryThatATestLeavesBehind_isRecorded() {
        new Launch().recordingIn(folder).run(Weighed.class);

        RecordedTests run = only();
        // Of the 8 MB some may be missing: what something else let go of meanwhile.
        assertThat(run.value(WEIGHED + ".keepsEight.retained_mb")).isBetween(6.0, 9.0);
        assertThat(run.value(WEIGHED + ".keepsEight.live_heap_mb")).isBetween(8.0, 500.0);
        assertThat(run.value(WEIGHED + ".letsGo.retained_mb")).isLessThan(0.5);
        assertThat(run.value(WEIGHED + ".letsGo.rss_peak_mb"))
                .isGreaterThan(run.value(WEIGHED + ".letsGo.live_heap_mb"));
        assertThat(run.measurement(WEIGHED + ".computes.live_heap_mb")).isEmpty();
        assertThat(run.measurement(WEIGHED + ".keepsEight.retained_mb")
                        .orElseThrow()
                        .get("source")
                        .asText())
                .isEqualTo("heap in use after a collection");
    }

    @Test
    void cpuTimeOfATest_isRecorded() {
        new Launch().recordingIn(folder).run(Weighed.class);

        assertThat(only().value(WEIGHED + ".computes.cpu_ms")).isBetween(50.0, 500.0);
    }

    @Test
    void invocations_areNamedByTheirNumber() {
        new Launch().recordingIn(folder).run(Allocating.class);

        RecordedTests run = only();
        assertThat(run.measurements(".allocated_mb").stream()
                        .map(name -> name.substring(ALLOCATING.length() + 1, name.length() - ".allocated_mb".length())))
                .containsExactlyInAnyOrder(
                        "sixtyFour",
                        "given[1]",
                        "given[2]",
                        "overloaded()",
                        "overloaded(TestInfo)",
                        "dynamic[1]",
                        "dynamic[2.1]");
        assertThat(run.value(ALLOCATING + ".given[2].allocated_mb")).isCloseTo(16, within(0.16));
        assertThat(run.value(ALLOCATING + ".overloaded(TestInfo).allocated_mb")).isCloseTo(2, within(0.02));
        assertThat(run.value(ALLOCATING + ".dynamic[2.1].allocated_mb")).isCloseTo(6, within(0.06));
    }

    @Test
    void failedAbortedAndDisabledTests_areCountedButNotMeasured() {
        new Launch().recordingIn(folder).run(Mixed.class);

        RecordedTests run = only();
        String mixed = Mixed.class.getName();
        assertThat(run.text("outcome")).isEqualTo("failed");
        assertThat(run.value("tests.run")).isEqualTo(3);
        assertThat(run.value("tests.failed")).isEqualTo(1);
        assertThat(run.value("tests.skipped")).isEqualTo(4);
        assertThat(run.measurements(".duration_ms"))
                .containsExactly(
                        "test." + mixed + "$Inner.passes.duration_ms", "test." + mixed + ".passes.duration_ms");
        assertThat(run.phase(mixed).get("outcome").asText()).isEqualTo("failed");
        assertThat(run.phase(mixed + "$Inner").get("parent").asText()).isEqualTo(mixed);
        assertThat(run.phase(mixed + "$Inner").get("outcome").asText()).isEqualTo("success");
    }

    @Test
    void classThatCannotStart_isAFailure() {
        new Launch().recordingIn(folder).run(BrokenStart.class, Ordinary.class);

        assertThat(only().text("outcome")).isEqualTo("failed");
        assertThat(only().value("tests.run")).isEqualTo(2);
        assertThat(only().value("tests.failed")).isEqualTo(1);
        assertThat(only().phase(BrokenStart.class.getName()).get("outcome").asText())
                .isEqualTo("failed");
    }

    @Test
    void runs_areSamplesWithoutTheWarmUp() {
        Repeated.prepared = 0;
        Repeated.ended = 0;
        Launch launch = new Launch().recordingIn(folder).run(Repeated.class);

        JsonNode allocated =
                only().measurement(REPEATED + ".grows.allocated_mb").orElseThrow();
        assertThat(allocated.get("samples")).hasSize(3);
        assertThat(allocated.get("samples").get(0).asDouble()).isCloseTo(1, within(0.01));
        assertThat(allocated.get("samples").get(2).asDouble()).isCloseTo(3, within(0.03));
        assertThat(allocated.get("value").asDouble()).isCloseTo(2, within(0.02));
        assertThat(only().measurement(REPEATED + ".given[1].allocated_mb")
                        .orElseThrow()
                        .get("samples"))
                .hasSize(2);
        assertThat(Repeated.prepared).isEqualTo(3);
        assertThat(Repeated.ended).isEqualTo(3);
        assertThat(launch.results).containsEntry("failsInTheSecondRun()", "FAILED in the second run");
        assertThat(only().measurement(REPEATED + ".failsInTheSecondRun.allocated_mb"))
                .isEmpty();
    }

    @Test
    void parallelTests_keepTheirOwnFigures() {
        Launch launch = new Launch()
                .recordingIn(folder)
                .with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "2");
        List<String> warnings = CaughtWarnings.of(() -> launch.run(SideBySide.Left.class, SideBySide.Right.class));

        RecordedTests run = only();
        String left = SideBySide.Left.class.getName();
        String right = SideBySide.Right.class.getName();
        assertThat(run.text("outcome")).isEqualTo("success");
        assertThat(run.value("test." + left + ".works.allocated_mb")).isCloseTo(10, within(0.1));
        assertThat(run.value("test." + right + ".works.allocated_mb")).isCloseTo(20, within(0.2));
        assertThat(run.measurements(".process_allocated_mb")).isEmpty();
        for (String name : List.of(left, right)) {
            assertThat(run.phase(name).get("parent").isNull()).isTrue();
            assertThat(run.phase(name).get("cpu_ms").asDouble()).isPositive();
            assertThat(run.phase(name).get("io_read_mb").isNull()).isTrue();
            assertThat(run.phase(name).get("gc_count").isNull()).isTrue();
            assertThat(run.phase(name).get("items_processed").asLong()).isEqualTo(1);
        }
        // 5 before all, 10 in the test and 3 in the class within, and some for what JUnit does around them; 20 on the
        // other side.
        assertThat(run.phase(left).get("allocated_mb").asDouble()).isBetween(18.0, 22.0);
        assertThat(run.phase(left + "$Inner").get("allocated_mb").asDouble()).isBetween(3.0, 5.0);
        assertThat(run.phase(right).get("allocated_mb").asDouble()).isBetween(20.0, 24.0);
        assertThat(run.json().get("estimates").findValuesAsText("value"))
                .contains("phases.cpu_ms", "phases.allocated_mb");
        assertThat(launch.entries)
                .singleElement()
                .asString()
                .contains("bengal.budget", right + ".works", "retained_mb", "tests run in parallel");
        assertThat(warnings).singleElement().asString().contains(right + ".works", "was not judged in full");
    }

    @Test
    void severalPlansOfOneSession_areOneBuild() {
        new Launch()
                .recordingIn(folder)
                .plan(Ordinary.class)
                .plan(Mixed.class)
                .plan(Ordinary.class)
                .run();

        assertThat(only().value("tests.run")).isEqualTo(5);
        assertThat(only().json().get("phases")).hasSize(4);
    }

    @Test
    void testThatPassesWhenItIsRunAgain_isNoFailure() {
        Flaky.failed = false;
        new Launch().recordingIn(folder).plan(Flaky.class).plan(Flaky.class).run();

        assertThat(only().text("outcome")).isEqualTo("success");
        assertThat(only().value("tests.run")).isEqualTo(1);
        assertThat(only().value("tests.failed")).isZero();
    }

    @Test
    void sessions_areBuildsOfTheirOwn() {
        new Launch().recordingIn(folder).run(Ordinary.class);
        new Launch().recordingIn(folder).run(Ordinary.class);

        assertThat(RecordedTests.in(folder)).hasSize(2);
    }

    @Test
    void withoutAnyTest_nothingIsRecorded() {
        new Launch().recordingIn(folder).run(Launch.class);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void turnedOff_nothingIsRecordedAndNothingRepeated() {
        Repeated.prepared = 0;
        Launch launch = new Launch()
                .recordingIn(folder)
                .with("bengal.junit.enabled", "false")
                .run(Repeated.class);

        assertThat(folder).isEmptyDirectory();
        assertThat(launch.results).containsEntry("failsInTheSecondRun()", "SUCCESSFUL");
    }

    @Test
    void historyThatCannotBeWritten_costsOneWarningAndNoTest() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Launch launch = new Launch().recordingIn(file);
        List<String> warnings = CaughtWarnings.of(() -> launch.run(Ordinary.class, Allocating.class));

        assertThat(launch.results).containsEntry("one()", "SUCCESSFUL").containsEntry("sixtyFour()", "SUCCESSFUL");
        assertThat(warnings).singleElement().asString().contains("not recorded", file.toString());
    }

    @Test
    void settingThatMakesNoSense_costsOneWarningAndNoTest() {
        Launch launch = new Launch().recordingIn(folder).with("bengal.junit.metrics-dir", "\0");
        List<String> warnings = CaughtWarnings.of(
                () -> launch.plan(Ordinary.class).plan(Ordinary.class).run());

        assertThat(launch.results).containsEntry("one()", "SUCCESSFUL");
        assertThat(warnings).singleElement().asString().contains("not recorded");
    }

    private RecordedTests only() {
        List<RecordedTests> runs = RecordedTests.in(folder);
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }
}
