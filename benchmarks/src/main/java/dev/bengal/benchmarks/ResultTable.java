package dev.bengal.benchmarks;

import dev.bengal.benchmarks.SiteBenchmark.Pair;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws the results as a Markdown table: a row for each quantity of each size. */
final class ResultTable {
    private final StringBuilder text = new StringBuilder();

    ResultTable(Sides sides) {
        text.append("""
                | pages | pairs | | %s | %s | difference | of the build |
                |---:|---:|---|---:|---:|---:|---:|
                """.formatted(sides.base().label(), sides.other().label()));
    }

    void add(int pages, List<Pair> pairs) {
        Optional<Comparison> wall = Comparison.of(pairs, ProcessCost::wallMillis);
        String size = String.format(Locale.ROOT, "%,d | %d", pages, pairs.size());
        wall.ifPresent(comparison -> row(size, "wall", "ms", comparison));
        Comparison.ofPart(pairs, ProcessCost::apartMillis, ProcessCost::wallMillis)
                .ifPresent(comparison -> row(" | ", "of it the phase apart", "ms", comparison));
        Comparison.ofPart(pairs, ProcessCost::besideMillis, ProcessCost::wallMillis)
                .ifPresent(comparison -> row(" | ", "of it all else", "ms", comparison));
        Comparison.of(pairs, ProcessCost::cpuMillis).ifPresent(comparison -> row(" | ", "CPU", "ms", comparison));
        Comparison.of(pairs, ProcessCost::peakMebibytes)
                .ifPresent(comparison -> row(" | ", "peak memory", "MiB", comparison));
        Comparison.of(pairs, ProcessCost::buildWallMillis)
                .ifPresent(comparison -> row(" | ", "wall of the build inside", "ms", comparison));
        Comparison.of(pairs, ProcessCost::buildCpuMillis)
                .ifPresent(comparison -> row(" | ", "CPU of the build inside", "ms", comparison));
        List<Double> unattributed =
                Comparison.values(pairs, pair -> pair.other().unattributedPercent());
        if (!unattributed.isEmpty()) {
            Estimate share = Estimate.of(
                    unattributed.stream().mapToDouble(Double::doubleValue).toArray());
            text.append("| | | in no phase | | ")
                    .append(estimate("%.1f", share))
                    .append(" % | | |\n");
        }
        wall.ifPresent(comparison -> text.append(String.format(
                Locale.ROOT,
                "| | | pages a second | %,.0f | %,.0f | | |\n",
                pages * 1000 / comparison.base(),
                pages * 1000 / comparison.other())));
    }

    private void row(String size, String name, String unit, Comparison comparison) {
        text.append(String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f %s | %,.0f %s | %s %s | %s %% |\n",
                size,
                name,
                comparison.base(),
                unit,
                comparison.other(),
                unit,
                estimate("%+,.0f", comparison.difference()),
                unit,
                estimate("%+.1f", comparison.percent())));
    }

    static String estimate(String format, Estimate estimate) {
        String median = String.format(Locale.ROOT, format, estimate.median());
        Double low = estimate.low();
        Double high = estimate.high();
        return low == null || high == null
                ? median
                : median + String.format(Locale.ROOT, " (" + format + " to " + format + ")", low, high);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
