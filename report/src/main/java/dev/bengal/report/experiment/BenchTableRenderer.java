package dev.bengal.report.experiment;

import dev.bengal.analysis.bench.BenchRatio;
import dev.bengal.analysis.bench.BenchResult;
import dev.bengal.analysis.bench.BenchedCommand;
import dev.bengal.analysis.bench.MedianEstimate;
import dev.bengal.analysis.bench.RunSummary;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.TextTable;
import dev.bengal.report.text.TextTable.Column;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the result of a bench as a table, a command a line, and below it how the others compare with the fastest. */
public final class BenchTableRenderer {
    /** Writes the table. */
    public void render(BenchResult result, Appendable out) throws IOException {
        TextTable table = new TextTable(List.of(
                Column.left("Command"),
                Column.right("Runs"),
                Column.right("Median"),
                Column.left("95 % interval"),
                Column.right("Min"),
                Column.right("Max"),
                Column.right("User"),
                Column.right("System"),
                Column.right("Peak RSS"),
                Column.right("Outliers")));
        result.commands().forEach(command -> table.row(row(command)));
        table.render(out);
        if (result.commands().size() > 1) {
            out.append('\n');
            renderComparison(result, out);
        }
    }

    private static List<String> row(BenchedCommand command) {
        RunSummary summary = command.summary();
        return List.of(
                Label.printable(command.scenario().name()),
                Integer.toString(command.runs().size()),
                Figures.finely(summary.wall().median()),
                interval(summary.wall()),
                Figures.finely(summary.min()),
                Figures.finely(summary.max()),
                Figures.millis(summary.user()),
                Figures.millis(summary.system()),
                Figures.mebibytes(summary.peakMebibytes()),
                Integer.toString(summary.outliers().indices().size()));
    }

    static String interval(MedianEstimate median) {
        Double low = median.low();
        Double high = median.high();
        return low == null || high == null ? Figures.ABSENT : Figures.finely(low) + " to " + Figures.finely(high);
    }

    private static void renderComparison(BenchResult result, Appendable out) throws IOException {
        out.append("Fastest: ")
                .append(Label.printable(
                        result.commands().get(result.fastest()).scenario().name()))
                .append('\n');
        TextTable table = new TextTable(List.of(Column.left(""), Column.left(""), Column.right(""), Column.left("")));
        for (int i = 0; i < result.commands().size(); i++) {
            if (i != result.fastest()) {
                BenchRatio ratio = result.ratios().get(i);
                table.row(List.of(
                        "",
                        Label.printable(result.commands().get(i).scenario().name()),
                        Figures.ratio(ratio.ofMedians()) + " times as long",
                        sureness(ratio)));
            }
        }
        table.render(out);
    }

    private static String sureness(BenchRatio ratio) {
        String interval = interval(ratio);
        if (interval == null) {
            return "(fewer than " + MedianEstimate.FEWEST_FOR_INTERVAL + " runs: no interval)";
        }
        return "(95 %: " + interval + ")" + (ratio.isClear() ? "" : "; no difference can be told");
    }

    static @Nullable String interval(BenchRatio ratio) {
        Double low = ratio.low();
        Double high = ratio.high();
        return low == null || high == null ? null : Figures.ratio(low) + " to " + Figures.ratio(high);
    }
}
