package dev.bengal.cli.history;

import dev.bengal.analysis.UsualLevels;
import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.journal.BaselineFile;
import dev.bengal.journal.JournalException;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Metric;
import dev.bengal.model.Series;
import dev.bengal.model.UsualLevel;
import dev.bengal.report.history.PerformanceReport;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Leaves ready what hosts hold their builds against, whenever a history was judged anyway. */
public record UsualLevelsFile(HistorySource source, Surface surface) {
    static final Set<String> METRICS =
            PerformanceReport.USUAL.stream().map(Metric::name).collect(Collectors.toUnmodifiableSet());

    /** From so many builds of a history its levels are told; more change nothing. */
    static final int BUILDS = 500;

    /**
     * Of the scenarios and environments in it; what was said of others stays. What cannot be written costs a warning: the judgement
     * stands.
     *
     * @param history with all builds of each, none left out for its branch or its time
     */
    public void write(JudgedHistory history) {
        if (Files.isDirectory(source.directory().folder())) {
            try {
                keep(source.directory(), history.series(METRICS), history.accepted());
            } catch (JournalException e) {
                surface.warn(String.valueOf(e.getMessage()));
            }
        }
    }

    static void keep(MetricsDirectory directory, List<Series> all, List<HistoryEvent.Accepted> accepted) {
        Map<BaselineFile.Key, Optional<UsualLevel>> levels = new HashMap<>();
        for (Series series : all) {
            if (!series.points().isEmpty()) {
                levels.put(key(series), UsualLevels.of(series, accepted));
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
