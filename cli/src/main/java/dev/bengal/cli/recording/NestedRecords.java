package dev.bengal.cli.recording;

import dev.bengal.journal.JournalException;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Scenario;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.JournalStore;
import java.util.List;

/**
 * What commands that record themselves left in a history while they were recorded from outside.
 *
 * @param length of the history before the command was started, in bytes; while it is that long, nothing has to be read
 */
public record NestedRecords(MetricsDirectory directory, long length) {
    private static final long UNKNOWN = -1;

    /** A command that records more builds of itself than this is not looked through further. */
    private static final int NEWEST = 100;

    /** Of a command that has ended. */
    static NestedRecords in(MetricsDirectory directory) {
        return new NestedRecords(directory, UNKNOWN);
    }

    /** Of a command that will be started now. */
    public static NestedRecords since(MetricsDirectory directory) {
        return new NestedRecords(directory, length(directory));
    }

    /** A history that cannot be asked is told of by whoever writes to it. */
    private static long length(MetricsDirectory directory) {
        try {
            return directory.journal().size();
        } catch (JournalException e) {
            return UNKNOWN;
        }
    }

    /** The newest records that name this one as their parent. */
    List<BuildMetrics> of(BuildMetrics outside) {
        return JournalStore.of(directory, outside.identity().project()).latest(BuildFilter.ALL, NEWEST).stream()
                .map(BuildRecord::build)
                .filter(build -> outside.identity().id().equals(build.identity().parentBuild()))
                .toList();
    }

    /**
     * The record from outside, under another name where the command recorded itself under the same one: in one series every build would
     * count twice, and as two that differ.
     */
    public BuildMetrics apart(BuildMetrics outside) {
        if (length(directory) == length) {
            return outside;
        }
        Scenario scenario = outside.identity().scenario();
        return isTaken(scenario, outside) ? outside.in(new Scenario("run " + scenario.name())) : outside;
    }

    private boolean isTaken(Scenario scenario, BuildMetrics outside) {
        try {
            return of(outside).stream()
                    .anyMatch(build -> build.identity().scenario().equals(scenario));
        } catch (JournalException e) {
            return false; // Whoever saves the record says so.
        }
    }
}
