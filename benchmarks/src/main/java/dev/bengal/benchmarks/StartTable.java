package dev.bengal.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Draws what commands took as a Markdown table: medians, with an interval for the wall time. */
public final class StartTable {
    private final StringBuilder text =
            new StringBuilder("| | wall, ms | CPU, ms | peak, MiB | against the first |\n|---|---:|---:|---:|---:|\n");

    private final List<ProcessCost> first;

    /**
     * An empty table.
     *
     * @param first what the others are divided by, round by round
     */
    public StartTable(List<ProcessCost> first) {
        this.first = List.copyOf(first);
    }

    /**
     * Adds a line.
     *
     * @param costs as many as there are of the first, of the same rounds
     */
    public void add(String name, List<ProcessCost> costs) {
        double[] ratios = new double[costs.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = costs.get(i).wallMillis() / first.get(i).wallMillis();
        }
        Estimate wall =
                Estimate.of(costs.stream().mapToDouble(ProcessCost::wallMillis).toArray());
        text.append(String.format(
                Locale.ROOT,
                "| %s | %.0f%s | %s | %s | %.2f |\n",
                name,
                wall.median(),
                interval(wall),
                median(costs.stream().map(ProcessCost::cpuMillis).toList()),
                median(costs.stream().map(ProcessCost::peakMebibytes).toList()),
                Estimate.of(ratios).median()));
    }

    private static String interval(Estimate estimate) {
        Double low = estimate.low();
        Double high = estimate.high();
        return low == null || high == null ? "" : String.format(Locale.ROOT, " (%.0f to %.0f)", low, high);
    }

    private static String median(List<? extends Double> values) {
        double[] known = values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return known.length < values.size()
                ? "–"
                : String.format(Locale.ROOT, "%.0f", Estimate.of(known).median());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
