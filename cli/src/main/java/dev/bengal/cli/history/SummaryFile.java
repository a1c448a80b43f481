package dev.bengal.cli.history;

import dev.bengal.journal.JournalException;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.UsualLevel;
import dev.bengal.report.history.PerformanceReport;
import dev.bengal.report.history.SummaryRenderer;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.BuildReader;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code summary.json}: the newest build of a history and the trend of its scenario. */
public record SummaryFile(MetricsDirectory directory) {
    /** How many builds the trend has. */
    public static final int TREND_BUILDS = 10;

    /**
     * Writes it of a build that was just recorded.
     *
     * @param before the builds that it may be held against, the oldest first
     * @param usual the levels that it is held against, by the names of their metrics
     * @throws JournalException where it cannot be written
     */
    public void write(BuildMetrics build, List<BuildRecord> before, Map<String, UsualLevel> usual) {
        directory.writeSummary(text(build, before, usual));
    }

    /**
     * Writes it of whatever build of this machine started last, as after some were brought in; nothing where there is none.
     *
     * @param known who is asked for the builds before that one, such as a shared history
     * @throws JournalException where it cannot be written, or the history cannot be read
     */
    public void renew(BuildReader known, String project) {
        JournalStore.of(directory, project).recent(BuildFilter.ALL, BuildOrder.BY_START, 1).builds().stream()
                .map(BuildRecord::build)
                .forEach(newest -> write(
                        newest, before(newest, known), directory.baseline().of(newest)));
    }

    private static List<BuildRecord> before(BuildMetrics build, BuildReader known) {
        return known.recent(BuildFilter.baselineOf(build), BuildOrder.BY_START, TREND_BUILDS - 1)
                .builds();
    }

    /** What it holds; the arguments are those of {@link #write}. */
    public static String text(BuildMetrics build, List<BuildRecord> before, Map<String, UsualLevel> usual) {
        BuildRecord newest = new BuildRecord(build, RecordEncoder.line(build));
        List<BuildRecord> builds = new ArrayList<>(before);
        builds.add(newest);
        StringBuilder summary = new StringBuilder();
        try {
            new SummaryRenderer().render(newest, PerformanceReport.of(builds).withUsual(usual), summary);
        } catch (IOException e) {
            throw new JournalException("summary.json cannot be drawn: " + e.getMessage(), e);
        }
        return summary.toString();
    }
}
