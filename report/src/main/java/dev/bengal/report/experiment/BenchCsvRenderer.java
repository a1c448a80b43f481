package dev.bengal.report.experiment;

import dev.bengal.analysis.bench.BenchRatio;
import dev.bengal.analysis.bench.BenchResult;
import dev.bengal.analysis.bench.BenchedCommand;
import dev.bengal.analysis.bench.RunSummary;
import dev.bengal.report.text.Figures;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the result of a bench as CSV, a command a line. What was not measured is an empty cell.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>; lines end with a newline alone
 */
public final class BenchCsvRenderer {
    private static final List<String> COLUMNS = List.of(
            "runs",
            "failures",
            "median_ms",
            "low_ms",
            "high_ms",
            "mean_ms",
            "stddev_ms",
            "min_ms",
            "max_ms",
            "user_ms",
            "system_ms",
            "peak_mb",
            "outliers",
            "ratio",
            "ratio_low",
            "ratio_high");

    /** Writes a line of titles and the commands. */
    public void render(BenchResult result, Appendable out) throws IOException {
        boolean tellsWords = result.commands().stream().anyMatch(command -> command.words() != null);
        List<String> titles = new ArrayList<>(List.of("scenario"));
        if (tellsWords) {
            titles.add("command");
        }
        result.commands().get(0).parameters().keySet().forEach(name -> titles.add("parameter_" + name));
        titles.addAll(COLUMNS);
        line(titles, out);
        for (int i = 0; i < result.commands().size(); i++) {
            BenchedCommand command = result.commands().get(i);
            List<String> cells = new ArrayList<>(List.of(command.scenario().name()));
            if (tellsWords) {
                cells.add(Objects.requireNonNullElse(command.words(), ""));
            }
            cells.addAll(command.parameters().values());
            cells.addAll(figures(command, result.ratios().get(i)));
            line(cells, out);
        }
    }

    private static List<String> figures(BenchedCommand command, BenchRatio ratio) {
        RunSummary summary = command.summary();
        return Arrays.asList(
                Integer.toString(command.runs().size()),
                Long.toString(command.failures()),
                figure(summary.wall().median()),
                figure(summary.wall().low()),
                figure(summary.wall().high()),
                figure(summary.mean()),
                figure(summary.deviation()),
                figure(summary.min()),
                figure(summary.max()),
                figure(summary.user()),
                figure(summary.system()),
                figure(summary.peakMebibytes()),
                Integer.toString(summary.outliers().indices().size()),
                figure(ratio.ofMedians()),
                figure(ratio.low()),
                figure(ratio.high()));
    }

    private static String figure(@Nullable Double value) {
        return value == null ? "" : Figures.plain(value);
    }

    private static void line(List<String> cells, Appendable out) throws IOException {
        out.append(cells.stream().map(BenchCsvRenderer::cell).collect(Collectors.joining(",")))
                .append('\n');
    }

    private static String cell(String text) {
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
