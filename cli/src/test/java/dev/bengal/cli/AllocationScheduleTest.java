package dev.bengal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.site.config.Configuration;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationScheduleTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"never, 0", "always, 1", "every 1st, 1", "every 2nd, 2", "every 3rd, 3", "every 20th, 20"})
    void of_readsWhatIsWritten(String text, long every) {
        assertThat(schedule("\"" + text + "\"").every()).isEqualTo(every);
    }

    @Test
    void of_isNeverByDefault() {
        assertThat(AllocationSchedule.of(Configuration.load(folder)).isNever()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"sometimes\"",
                "\"every 0th\"",
                "\"every 20\"",
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
    void includes_everyNthBuildOfTheHistory() {
        assertThat(included(0)).isEmpty();
        assertThat(included(1)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(included(4)).containsExactly(3, 7);
    }

    /** How many builds there were before those that are recorded. */
    private static long[] included(long every) {
        return LongStream.range(0, 10)
                .filter(new AllocationSchedule(every)::includes)
                .toArray();
    }

    private AllocationSchedule schedule(String value) {
        SampleSite.in(folder).put("bengal.toml", "[perf]\nallocations = " + value + "\n");
        return AllocationSchedule.of(Configuration.load(folder));
    }
}
