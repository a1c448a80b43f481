package dev.bengal.report.build;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.report.chart.ChartStyle;
import dev.bengal.report.chart.Paint;
import dev.bengal.report.text.CellWidth;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.ShortNames;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Draws when each phase of a build ran, as bars over its time: by thread, where more than one is known. */
public final class WaterfallRenderer {
    private static final int MOST_PHASES = 40;
    private static final int WIDEST_NAME = 28;
    private static final int WIDEST_FIGURE = 9;

    private final ChartStyle style;

    /** One that draws in a style. */
    public WaterfallRenderer(ChartStyle style) {
        this.style = style;
    }

    /** Writes the bars; nothing where not one start is known. Of very many phases the longest are drawn, and it is said how many are not. */
    public void render(BuildMetrics build, Appendable out) throws IOException {
        List<PhaseMetrics> timed = SoleGoals.without(build.phases().stream()
                .filter(phase -> phase.startMillis() != null && phase.durationMillis() >= 0)
                .toList());
        double end = Math.max(
                timed.stream().mapToDouble(WaterfallRenderer::end).max().orElse(0), wall(build));
        if (timed.isEmpty() || !(end > 0) || Double.isInfinite(end)) {
            return;
        }
        List<PhaseMetrics> drawn = longest(timed);
        Map<String, List<PhaseMetrics>> threads = byThread(drawn);
        int name = Math.min(WIDEST_NAME, style.columns() / 3);
        int width = style.columns() - name - WIDEST_FIGURE - 2;
        ShortNames names = new ShortNames(drawn);
        axis(name, width, end, out);
        for (Map.Entry<String, List<PhaseMetrics>> thread : threads.entrySet()) {
            if (threads.size() > 1) {
                String title = thread.getKey().isEmpty() ? "thread not known" : "thread " + thread.getKey();
                out.append(style.paint(CellWidth.cut(Label.printable(title), style.columns()), Paint.FAINT))
                        .append('\n');
            }
            for (PhaseMetrics phase : thread.getValue()) {
                row(phase, names.indented(phase), name, width, end, out);
            }
        }
        int shorter = timed.size() - drawn.size();
        if (shorter > 0) {
            out.append("and " + shorter + (shorter == 1 ? " shorter one\n" : " shorter ones\n"));
        }
    }

    private static double wall(BuildMetrics build) {
        Double wall = build.totals().time().wallMillis();
        return wall == null ? 0 : wall;
    }

    private static double start(PhaseMetrics phase) {
        Double start = phase.startMillis();
        return start == null ? 0 : Math.max(0, start);
    }

    private static double end(PhaseMetrics phase) {
        return start(phase) + phase.durationMillis();
    }

    private static List<PhaseMetrics> longest(List<PhaseMetrics> phases) {
        Set<PhaseMetrics> kept = phases.stream()
                .sorted(Comparator.comparingDouble(PhaseMetrics::durationMillis).reversed())
                .limit(MOST_PHASES)
                .collect(Collectors.toSet());
        return phases.stream()
                .filter(kept::contains)
                .sorted(Comparator.comparingDouble(WaterfallRenderer::start)
                        .thenComparing(Comparator.comparingDouble(PhaseMetrics::durationMillis)
                                .reversed()))
                .toList();
    }

    private static Map<String, List<PhaseMetrics>> byThread(List<PhaseMetrics> phases) {
        return phases.stream()
                .collect(Collectors.groupingBy(
                        phase -> phase.thread() == null ? "" : phase.thread(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private void axis(int name, int width, double end, Appendable out) throws IOException {
        String last = Figures.millis(end);
        out.append(CellWidth.padded("Waterfall", name))
                .append(' ')
                .append(style.paint(
                        "0" + (style.sign('─', '-') + "").repeat(Math.max(1, width - 1 - last.length())) + last,
                        Paint.FAINT))
                .append('\n');
    }

    private void row(PhaseMetrics phase, String title, int name, int width, double end, Appendable out)
            throws IOException {
        boolean failed = phase.outcome() != Outcome.SUCCESS;
        String label = Label.printable(title) + (failed ? " (" + phase.outcome().word() + ")" : "");
        String figure = Figures.millis(phase.durationMillis());
        out.append(CellWidth.padded(label, name))
                .append(' ')
                .append(bar(start(phase) / end, end(phase) / end, width, failed ? Paint.WORSE : Paint.VALUE))
                .append(" ".repeat(Math.max(1, WIDEST_FIGURE + 1 - CellWidth.of(figure))))
                .append(figure)
                .append('\n');
    }

    /** By half cells, and of what is shorter one of these. */
    private String bar(double from, double to, int width, Paint paint) {
        int grain = style.isAscii() ? 1 : 2;
        int first = (int) Math.min(width * grain - 1, Math.floor(from * width * grain));
        int last = (int) Math.max(first, Math.min(width * grain - 1, Math.ceil(to * width * grain) - 1));
        StringBuilder bar = new StringBuilder();
        for (int cell = first / grain; cell <= last / grain; cell++) {
            boolean left = first <= cell * grain;
            boolean right = last >= cell * grain + grain - 1;
            bar.append(style.isAscii() ? '#' : left && right ? '█' : left ? '▌' : '▐');
        }
        return " ".repeat(first / grain) + style.paint(bar.toString(), paint) + " ".repeat(width - 1 - last / grain);
    }
}
