package dev.bengal.report.history;

import dev.bengal.model.CommitOrder;
import dev.bengal.model.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
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
        List<Series> first =
                metrics.isEmpty() ? List.of() : metrics.values().iterator().next();
        if (metrics.size() == 1 && first.size() == 1) {
            Series only = first.get(0);
            List<Series.Point> points = inOrder(only.points(), order.points());
            write(points, (point, lines) -> lines.add(only, point, point.value()), out);
        } else {
            List<Row> rows = inOrder(rows(metrics), Comparator.comparing(Row::point, order.points()));
            write(rows, (row, lines) -> lines.add(row.series(), row.point(), row.values()), out);
        }
    }

    private static <T> List<T> inOrder(List<T> rows, Comparator<T> order) {
        List<T> sorted = new ArrayList<>(rows);
        sorted.sort(order);
        return sorted;
    }

    private static <T> void write(List<T> rows, BiConsumer<T, SeriesCsvLines> writer, Appendable out)
            throws IOException {
        for (int from = 0; from < rows.size(); from += ROWS_AT_ONCE) {
            List<T> some = rows.subList(from, Math.min(rows.size(), from + ROWS_AT_ONCE));
            out.append(IntStream.range(0, (some.size() + ROWS_OF_A_THREAD - 1) / ROWS_OF_A_THREAD)
                    .parallel()
                    .mapToObj(part -> lines(
                            some.subList(part * ROWS_OF_A_THREAD, Math.min(some.size(), (part + 1) * ROWS_OF_A_THREAD)),
                            writer))
                    .collect(Collectors.joining()));
        }
    }

    private static <T> String lines(List<T> rows, BiConsumer<T, SeriesCsvLines> writer) {
        SeriesCsvLines lines = new SeriesCsvLines();
        rows.forEach(row -> writer.accept(row, lines));
        return lines.toString();
    }

    private static List<Row> rows(Map<String, List<Series>> metrics) {
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
