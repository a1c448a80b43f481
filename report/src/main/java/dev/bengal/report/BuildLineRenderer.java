package dev.bengal.report;

import dev.bengal.analysis.Trend;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.MemoryTotals;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Collectors;

/**
 * Draws a build as the one line after it, such as {@code 842 pages | 1.93s | 118.4MB RSS | 61.0MB heap}, with the change
 * against the previous comparable build behind it where there is one.
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
        if (report.previous().isPresent() && !report.changes().isEmpty()) {
            BuildMetrics previous = report.previous().get();
            out.append(" | ")
                    .append(report.changes().stream()
                            .map(BuildLineRenderer::change)
                            .collect(Collectors.joining(", ")))
                    .append(" against ")
                    .append(previous.commit() == null ? "the build before" : Label.commit(previous.commit()))
                    .append(" (")
                    .append(ago(Duration.between(previous.timestamp(), build.timestamp())))
                    .append(')');
        }
        out.append('\n');
    }

    private static String pages(BuildMetrics build) {
        Long pages = build.stats().pageCount();
        return Figures.count(pages) + (pages != null && pages == 1 ? " page" : " pages");
    }

    private static String change(Trend trend) {
        return Label.metric(trend.metric()) + " " + Figures.change(trend.changePercent());
    }

    private static String ago(Duration past) {
        if (past.toDays() >= 2) {
            return past.toDays() + " days ago";
        }
        if (past.toHours() >= 2) {
            return past.toHours() + " hours ago";
        }
        if (past.toMinutes() >= 2) {
            return past.toMinutes() + " minutes ago";
        }
        return past.toSeconds() < 2 ? "just now" : past.toSeconds() + " s ago";
    }
}
