package dev.bengal.analysis.bench;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The runs of one command, summed up.
 *
 * @param wall of the wall times in milliseconds, like what follows
 * @param mean of all of them
 * @param deviation the standard deviation of the sample (n − 1), or null for one run
 * @param outliers among the wall times, by the number of the run from 0
 * @param slowStart whether the first run is an outlier above all others, so that the caches were cold in it
 * @param user the median, or null where not every run measured it, like {@code system}
 * @param peakMebibytes the highest of all runs, or null where none measured it
 */
public record RunSummary(
        MedianEstimate wall,
        double min,
        double max,
        double mean,
        @Nullable Double deviation,
        Outliers outliers,
        boolean slowStart,
        @Nullable Double user,
        @Nullable Double system,
        @Nullable Double peakMebibytes) {
    /**
     * Sums up.
     *
     * @param runs in the order taken, not empty
     */
    public static RunSummary of(List<CommandRun> runs) {
        List<Double> wall = runs.stream().map(CommandRun::wallMillis).toList();
        double mean = wall.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        Outliers outliers = Outliers.of(wall);
        return new RunSummary(
                MedianEstimate.of(wall),
                wall.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                wall.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                mean,
                deviation(wall, mean),
                outliers,
                outliers.tooHigh().contains(0) && wall.get(0).equals(Collections.max(wall)),
                median(runs, CommandRun::userMillis),
                median(runs, CommandRun::systemMillis),
                highest(runs));
    }

    private static @Nullable Double deviation(List<Double> values, double mean) {
        if (values.size() < 2) {
            return null;
        }
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (values.size() - 1));
    }

    private static @Nullable Double median(List<CommandRun> runs, Function<CommandRun, @Nullable Double> reading) {
        List<Double> values = values(runs, reading);
        return values.size() < runs.size()
                ? null
                : Double.valueOf(MedianEstimate.of(values).median());
    }

    private static @Nullable Double highest(List<CommandRun> runs) {
        return values(runs, CommandRun::peakMebibytes).stream()
                .max(Double::compare)
                .orElse(null);
    }

    private static List<Double> values(List<CommandRun> runs, Function<CommandRun, @Nullable Double> reading) {
        return runs.stream()
                .map(reading)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
    }
}
