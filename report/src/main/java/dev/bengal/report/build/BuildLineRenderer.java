package dev.bengal.report.build;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.MemoryTotals;
import dev.bengal.report.text.Figures;
import java.io.IOException;

/**
 * Draws a build as the one line after it, such as {@code 842 pages | 1.93s | 118.4MB RSS | 61.0MB heap}. What
 * lies beyond the noise of its usual level stands behind it, with that level; two single builds are never held against each other.
 */
public final class BuildLineRenderer {
    /** Writes the line with its newline. */
    public void render(BuildReport report, Appendable out) throws IOException {
        BuildMetrics build = report.build();
        MemoryTotals memory = build.totals().memory();
        out.append(pages(build))
                .append(" | ")
                .append(Figures.seconds(build.totals().time().wallMillis()))
                .append(" | ")
                .append(Figures.mebibytes(memory.rssGrowthMebibytes()))
                .append(" RSS | ")
                .append(Figures.mebibytes(memory.liveHeapMebibytes()))
                .append(" heap");
        for (BuildReport.Unusual unusual : report.unusual()) {
            out.append(" | ").append(unusual.words());
        }
        out.append('\n');
    }

    private static String pages(BuildMetrics build) {
        Long pages = build.stats().pageCount();
        return Figures.count(pages) + (pages != null && pages == 1 ? " page" : " pages");
    }
}
