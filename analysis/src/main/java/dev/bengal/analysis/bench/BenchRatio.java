package dev.bengal.analysis.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How many times as long one command takes as another, which ran in turn with it.
 *
 * @param ofMedians the median of the one divided by that of the other
 * @param low of an interval that holds the true median of the pairs' ratios in at least 95 % of all cases, like
 *     {@code high}; null below 6 pairs. A pair is the two runs of one round, which a busy spell of the machine hits alike. The
 *     ratio of the medians may lie outside of it, since it is another quantity.
 */
public record BenchRatio(
        double ofMedians, @Nullable Double low, @Nullable Double high) {
    /** @param reference what the command is held against; ran as often */
    static BenchRatio of(BenchedCommand command, BenchedCommand reference) {
        int pairs = Math.min(command.runs().size(), reference.runs().size());
        List<Double> ratios = IntStream.range(0, pairs)
                .mapToObj(i -> command.runs().get(i).wallMillis()
                        / reference.runs().get(i).wallMillis())
                .toList();
        MedianEstimate ofPairs = MedianEstimate.of(ratios);
        return new BenchRatio(
                command.summary().wall().median() / reference.summary().wall().median(), ofPairs.low(), ofPairs.high());
    }

    /** Whether the interval leaves no room for the two being equally fast. */
    public boolean isClear() {
        return low != null && high != null && (low > 1 || high < 1);
    }
}
