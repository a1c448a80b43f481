package dev.bengal.model;

import org.jspecify.annotations.Nullable;

/**
 * Where a metric lies as long as nothing changes: its current level and the band that one more build falls into. Of builds on that
 * level one in a hundred lies outside by noise, and the wild ones; no limit is asked, so that outside is no regression yet.
 *
 * @param low in the metric's unit, like {@code middle} and {@code high}
 * @param middle the median
 */
public record UsualLevel(double low, double middle, double high) {
    public UsualLevel {
        if (!(low <= middle && middle <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("no band reaches from " + low + " over " + middle + " to " + high);
        }
    }

    // Written out for the reason given at BuildId.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UsualLevel level
                && Double.compare(low, level.low) == 0
                && Double.compare(middle, level.middle) == 0
                && Double.compare(high, level.high) == 0;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Double.hashCode(low) + Double.hashCode(middle)) + Double.hashCode(high);
    }

    /** Whether a build with this value says nothing new. */
    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
