package dev.bengal.report.build;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.report.text.Figures;
import java.util.List;

/** What a table says of each phase. */
enum PhaseColumn {
    TIME("Time"),
    SHARE("Share"),
    CPU("CPU"),
    RSS_CHANGE("RSS change"),
    RSS_PEAK("RSS peak"),
    ALLOCATED("Allocated"),
    ITEMS("Items");

    /** What a narrow table can do without, the most dispensable first. */
    static final List<PhaseColumn> DISPENSABLE = List.of(RSS_CHANGE, RSS_PEAK, ITEMS, CPU, ALLOCATED, SHARE);

    private final String title;

    PhaseColumn(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    String of(PhaseMetrics phase, BuildMetrics build) {
        return switch (this) {
            case TIME -> Figures.millis(phase.durationMillis());
            case SHARE -> share(phase.durationMillis(), build);
            case CPU -> Figures.millis(phase.cpuMillis());
            case RSS_CHANGE -> Figures.mebibytes(phase.memory().deltaMebibytes());
            case RSS_PEAK -> Figures.mebibytes(phase.memory().peakMebibytes());
            case ALLOCATED -> Figures.mebibytes(phase.memory().allocatedMebibytes());
            case ITEMS -> phase.itemsProcessed() == null ? "" : Figures.count(phase.itemsProcessed());
        };
    }

    /** @param millis the time in no phase */
    String ofTheRest(double millis, BuildMetrics build) {
        return switch (this) {
            case TIME -> Figures.millis(millis);
            case SHARE -> share(millis, build);
            case CPU, RSS_CHANGE, RSS_PEAK, ALLOCATED, ITEMS -> "";
        };
    }

    String ofAll(BuildMetrics build) {
        return switch (this) {
            case TIME -> Figures.millis(build.totals().time().wallMillis());
            case CPU -> Figures.millis(build.totals().time().cpuMillis());
            case RSS_PEAK -> Figures.mebibytes(build.totals().memory().rssPeakMebibytes());
            case ALLOCATED -> Figures.mebibytes(build.totals().memory().allocatedMebibytes());
            case SHARE, RSS_CHANGE, ITEMS -> "";
        };
    }

    private static String share(double millis, BuildMetrics build) {
        Double total = build.totals().time().wallMillis();
        return total == null || total <= 0 ? Figures.ABSENT : Figures.share(100 * millis / total);
    }
}
