package dev.bengal.report;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.report.TextTable.Column;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Draws the phases of one build as a table, each child below its parent, with what belongs to no phase at the end. */
public final class PhaseTableRenderer {
    /** Nesting beyond it is drawn at the top: no build nests so deep, but a record may claim to. */
    private static final int DEEPEST = 20;

    private final int columns;

    /** One that writes every name whole. */
    public PhaseTableRenderer() {
        this(Integer.MAX_VALUE);
    }

    /** @param columns in a table that is wider than this, names below others begin where those end */
    PhaseTableRenderer(int columns) {
        this.columns = columns;
    }

    /** Writes the table. */
    public void render(BuildReport report, Appendable out) throws IOException {
        BuildMetrics build = report.build();
        TextTable table = table(build, PhaseMetrics::name);
        if (table.width() > columns) {
            ShortNames names = new ShortNames(build.phases());
            table = table(build, phase -> phase.parent() == null ? phase.name() : names.of(phase));
        }
        table.render(out);
    }

    private static TextTable table(BuildMetrics build, Function<PhaseMetrics, String> names) {
        TextTable table = new TextTable(List.of(
                Column.left("Phase"),
                Column.right("Time"),
                Column.right("Share"),
                Column.right("CPU"),
                Column.right("RSS change"),
                Column.right("RSS peak"),
                Column.right("Allocated"),
                Column.right("Items")));
        new Tree(build, table, names).rows();
        Double unattributed = build.totals().time().unattributedMillis();
        if (unattributed != null) {
            table.row(List.of(
                    "(no phase)", Figures.millis(unattributed), share(unattributed, build), "", "", "", "", ""));
        }
        table.row(total(build));
        return table;
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

    /**
     * Writes phases below the phase that they name as their parent, each once, whatever a record claims. Those that no way
     * leads to from the top, because their parent was not recorded or they are each other's parents, stand at the top.
     */
    private static final class Tree {
        private final BuildMetrics build;
        private final TextTable table;
        private final Function<PhaseMetrics, String> names;
        private final Set<PhaseMetrics> drawn = Collections.newSetFromMap(new IdentityHashMap<>());

        Tree(BuildMetrics build, TextTable table, Function<PhaseMetrics, String> names) {
            this.names = names;
            this.build = build;
            this.table = table;
        }

        void rows() {
            Set<String> names = build.phases().stream().map(PhaseMetrics::name).collect(Collectors.toSet());
            for (PhaseMetrics phase : build.phases()) {
                if (phase.parent() == null || !names.contains(phase.parent())) {
                    rows(phase, 0);
                }
            }
            build.phases().forEach(phase -> rows(phase, 0));
        }

        private void rows(PhaseMetrics phase, int depth) {
            if (!drawn.add(phase)) {
                return;
            }
            table.row(row(phase, depth));
            if (depth < DEEPEST) {
                for (PhaseMetrics child : build.phases()) {
                    if (phase.name().equals(child.parent())) {
                        rows(child, depth + 1);
                    }
                }
            }
        }

        private List<String> row(PhaseMetrics phase, int depth) {
            String ending = phase.outcome() == Outcome.SUCCESS
                    ? ""
                    : " (" + phase.outcome().word() + ")";
            return List.of(
                    "  ".repeat(depth) + Label.printable(names.apply(phase)) + ending,
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
