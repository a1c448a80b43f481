package dev.bengal.report.history;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Commit;
import dev.bengal.model.Metric;
import dev.bengal.model.Reading;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.MarkdownText;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Figures for the text of a document, in Markdown, each with the date (in UTC) and the commit of its build. Names from records are made
 * harmless in Markdown and HTML.
 */
public final class FigureRenderer {
    private static final String BARS = "▁▂▃▄▅▆▇█";

    /** Such as {@code 1.23s (2026-03-04, 2b6beacf)}; empty where the build did not measure it. */
    public Optional<String> figure(Metric metric, BuildMetrics build) {
        return value(metric, build).map(value -> value + " (" + origin(build) + ")");
    }

    /** The value alone, in the words of tables. */
    public Optional<String> value(Metric metric, BuildMetrics build) {
        return build.reading(metric.name())
                .map(reading -> MarkdownText.escaped(Figures.value(metric, reading.value())));
    }

    /** What people call the metric. */
    public String name(Metric metric) {
        return MarkdownText.escaped(Label.metric(metric));
    }

    /** Such as {@code 2026-03-04, 2b6beacf}. */
    public String origin(BuildMetrics build) {
        Commit commit = build.commit();
        return date(build) + (commit == null ? "" : ", " + MarkdownText.escaped(Label.commit(commit)));
    }

    /** A bar for each build, from the least to the greatest value, and the figure of the last one; empty where none measured it. */
    public Optional<String> sparkline(Metric metric, List<BuildMetrics> builds) {
        List<Double> values = new ArrayList<>();
        builds.forEach(build -> build.reading(metric.name()).map(Reading::value).ifPresent(values::add));
        if (values.isEmpty()) {
            return Optional.empty();
        }
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double greatest = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        StringBuilder bars = new StringBuilder();
        for (double value : values) {
            double height = greatest > least ? (value - least) / (greatest - least) : 0;
            bars.append(BARS.charAt((int) Math.round(height * (BARS.length() - 1))));
        }
        return builds.stream()
                .filter(build -> build.reading(metric.name()).isPresent())
                .reduce((one, later) -> later)
                .flatMap(build -> figure(metric, build))
                .map(figure -> bars + " " + figure);
    }

    /** A line for each build, the newest first, without a line end after the last one. */
    public String table(List<Metric> metrics, List<BuildMetrics> oldestFirst) {
        StringBuilder table = new StringBuilder("| Date | Commit |");
        metrics.forEach(metric -> table.append(' ')
                .append(MarkdownText.escaped(Label.title(metric)))
                .append(" |"));
        table.append("\n|---|---|").append("--:|".repeat(metrics.size()));
        for (int i = oldestFirst.size() - 1; i >= 0; i--) {
            BuildMetrics build = oldestFirst.get(i);
            table.append("\n| ")
                    .append(date(build))
                    .append(" | ")
                    .append(MarkdownText.escaped(Label.commit(build.commit())))
                    .append(" |");
            for (Metric metric : metrics) {
                table.append(' ')
                        .append(value(metric, build).orElse(Figures.ABSENT))
                        .append(" |");
            }
        }
        return table.toString();
    }

    private static String date(BuildMetrics build) {
        return build.timestamp().atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
