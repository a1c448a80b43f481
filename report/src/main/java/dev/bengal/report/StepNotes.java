package dev.bengal.report;

import dev.bengal.analysis.LevelChange;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import java.io.IOException;
import java.util.List;

/** The steps in a history: a number beside the build that each began with, and under that number below the table what stepped. */
final class StepNotes {
    private StepNotes() {}

    /** The build's mark, such as {@code (1)}; empty where no step began with it. */
    static String mark(PerformanceReport report, BuildMetrics build) {
        List<BuildMetrics> marked = marked(report);
        int number = marked.indexOf(build) + 1;
        return number == 0 ? "" : "(" + number + ")";
    }

    /** A line for each mark. */
    static void render(PerformanceReport report, Appendable out) throws IOException {
        List<BuildMetrics> marked = marked(report);
        if (marked.isEmpty()) {
            return;
        }
        out.append('\n');
        for (BuildMetrics build : marked) {
            for (LevelChange step : report.stepsOf(build)) {
                out.append(mark(report, build))
                        .append(" from here on ")
                        .append(Label.metric(step.metric()))
                        .append(' ')
                        .append(Figures.effect(step.metric(), step.effect()))
                        .append(" (")
                        .append(Figures.interval(step.metric(), step.effect()))
                        .append("), ")
                        .append(ChangesTableRenderer.state(step))
                        .append('\n');
            }
        }
    }

    private static List<BuildMetrics> marked(PerformanceReport report) {
        return report.builds().stream()
                .map(BuildRecord::build)
                .filter(build -> !report.stepsOf(build).isEmpty())
                .toList();
    }
}
