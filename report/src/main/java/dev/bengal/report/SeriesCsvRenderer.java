package dev.bengal.report;

import dev.bengal.model.CommitOrder;
import dev.bengal.model.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes series side by side as comma-separated values, a build that has a point in any of them a line. Unlike {@link CsvRenderer} it needs
 * no records, and so it is quick with a million builds.
 */
public final class SeriesCsvRenderer {
    private static final List<String> COLUMNS =
            List.of("build_id", "timestamp", "project", "scenario", "git_commit", "git_commit_time", "environment");

    /**
     * Writes the series.
     *
     * @param metrics for each metric, by name, its series: one for each project and scenario
     * @param order of the lines
     */
    public void render(Map<String, List<Series>> metrics, CommitOrder order, Appendable out) throws IOException {
        List<String> names = new ArrayList<>(COLUMNS);
        names.addAll(metrics.keySet());
        CsvRenderer.line(names, out);
        for (Row row : rows(metrics, order)) {
            CsvRenderer.line(row.cells(), out);
        }
    }

    private static List<Row> rows(Map<String, List<Series>> metrics, CommitOrder order) {
        Map<String, Row> rows = new LinkedHashMap<>();
        int column = 0;
        for (List<Series> ofMetric : metrics.values()) {
            for (Series series : ofMetric) {
                for (Series.Point point : series.points()) {
                    rows.computeIfAbsent(
                                            point.build().value(),
                                            id -> new Row(series, point, new Double[metrics.size()]))
                                    .values()[column] =
                            point.value();
                }
            }
            column++;
        }
        List<Row> sorted = new ArrayList<>(rows.values());
        sorted.sort((one, other) -> order.points().compare(one.point(), other.point()));
        return sorted;
    }

    @SuppressWarnings("ArrayRecordComponent") // It is filled here and never compared.
    private record Row(Series series, Series.Point point, Double[] values) {
        List<String> cells() {
            List<String> cells = new ArrayList<>(COLUMNS.size() + values.length);
            cells.add(point.build().value());
            cells.add(point.timestamp().toString());
            cells.add(series.project());
            cells.add(series.scenario().name());
            cells.add(point.commit() == null ? "" : point.commit());
            cells.add(point.commitTime() == null ? "" : point.commitTime().toString());
            cells.add(point.fingerprint());
            for (Double value : values) {
                cells.add(value == null ? "" : CsvRenderer.number(value));
            }
            return cells;
        }
    }
}
