package dev.bengal.report.build;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.report.text.CellWidth;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.TextTable;
import dev.bengal.report.text.TextTable.Column;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Draws what each goal of Maven's plugins took in all modules together, the longest first: phases that are called {@code
 * module.MODULE.mojo.GOAL}. The time is that of the goal itself, without goals that it had run before it. Shares are of the time
 * of all goals together, which is longer than the build where several threads worked; that is said then.
 */
public final class GoalTableRenderer {
    private static final String MODULE = "module.";
    private static final String GOAL = ".mojo.";
    private static final int SHOWN = 15;
    private static final int LEAST_NAME = 12;

    private final int columns;

    /** One that writes every name whole. */
    public GoalTableRenderer() {
        this(Integer.MAX_VALUE);
    }

    /** @param columns a table that would be wider has names cut in their middle, and what is said below it in several lines */
    GoalTableRenderer(int columns) {
        this.columns = columns;
    }

    /** Writes the table; for a build without such phases, nothing. */
    public void render(BuildMetrics build, Appendable out) throws IOException {
        List<Goal> goals = goals(build.phases());
        if (goals.isEmpty()) {
            return;
        }
        double all = goals.stream().mapToDouble(Goal::selfMillis).sum();
        List<List<String>> rows =
                goals.stream().limit(SHOWN).map(goal -> row(goal, all)).toList();
        int excess = table(rows, Integer.MAX_VALUE).width() - columns;
        int widest =
                rows.stream().mapToInt(row -> CellWidth.of(row.get(0))).max().orElse(0);
        table(rows, excess > 0 ? Math.max(LEAST_NAME, widest - excess) : widest).render(out);
        if (goals.size() > SHOWN) {
            out.append("... and ").append(String.valueOf(goals.size() - SHOWN)).append(" more goals.\n");
        }
        Double wall = build.totals().time().wallMillis();
        if (wall != null && all > wall) {
            String sentence = "The times of all threads are added: the goals took " + Figures.millis(all)
                    + " together, the build " + Figures.millis(wall) + ".";
            for (String line : CellWidth.lines(sentence, columns)) {
                out.append(line).append('\n');
            }
        }
    }

    private static TextTable table(List<List<String>> rows, int widestName) {
        TextTable table = new TextTable(List.of(
                Column.left("Goal"),
                Column.right("Modules"),
                Column.right("Time"),
                Column.right("Share"),
                Column.right("CPU"),
                Column.right("Allocated")));
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>(row);
            cells.set(0, CellWidth.shortened(row.get(0), widestName));
            table.row(cells);
        }
        return table;
    }

    private static List<String> row(Goal goal, double all) {
        return List.of(
                Label.printable(goal.name()),
                goal.modules(),
                Figures.millis(goal.selfMillis()),
                all <= 0 ? Figures.ABSENT : Figures.share(100 * goal.selfMillis() / all),
                Figures.millis(sum(goal.runs(), PhaseMetrics::cpuMillis)),
                Figures.mebibytes(sum(goal.runs(), run -> run.memory().allocatedMebibytes())));
    }

    private static List<Goal> goals(List<PhaseMetrics> phases) {
        Map<String, Double> inner = new HashMap<>();
        Map<String, List<PhaseMetrics>> runs = new HashMap<>();
        for (PhaseMetrics phase : phases) {
            if (phase.parent() != null && phase.parent().contains(GOAL)) {
                inner.merge(phase.parent(), phase.durationMillis(), Double::sum);
            }
            int at = phase.name().startsWith(MODULE) ? phase.name().indexOf(GOAL) : -1;
            if (at > 0) {
                runs.computeIfAbsent(phase.name().substring(at + GOAL.length()), first -> new ArrayList<>())
                        .add(phase);
            }
        }
        return runs.entrySet().stream()
                .map(goal -> Goal.of(goal.getKey(), goal.getValue(), inner))
                .sorted(Comparator.comparingDouble(Goal::selfMillis).reversed().thenComparing(Goal::name))
                .toList();
    }

    private static @Nullable Double sum(List<PhaseMetrics> runs, Function<PhaseMetrics, @Nullable Double> figure) {
        double sum = 0;
        for (PhaseMetrics run : runs) {
            Double value = figure.apply(run);
            if (value == null) {
                return null;
            }
            sum += value;
        }
        return sum;
    }

    private record Goal(String name, List<PhaseMetrics> runs, double selfMillis) {
        /** @param inner what ran within phases, in milliseconds, by their names: of all runs of a name together */
        static Goal of(String name, List<PhaseMetrics> runs, Map<String, Double> inner) {
            double whole =
                    runs.stream().mapToDouble(PhaseMetrics::durationMillis).sum();
            double within = runs.stream()
                    .map(PhaseMetrics::name)
                    .distinct()
                    .mapToDouble(run -> inner.getOrDefault(run, 0.0))
                    .sum();
            return new Goal(name, runs, Math.max(0, whole - within));
        }

        /** How many it ran in, and how often where that is more. */
        String modules() {
            long modules = runs.stream()
                    .map(run -> run.name().substring(0, run.name().indexOf(GOAL)))
                    .distinct()
                    .count();
            return modules == runs.size() ? Long.toString(modules) : modules + " (" + runs.size() + " runs)";
        }
    }
}
