package dev.bengal.report.history;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Commit;
import dev.bengal.model.Decimals;
import dev.bengal.model.Metric;
import dev.bengal.model.Reading;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a history as comma-separated values: a line with the names, then a build a line, oldest first, with its metrics in their own
 * units. What was not measured is empty.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>, but for the line ends, which are newlines alone
 */
public final class CsvRenderer {
    private static final List<String> COLUMNS = List.of(
            "build_id",
            "timestamp",
            "project",
            "scenario",
            "outcome",
            "git_commit",
            "git_branch",
            "git_dirty",
            "environment",
            "excluded");

    /** Writes the report; that of no builds is the line of the names. */
    public void render(PerformanceReport report, Appendable out) throws IOException {
        List<String> names = new ArrayList<>(COLUMNS);
        report.metrics().forEach(metric -> names.add(metric.name()));
        line(names, out);
        for (BuildRecord build : report.builds()) {
            line(row(build, report.metrics()), out);
        }
    }

    private static List<String> row(BuildRecord known, List<Metric> metrics) {
        BuildMetrics build = known.build();
        Commit commit = build.commit();
        List<String> cells = new ArrayList<>();
        cells.add(build.identity().id().value());
        cells.add(build.timestamp().toString());
        cells.add(build.identity().project());
        cells.add(build.identity().scenario().name());
        cells.add(build.outcome().word());
        cells.add(commit == null ? "" : commit.hash());
        cells.add(commit == null ? "" : text(commit.branch()));
        cells.add(commit == null ? "" : text(commit.dirty()));
        cells.add(build.environment().fingerprint());
        cells.add(text(known.excluded()));
        for (Metric metric : metrics) {
            Optional<Reading> reading = build.reading(metric.name());
            cells.add(reading.map(found -> Decimals.exact(found.value())).orElse(""));
        }
        return cells;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static void line(List<String> cells, Appendable out) throws IOException {
        out.append(line(cells));
    }

    static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        String separator = "";
        for (String cell : cells) {
            line.append(separator).append(quoted(cell));
            separator = ",";
        }
        return line.append('\n').toString();
    }

    static String quoted(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return '"' + cell.replace("\"", "\"\"") + '"';
            }
        }
        return cell;
    }
}
