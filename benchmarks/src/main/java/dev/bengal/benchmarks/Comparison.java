package dev.bengal.benchmarks;

import dev.bengal.benchmarks.SiteBenchmark.Pair;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One quantity of many pairs, in its unit.
 *
 * @param base the median
 * @param other the median
 * @param difference of the pairs' differences, other less base
 * @param percent the same, each as a share of its base, or of what that is a part of; so the median is not that of {@code difference}
 */
record Comparison(double base, double other, Estimate difference, Estimate percent) {
    /** Empty where a run does not have the quantity. */
    static Optional<Comparison> of(List<Pair> pairs, Function<ProcessCost, @Nullable Double> quantity) {
        return ofPart(pairs, quantity, quantity);
    }

    /** Of a quantity that is a part of another one, of which the percentages are. */
    static Optional<Comparison> ofPart(
            List<Pair> pairs,
            Function<ProcessCost, @Nullable Double> quantity,
            Function<ProcessCost, @Nullable Double> whole) {
        List<Double> wholes = values(pairs, pair -> whole.apply(pair.base()));
        List<Double> base = values(pairs, pair -> quantity.apply(pair.base()));
        List<Double> other = values(pairs, pair -> quantity.apply(pair.other()));
        if (pairs.isEmpty()
                || wholes.size() < pairs.size()
                || base.size() < pairs.size()
                || other.size() < pairs.size()) {
            return Optional.empty();
        }
        double[] differences = new double[pairs.size()];
        double[] percents = new double[pairs.size()];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = other.get(i) - base.get(i);
            percents[i] = 100 * differences[i] / wholes.get(i);
        }
        return Optional.of(
                new Comparison(median(base), median(other), Estimate.of(differences), Estimate.of(percents)));
    }

    /** Of each pair its value, where it has one. */
    static List<Double> values(List<Pair> pairs, Function<Pair, @Nullable Double> quantity) {
        return pairs.stream()
                .map(quantity)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static double median(List<Double> values) {
        return Estimate.of(values.stream().mapToDouble(Double::doubleValue).toArray())
                .median();
    }
}
