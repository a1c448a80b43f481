package dev.bengal.report;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.report.TextTable.Column;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws the phases of one build as a table, each child below its parent, with what belongs to no phase at the end. */
public final class PhaseTableRenderer {
    /** Writes the table. */
    public void render(BuildReport report, Appendable out) throws IOException {
        BuildMetrics build = report.build();
        TextTable table = new TextTable(List.of(
                Column.left("Phase"),
                Column.right("Time"),
                Column.right("Share"),
                Column.right("CPU"),
                Column.right("RSS change"),
                Column.right("RSS peak"),
                Column.right("Allocated"),
                Column.right("Items")));
        new Tree(build, table).rows(null, 0);
        Double unattributed = build.totals().time().unattributedMillis();
        if (unattributed != null) {
            table.row(List.of(
                    "(no phase)", Figures.millis(unattributed), share(unattributed, build), "", "", "", "", ""));
        }
        table.row(total(build));
        table.render(out);
    }

    private static List<String> total(BuildMetrics build) {
        return List.of(
                "total",
                Figures.millis(build.totals().time().wallMillis()),
                "",
                Figures.millis(build.totals().time().cpuMillis()),
                "",
                Figures.mebibytes(build.totals().memory().rssPeakMebibytes()),
                Figures.mebibytes(build.totals().memory().allocatedMebibytes()),
                "");
    }

    private static String share(double millis, BuildMetrics build) {
        Double total = build.totals().time().wallMillis();
        return total == null || total <= 0 ? Figures.ABSENT : Figures.share(100 * millis / total);
    }

    /** Writes phases below the phase that they name as their parent; a phase is drawn once, whatever a record claims. */
    private static final class Tree {
        private final BuildMetrics build;
        private final TextTable table;
        private final Set<String> names;
        private final Set<PhaseMetrics> drawn = new HashSet<>();

        Tree(BuildMetrics build, TextTable table) {
            this.build = build;
            this.table = table;
            this.names = build.phases().stream().map(PhaseMetrics::name).collect(Collectors.toSet());
        }

        void rows(@Nullable String parent, int depth) {
            for (PhaseMetrics phase : build.phases()) {
                if (Objects.equals(parentOf(phase), parent) && drawn.add(phase)) {
                    table.row(row(phase, depth));
                    rows(phase.name(), depth + 1);
                }
            }
        }

        /** A parent that was not recorded cannot be drawn: its children stand at the top. */
        private @Nullable String parentOf(PhaseMetrics phase) {
            return phase.parent() == null || !names.contains(phase.parent()) ? null : phase.parent();
        }

        private List<String> row(PhaseMetrics phase, int depth) {
            String ending = phase.outcome() == Outcome.SUCCESS
                    ? ""
                    : " (" + phase.outcome().word() + ")";
            return List.of(
                    "  ".repeat(depth) + Label.printable(phase.name()) + ending,
                    Figures.millis(phase.durationMillis()),
                    share(phase.durationMillis(), build),
                    Figures.millis(phase.cpuMillis()),
                    Figures.mebibytes(phase.memory().deltaMebibytes()),
                    Figures.mebibytes(phase.memory().peakMebibytes()),
                    Figures.mebibytes(phase.memory().allocatedMebibytes()),
                    phase.itemsProcessed() == null ? "" : Figures.count(phase.itemsProcessed()));
        }
    }
}
