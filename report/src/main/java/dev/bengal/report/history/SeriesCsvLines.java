package dev.bengal.report.history;

import dev.bengal.model.Decimals;
import dev.bengal.model.Series;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Lines of comma-separated values. Neighbours share most of their texts, which are looked through and written out once. */
final class SeriesCsvLines {
    private final StringBuilder lines = new StringBuilder();
    private final Cell project = new Cell();
    private final Cell scenario = new Cell();
    private final Cell commit = new Cell();
    private final Cell environment = new Cell();
    private @Nullable Instant commitTime;
    private String commitTimeText = "";

    /** Adds a line; a value that is no number is left empty. */
    void add(Series series, Series.Point point, double... values) {
        lines.append(CsvRenderer.quoted(point.build().value())).append(',');
        lines.append(point.timestamp());
        lines.append(',').append(project.of(series.project()));
        lines.append(',').append(scenario.of(series.scenario().name()));
        lines.append(',').append(commit.of(point.commit()));
        lines.append(',').append(text(point.commitTime()));
        lines.append(',').append(environment.of(point.fingerprint()));
        for (double value : values) {
            lines.append(',');
            if (!Double.isNaN(value)) {
                lines.append(Decimals.exact(value));
            }
        }
        lines.append('\n');
    }

    private String text(@Nullable Instant now) {
        if (now == null) {
            return "";
        }
        if (!now.equals(commitTime)) {
            commitTime = now;
            commitTimeText = now.toString();
        }
        return commitTimeText;
    }

    @Override
    public String toString() {
        return lines.toString();
    }

    private static final class Cell {
        private @Nullable String text;
        private String quoted = "";

        String of(@Nullable String now) {
            if (now == null) {
                return "";
            }
            if (!now.equals(text)) {
                text = now;
                quoted = CsvRenderer.quoted(now);
            }
            return quoted;
        }
    }
}
