package dev.bengal.cli;

import dev.bengal.analysis.UsualLevels;
import dev.bengal.journal.BaselineFile;
import dev.bengal.journal.JournalException;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Metric;
import dev.bengal.model.Series;
import dev.bengal.model.UsualLevel;
import dev.bengal.report.PerformanceReport;
import dev.bengal.store.BuildFilter;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Leaves ready what hosts hold their builds against, whenever a history was judged anyway. */
record UsualLevelsFile(HistorySource source, Surface surface) {
    static final Set<String> METRICS =
            PerformanceReport.USUAL.stream().map(Metric::name).collect(Collectors.toUnmodifiableSet());
    private static final int BUILDS = 500;

    /** Of all scenarios. What cannot be written costs a warning: the judgement stands. */
    void write(CommitOrder order) {
        if (Files.isDirectory(source.directory().folder())) {
            JudgedHistory history = JudgedHistory.in(source.store(), BuildFilter.ALL, order, BUILDS);
            write(history.series(METRICS), history.accepted());
        }
    }

    /**
     * Of these alone; what was said of others stays.
     *
     * @param series in the order of their commits
     */
    void write(List<Series> series, List<HistoryEvent.Accepted> accepted) {
        try {
            keep(source.directory(), series, accepted);
        } catch (JournalException e) {
            surface.warn(String.valueOf(e.getMessage()));
        }
    }

    static void keep(MetricsDirectory directory, List<Series> series, List<HistoryEvent.Accepted> accepted) {
        Map<BaselineFile.Key, Optional<UsualLevel>> levels = new HashMap<>();
        for (Series one : series) {
            if (!one.points().isEmpty()) {
                levels.put(key(one), UsualLevels.of(one, accepted));
            }
        }
        directory.baseline().keep(levels);
    }

    private static BaselineFile.Key key(Series series) {
        return new BaselineFile.Key(
                series.project(),
                series.scenario().name(),
                series.points().get(series.points().size() - 1).fingerprint(),
                series.metric().name());
    }
}
