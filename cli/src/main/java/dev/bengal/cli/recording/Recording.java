package dev.bengal.cli.recording;

import dev.bengal.cli.history.StoreSetting;
import dev.bengal.cli.history.SummaryFile;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.journal.JournalException;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Outcome;
import dev.bengal.model.UsualLevel;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildStore;
import dev.bengal.store.JournalStore;
import dev.bengal.store.SharedStoreException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a build into the history, and the summary of its scenario beside it; what fails costs a warning. */
public sealed interface Recording {
    /** Records nothing. */
    Recording OFF = new Off();

    /** Records in this directory, and passes it on to a shared history where one is set. */
    static Recording in(MetricsDirectory directory, StoreSetting shared, Surface surface) {
        return new On(directory, shared, surface);
    }

    /** Saves a build that no collector measured. */
    static Result keep(BuildMetrics build, MetricsDirectory directory, StoreSetting shared, Surface surface) {
        try {
            directory.save(build);
        } catch (JournalException e) {
            surface.warn("this run was not recorded: " + e.getMessage());
            return Result.NOT_RECORDED;
        }
        return new On(directory, shared, surface).conclude(build);
    }

    /** From now on a signal does not lose the build. Call it before the build starts. */
    void watch(PerformanceCollector collector);

    /**
     * Reads, encodes and draws once what saving will, from the local history and without effect, beside what is left of a build whose first
     * phase of a second or more has ended. Call it before the build starts.
     */
    void rehearse(PerformanceCollector collector, TrackedBuild build);

    /** Saves an ended build. */
    Result save(BuildMetrics build, PerformanceCollector collector);

    /**
     * What became of a build.
     *
     * @param folder of the history
     * @param isFirst whether the history held no build before this one
     * @param previous the newest build that this one may be held against
     * @param usual the levels that it is held against, by the names of their metrics
     */
    record Result(
            Optional<Path> folder, boolean isFirst, Optional<BuildMetrics> previous, Map<String, UsualLevel> usual) {
        static final Result NOT_RECORDED = new Result(Optional.empty(), false, Optional.empty(), Map.of());
    }

    /** For {@code --no-metrics}. */
    record Off() implements Recording {
        @Override
        public void watch(PerformanceCollector collector) {}

        @Override
        public void rehearse(PerformanceCollector collector, TrackedBuild build) {}

        @Override
        public Result save(BuildMetrics build, PerformanceCollector collector) {
            return Result.NOT_RECORDED;
        }
    }

    /** The normal case. */
    final class On implements Recording {
        private final MetricsDirectory directory;
        private final StoreSetting shared;
        private final Surface surface;

        On(MetricsDirectory directory, StoreSetting shared, Surface surface) {
            this.directory = directory;
            this.shared = shared;
            this.surface = surface;
        }

        @Override
        public void watch(PerformanceCollector collector) {
            collector.recordInterruptionsIn(directory);
        }

        @Override
        public void rehearse(PerformanceCollector collector, TrackedBuild build) {
            collector.onPhaseEnd(new Rehearsal(directory, build, work -> collector.beside("bengal-rehearsal", work)));
        }

        @Override
        public Result save(BuildMetrics build, PerformanceCollector collector) {
            return collector.save(build, directory) ? conclude(build) : Result.NOT_RECORDED;
        }

        private Result conclude(BuildMetrics build) {
            try {
                List<BuildRecord> before = before(build);
                Map<String, UsualLevel> usual = usual(build);
                new SummaryFile(directory).write(build, before, usual);
                boolean isFirst = before.isEmpty()
                        && store(build).latest(BuildFilter.ALL, 2).size() == 1;
                return new Result(Optional.of(directory.folder()), isFirst, previous(build, before), usual);
            } catch (JournalException e) {
                surface.warn(String.valueOf(e.getMessage()));
                return Result.NOT_RECORDED;
            }
        }

        private Map<String, UsualLevel> usual(BuildMetrics build) {
            return directory.baseline().of(build);
        }

        /** Asked at once, it delivers the build that was just saved. An address that is none costs a warning. */
        private BuildStore reachable(BuildMetrics build) {
            JournalStore local = store(build);
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

        private JournalStore store(BuildMetrics build) {
            return JournalStore.of(directory, build.identity().project());
        }

        /** The newest builds that this one may be held against. */
        private List<BuildRecord> before(BuildMetrics build) {
            return reachable(build).latest(BuildFilter.baselineOf(build), SummaryFile.TREND_BUILDS - 1);
        }
    }
}
