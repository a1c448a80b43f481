package dev.bengal.analysis;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A promise about a metric: a fixed value that no build may exceed. It is no guess, so one build is enough to break it.
 *
 * @param metric its name
 * @param scenario the name of the only one in which it holds, or null for all
 * @param most in the metric's unit, of each page where {@code perPage}; where more is better, the least instead
 * @param perPage whether it holds for each page, from {@link Budgets#FEWEST_PAGES} pages up
 */
public record Budget(String metric, @Nullable String scenario, double most, boolean perPage) {
    public Budget {
        Objects.requireNonNull(metric, "metric");
        if (!Double.isFinite(most)) {
            throw new IllegalArgumentException("a budget of " + most + " for " + metric + "; it must be a number");
        }
    }
}
