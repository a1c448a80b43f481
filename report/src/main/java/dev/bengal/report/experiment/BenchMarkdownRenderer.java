package dev.bengal.report.experiment;

import dev.bengal.analysis.bench.BenchResult;
import dev.bengal.analysis.bench.BenchedCommand;
import dev.bengal.analysis.bench.RunSummary;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;

/** Writes the result of a bench as a Markdown table. */
public final class BenchMarkdownRenderer {
    /** Writes the table. */
    public void render(BenchResult result, Appendable out) throws IOException {
        out.append("| Command | Runs | Median | 95 % interval | Min | Max | Peak RSS | Ratio | 95 % interval |\n");
        out.append("|:---|---:|---:|:---:|---:|---:|---:|---:|:---:|\n");
        for (int i = 0; i < result.commands().size(); i++) {
            BenchedCommand command = result.commands().get(i);
            RunSummary summary = command.summary();
            boolean fastest = i == result.fastest();
            out.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n",
                    name(command),
                    runs(command),
                    Figures.finely(summary.wall().median()),
                    BenchTableRenderer.interval(summary.wall()),
                    Figures.finely(summary.min()),
                    Figures.finely(summary.max()),
                    Figures.mebibytes(summary.peakMebibytes()),
                    Figures.ratio(result.ratios().get(i).ofMedians()),
                    fastest
                            ? "fastest"
                            : Objects.requireNonNullElse(
                                    BenchTableRenderer.interval(result.ratios().get(i)), Figures.ABSENT)));
        }
    }

    /** The file is all that its readers see: no note beside it says that runs failed. */
    private static String runs(BenchedCommand command) {
        long failures = command.failures();
        return command.runs().size() + (failures == 0 ? "" : ", " + failures + " failed");
    }

    private static String name(BenchedCommand command) {
        String words = command.words();
        return cell(command.scenario().name()) + (words == null ? "" : ": " + cell(words));
    }

    /** A text that cannot leave its cell, nor be taken for markup. */
    private static String cell(String text) {
        return Label.printable(text).replaceAll("[\\\\`*_{}\\[\\]<>()#+!|~&]", "\\\\$0");
    }
}
