package dev.bengal.cli;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.journal.JournalException;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Outcome;
import dev.bengal.report.PerformanceReport;
import dev.bengal.report.SummaryRenderer;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildStore;
import dev.bengal.store.JournalStore;
import dev.bengal.store.SharedStoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a build into the history, and the summary of its scenario beside it; what fails costs a warning. */
sealed interface Recording {
    /** Records nothing. */
    Recording OFF = new Off();

    /** Records in this directory, and passes it on to a shared history where one is set. */
    static Recording in(MetricsDirectory directory, StoreSetting shared, Surface surface) {
        return new On(directory, shared, surface);
    }

    /** From now on a signal does not lose the build. Call it before the build starts. */
    void watch(PerformanceCollector collector);

    /** Saves an ended build. */
    Result save(BuildMetrics build, PerformanceCollector collector);

    /**
     * What became of a build.
     *
     * @param folder of the history
     * @param isFirst whether the history held no build before this one
     * @param previous the newest build that this one may be held against
     */
    record Result(Optional<Path> folder, boolean isFirst, Optional<BuildMetrics> previous) {
        static final Result NOT_RECORDED = new Result(Optional.empty(), false, Optional.empty());
    }

    /** For {@code --no-metrics}. */
    record Off() implements Recording {
        @Override
        public void watch(PerformanceCollector collector) {}

        @Override
        public Result save(BuildMetrics build, PerformanceCollector collector) {
            return Result.NOT_RECORDED;
        }
    }

    /** The normal case. */
    record On(MetricsDirectory directory, StoreSetting shared, Surface surface) implements Recording {
        private static final int TREND_BUILDS = 10;

        @Override
        public void watch(PerformanceCollector collector) {
            collector.recordInterruptionsIn(directory);
        }

        @Override
        public Result save(BuildMetrics build, PerformanceCollector collector) {
            if (!collector.save(build, directory)) {
                return Result.NOT_RECORDED;
            }
            try {
                JournalStore store = JournalStore.of(directory, build.identity().project());
                List<BuildRecord> before =
                        reachable(store, build).latest(BuildFilter.baselineOf(build), TREND_BUILDS - 1);
                writeSummary(build, before);
                boolean isFirst = store.latest(BuildFilter.ALL, 2).size() == 1;
                return new Result(Optional.of(directory.folder()), isFirst, previous(build, before));
            } catch (JournalException e) {
                surface.warn(String.valueOf(e.getMessage()));
                return Result.NOT_RECORDED;
            }
        }

        /** Asked at once, it delivers the build that was just saved. An address that is none costs a warning. */
        private BuildStore reachable(JournalStore local, BuildMetrics build) {
            try {
                return shared.over(local, directory, build.identity().project(), StoreSetting.AFTER_A_BUILD, surface);
            } catch (SharedStoreException e) {
                surface.warn(String.valueOf(e.getMessage()));
                return local;
            }
        }

        private static Optional<BuildMetrics> previous(BuildMetrics build, List<BuildRecord> before) {
            return build.outcome() != Outcome.SUCCESS || before.isEmpty()
                    ? Optional.empty()
                    : Optional.of(before.get(before.size() - 1).build());
        }

        private void writeSummary(BuildMetrics build, List<BuildRecord> before) {
            BuildRecord newest = new BuildRecord(build, RecordEncoder.line(build));
            List<BuildRecord> builds = new ArrayList<>(before);
            builds.add(newest);
            StringBuilder summary = new StringBuilder();
            try {
                new SummaryRenderer().render(newest, PerformanceReport.of(builds), summary);
            } catch (IOException e) {
                throw new JournalException("summary.json cannot be drawn: " + e.getMessage(), e);
            }
            directory.writeSummary(summary.toString());
        }
    }
}
