package dev.bengal.analysis.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which values of a sample lie so far from its median that they should be doubted: those with a modified z-score beyond 3.5,
 * that is 0.6745 times their distance from the median, divided by the median of all such distances. Where more than half of
 * the values are equal, that divisor is 0, and 1.2533 times the mean distance takes the place of 1.4826 times the median
 * one.
 *
 * @param indices in the sample, in order
 * @param tooHigh those of them above the median
 * @see <a href="https://www.itl.nist.gov/div898/handbook/eda/section3/eda35h.htm">Iglewicz and Hoaglin, 1993, in the NIST
 *     Handbook, 1.3.5.17</a>
 */
public record Outliers(List<Integer> indices, List<Integer> tooHigh) {
    /** How the rule is called where it is shown. */
    public static final String RULE = "modified z-score beyond 3.5";

    /** Fewer say nothing of what is usual. */
    static final int FEWEST = 5;

    private static final double LIMIT = 3.5;
    private static final double SIGMA_PER_MEDIAN_DISTANCE = 1.4826;
    private static final double SIGMA_PER_MEAN_DISTANCE = 1.2533;

    public Outliers {
        indices = List.copyOf(indices);
        tooHigh = List.copyOf(tooHigh);
    }

    /**
     * Those of a sample.
     *
     * @param sample in the order taken; of fewer than 5 values none is an outlier
     */
    public static Outliers of(List<Double> sample) {
        if (sample.size() < FEWEST) {
            return new Outliers(List.of(), List.of());
        }
        double median = MedianEstimate.median(sample.stream().sorted().toList());
        double limit = LIMIT * sigma(sample, median);
        List<Integer> indices = IntStream.range(0, sample.size())
                .filter(i -> Math.abs(sample.get(i) - median) > limit)
                .boxed()
                .toList();
        return new Outliers(
                indices, indices.stream().filter(i -> sample.get(i) > median).toList());
    }

    private static double sigma(List<Double> sample, double median) {
        List<Double> distances =
                sample.stream().map(value -> Math.abs(value - median)).sorted().toList();
        double middle = MedianEstimate.median(distances);
        return middle > 0
                ? SIGMA_PER_MEDIAN_DISTANCE * middle
                : SIGMA_PER_MEAN_DISTANCE
                        * distances.stream()
                                .mapToDouble(Double::doubleValue)
                                .average()
                                .orElse(0);
    }
}
