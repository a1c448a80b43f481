package dev.bengal.cli;

import dev.bengal.cli.recording.AllocationSchedule;
import dev.bengal.journal.JournalException;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.site.config.Configuration;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildStore;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Whether a build records where it allocates. */
final class AllocationOption {
    @Option(
            names = "--allocations",
            negatable = true,
            description = "Record where the build allocates; without it, as [perf] allocations says, which is never.")
    private @Nullable Boolean asked;

    /** Whether the user asked for it. */
    boolean isAsked() {
        return Boolean.TRUE.equals(asked);
    }

    /** What the option says, else the configuration and the newest builds. */
    boolean isWanted(Configuration configuration, BuildStore store) {
        AllocationSchedule schedule = AllocationSchedule.of(configuration);
        if (asked != null) {
            return asked;
        }
        return schedule.isDue(count -> newest(store, count));
    }

    private static List<BuildMetrics> newest(BuildStore store, int count) {
        try {
            return store.latest(BuildFilter.ALL, count).stream()
                    .map(BuildRecord::build)
                    .toList();
        } catch (JournalException e) {
            // That the history cannot be read is said where the build is to be saved in it.
            return List.of();
        }
    }
}
