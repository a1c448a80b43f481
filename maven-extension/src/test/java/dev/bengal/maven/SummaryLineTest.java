package dev.bengal.maven;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildId;
import dev.bengal.model.BuildIdentity;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Environment;
import dev.bengal.model.GcActivity;
import dev.bengal.model.IoVolume;
import dev.bengal.model.Machine;
import dev.bengal.model.MachineLoad;
import dev.bengal.model.MemoryTotals;
import dev.bengal.model.Outcome;
import dev.bengal.model.Scenario;
import dev.bengal.model.TimeTotals;
import dev.bengal.model.Tooling;
import dev.bengal.model.Totals;
import dev.bengal.model.UsualLevel;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryLineTest {
    private static BuildMetrics build(double millis, Outcome outcome) {
        return new BuildMetrics(
                new BuildIdentity(
                        new BuildId("01m8b3"), null, Instant.EPOCH, "shop", new Scenario("mvn verify"), "0.1.0"),
                BuildStats.of(outcome),
                null,
                null,
                new Totals(
                        new TimeTotals(millis, null, null, null),
                        new MemoryTotals(null, null, null, null, null),
                        GcActivity.UNKNOWN,
                        IoVolume.UNKNOWN,
                        List.of()),
                List.of(),
                List.of(),
                List.of(),
                new Environment(
                        "f",
                        new Machine(null, null, null, null, null, null, null),
                        new Tooling(null, List.of(), null),
                        MachineLoad.UNKNOWN));
    }

    @Test
    void line_saysWhatWasRecorded() {
        assertThat(SummaryLine.of(build(9_870, Outcome.SUCCESS), 4, 1, 0))
                .isEqualTo("Bengal recorded 'mvn verify' (success): 9.9 s, 4 modules, 1 test");
        assertThat(SummaryLine.of(build(1_000, Outcome.FAILED), 1, 0, 2))
                .isEqualTo("Bengal recorded 'mvn verify' (failed): 1.0 s, 2 downloads");
    }

    @Test
    void line_namesTheBuildAndClaimsSlownessOnlyBeyondTheBand() {
        Map<String, UsualLevel> usual = Map.of("total_duration_ms", new UsualLevel(6_100, 7_100, 8_300));
        String nothing = ". More: bengal perf show 01m8b3";

        assertThat(SummaryLine.pointer(build(8_301, Outcome.SUCCESS), usual))
                .isEqualTo(". Slower than usual: builds take 7.1 s, and hardly one more than 8.3 s. More: bengal perf"
                        + " show 01m8b3");
        assertThat(SummaryLine.pointer(build(8_300, Outcome.SUCCESS), usual)).isEqualTo(nothing);
        assertThat(SummaryLine.pointer(build(99_000, Outcome.FAILED), usual)).isEqualTo(nothing);
        assertThat(SummaryLine.pointer(build(99_000, Outcome.SUCCESS), Map.of()))
                .isEqualTo(nothing);
    }
}
