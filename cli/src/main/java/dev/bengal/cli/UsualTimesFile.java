package dev.bengal.cli;

import dev.bengal.analysis.UsualTimes;
import dev.bengal.journal.BaselineFile;
import dev.bengal.journal.JournalException;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.UsualTime;
import dev.bengal.store.BuildFilter;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Leaves ready what hosts hold their builds against, whenever a history was judged anyway. */
record UsualTimesFile(HistorySource source, Surface surface) {
    private static final int BUILDS = 500;

    /** What cannot be written costs a warning: the judgement stands. */
    void write(CommitOrder order) {
        if (!Files.isDirectory(source.directory().folder())) {
            return;
        }
        JudgedHistory history = JudgedHistory.in(source.store(), BuildFilter.ALL, order, BUILDS);
        Map<BaselineFile.Key, UsualTime> times = new HashMap<>();
        for (Series series : history.series(Set.of(TotalMetric.DURATION.metric().name()))) {
            UsualTimes.of(series, history.accepted())
                    .forEach((fingerprint, time) -> times.put(
                            new BaselineFile.Key(
                                    series.project(), series.scenario().name(), fingerprint),
                            time));
        }
        try {
            source.directory().baseline().replace(times);
        } catch (JournalException e) {
            surface.warn(String.valueOf(e.getMessage()));
        }
    }
}
