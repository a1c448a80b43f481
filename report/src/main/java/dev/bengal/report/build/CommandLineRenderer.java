package dev.bengal.report.build;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Outcome;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import java.io.IOException;

/** Draws a recorded command as the one line after it, such as {@code make test | 12.31s | 20.14s CPU | 312.5MB peak RSS}. */
public final class CommandLineRenderer {
    /** Writes the line with its newline; how it ended stands there where it did not succeed. */
    public void render(BuildReport report, Appendable out) throws IOException {
        BuildMetrics build = report.build();
        out.append(Label.printable(build.identity().scenario().name()))
                .append(" | ")
                .append(Figures.seconds(build.totals().time().wallMillis()))
                .append(" | ")
                .append(Figures.seconds(build.totals().time().cpuMillis()))
                .append(" CPU | ")
                .append(Figures.mebibytes(build.totals().memory().rssPeakMebibytes()))
                .append(" peak RSS");
        if (build.outcome() != Outcome.SUCCESS) {
            out.append(" | ").append(build.outcome().word());
        }
        for (BuildReport.Unusual unusual : report.unusual()) {
            out.append(" | ").append(unusual.words());
        }
        out.append('\n');
    }
}
