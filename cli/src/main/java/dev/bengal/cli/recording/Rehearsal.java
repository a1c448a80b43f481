package dev.bengal.cli.recording;

import dev.bengal.cli.history.SummaryFile;
import dev.bengal.collector.PhaseListener;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.JournalStore;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Goes through the saving of a build once, with the newest one of its scenario and without effect, as soon as a long phase has ended. Most of
 * what saving takes is code that runs for the first time. The long phase of a site is its rendering, after which one thread works. Short
 * builds have no such moment: in them the compiler would be kept from what the build itself needs.
 */
final class Rehearsal implements PhaseListener, Runnable {
    /** How long a phase at the top has to be. */
    static final double LONG_MILLIS = 1000;

    private final MetricsDirectory directory;
    private final TrackedBuild tracked;
    private final Executor beside;
    private final AtomicBoolean begun = new AtomicBoolean();

    /** @param beside runs it beside the build, and swallows what it throws */
    Rehearsal(MetricsDirectory directory, TrackedBuild tracked, Executor beside) {
        this.directory = directory;
        this.tracked = tracked;
        this.beside = beside;
    }

    @Override
    public void ended(PhaseMetrics phase, int depth) {
        // After one that failed or was interrupted the build is saved at once.
        if (depth == 0
                && phase.outcome() == Outcome.SUCCESS
                && phase.durationMillis() >= LONG_MILLIS
                && begun.compareAndSet(false, true)) {
            beside.execute(this);
        }
    }

    /** Not a lambda in {@link #ended}, which would be made while the build waits, since no training run has a long phase. */
    @Override
    public void run() {
        // Those that saving will read: other records may be a hundred times as long.
        BuildFilter alike = BuildFilter.ALL
                .baselineMaterial()
                .project(tracked.project())
                .scenario(tracked.scenario().name());
        List<BuildRecord> newest =
                JournalStore.of(directory, tracked.project()).latest(alike, SummaryFile.TREND_BUILDS);
        if (!newest.isEmpty()) {
            int last = newest.size() - 1;
            BuildMetrics build = newest.get(last).build();
            RecordEncoder.pretty(build);
            SummaryFile.text(
                    build, newest.subList(0, last), directory.baseline().of(build));
        }
    }
}
