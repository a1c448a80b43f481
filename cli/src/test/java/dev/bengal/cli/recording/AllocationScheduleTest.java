package dev.bengal.cli.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import dev.bengal.cli.SampleSite;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Outcome;
import dev.bengal.model.Scenario;
import dev.bengal.model.TopAllocators;
import dev.bengal.site.config.Configuration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationScheduleTest {
    private static final BuildMetrics PLAIN = plain();
    private static final BuildMetrics RECORDED = PLAIN.withTopAllocators(new TopAllocators(List.of(), 800, null));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "never, 0",
        "always, 1",
        "every 1st, 1",
        "every 2nd, 2",
        "every 3rd, 3",
        "every 20th, 20",
        "every 100th, 100"
    })
    void of_readsWhatIsWritten(String text, int every) {
        assertThat(schedule("\"" + text + "\"").every()).isEqualTo(every);
    }

    @Test
    void of_isNeverByDefault() {
        assertThat(AllocationSchedule.of(Configuration.load(folder)).every()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sometimes\"",
                "\"every 0th\"",
                "\"every 20\"",
                "\"every 101st\"",
                "\"every -3rd\"",
                "\"\"",
                "20",
                "true",
                "\"Always\""
            })
    void of_refusesAnythingElse(String value) {
        assertThatThrownBy(() -> schedule(value))
                .isInstanceOf(CommandException.class)
                .hasMessageStartingWith(
                        "bengal.toml: 'perf.allocations' is '" + value.replace("\"", "") + "', which is none of")
                .hasMessageContaining("every 20th");
    }

    @Test
    void isDue_everyNthBuildOfAHistory() {
        assertThat(history(0, 9)).isEqualTo(".........");
        assertThat(history(1, 9)).isEqualTo("RRRRRRRRR");
        assertThat(history(2, 9)).isEqualTo(".R.R.R.R.");
        assertThat(history(4, 13)).isEqualTo("...R...R...R.");
    }

    @Test
    void isDue_countsFromABuildThatWasAskedFor() {
        assertThat(new AllocationSchedule(4).isDue(newestOf("...R.R.."))).isFalse();
        assertThat(new AllocationSchedule(4).isDue(newestOf("...R.R..."))).isTrue();
    }

    @Test
    void isDue_atOnceInALongHistoryWithoutAny() {
        assertThat(new AllocationSchedule(4).isDue(newestOf("..........."))).isTrue();
    }

    @Test
    void isDue_asksForNoMoreBuildsThanMatter() {
        List<Integer> asked = new ArrayList<>();
        new AllocationSchedule(20).isDue(count -> {
            asked.add(count);
            return List.of();
        });
        new AllocationSchedule(1).isDue(count -> fail());
        new AllocationSchedule(0).isDue(count -> fail());

        assertThat(asked).containsExactly(19);
    }

    /** A history that follows the schedule: R for a build whose allocation was recorded, a dot for any other. */
    private static String history(int every, int builds) {
        String history = "";
        for (int i = 0; i < builds; i++) {
            history += new AllocationSchedule(every).isDue(newestOf(history)) ? "R" : ".";
        }
        return history;
    }

    private static IntFunction<List<BuildMetrics>> newestOf(String history) {
        return count -> history.substring(Math.max(0, history.length() - count))
                .chars()
                .mapToObj(build -> build == 'R' ? RECORDED : PLAIN)
                .toList();
    }

    private static BuildMetrics plain() {
        TrackedBuild docs = new TrackedBuild("docs", Scenario.SITE_FULL, Path.of("."), List.of(), "bengal");
        try (PerformanceCollector collector = PerformanceCollector.timingOnly(docs)) {
            collector.startBuild();
            return collector.endBuild(BuildStats.of(Outcome.SUCCESS));
        }
    }

    private AllocationSchedule schedule(String value) {
        SampleSite.in(folder).put("bengal.toml", "[perf]\nallocations = " + value + "\n");
        return AllocationSchedule.of(Configuration.load(folder));
    }
}
