package dev.bengal.report;

import dev.bengal.model.CommitOrder;
import dev.bengal.model.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes series side by side as comma-separated values, a build that has a point in any of them a line. Unlike {@link CsvRenderer} it needs
 * no records, and so it is quick with a million builds.
 */
public final class SeriesCsvRenderer {
    /** Enough to be worth a second thread, and few enough to be held as text. */
    private static final int ROWS_AT_ONCE = 16_000;

    private static final int ROWS_OF_A_THREAD = 2000;

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
        List<Row> rows = metrics.size() == 1 ? rowsOfOne(metrics) : rowsOfSeveral(metrics);
        rows.sort((one, other) -> order.points().compare(one.point(), other.point()));
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            List<Row> some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
            out.append(IntStream.range(0, (some.size() + ROWS_OF_A_THREAD - 1) / ROWS_OF_A_THREAD)
                    .parallel()
                    .mapToObj(part -> lines(some.subList(
                            part * ROWS_OF_A_THREAD, Math.min(some.size(), (part + 1) * ROWS_OF_A_THREAD))))
                    .collect(Collectors.joining()));
        }
    }

    private static String lines(List<Row> rows) {
        SeriesCsvLines lines = new SeriesCsvLines();
        rows.forEach(row -> lines.add(row.series(), row.point(), row.values()));
        return lines.toString();
    }

    /** A point is a row, and no map of a million builds is needed to find that out. */
    private static List<Row> rowsOfOne(Map<String, List<Series>> metrics) {
        List<Row> rows = new ArrayList<>();
        for (Series series : metrics.values().iterator().next()) {
            series.points().forEach(point -> rows.add(new Row(series, point, new double[] {point.value()})));
        }
        return rows;
    }

    private static List<Row> rowsOfSeveral(Map<String, List<Series>> metrics) {
        Map<String, Row> rows = new LinkedHashMap<>();
        int column = 0;
        for (List<Series> ofMetric : metrics.values()) {
            for (Series series : ofMetric) {
                for (Series.Point point : series.points()) {
                    rows.computeIfAbsent(point.build().value(), id -> new Row(series, point, absent(metrics.size())))
                                    .values()[column] =
                            point.value();
                }
            }
            column++;
        }
        return new ArrayList<>(rows.values());
    }

    private static double[] absent(int count) {
        double[] absent = new double[count];
        Arrays.fill(absent, Double.NaN);
        return absent;
    }

    @SuppressWarnings("ArrayRecordComponent") // It is filled here and never compared.
    private record Row(Series series, Series.Point point, double[] values) {}
}
