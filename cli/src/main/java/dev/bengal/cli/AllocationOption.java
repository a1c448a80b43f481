package dev.bengal.cli;

import dev.bengal.journal.JournalException;
import dev.bengal.site.config.Configuration;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.BuildStore;
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

    /** What the option says, else the configuration and the number of builds so far. */
    boolean isWanted(Configuration configuration, BuildStore store) {
        AllocationSchedule schedule = AllocationSchedule.of(configuration);
        if (asked != null) {
            return asked;
        }
        return !schedule.isNever() && schedule.includes(builds(store));
    }

    private static long builds(BuildStore store) {
        try {
            return store.recent(BuildFilter.ALL, BuildOrder.BY_START, 1).recorded();
        } catch (JournalException e) {
            // That the history cannot be read is said where the build is to be saved in it.
            return 0;
        }
    }
}
