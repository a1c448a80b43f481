package dev.bengal.model;

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

    /** Whether a build with this value says nothing new. */
    public boolean holds(double value) {
        return low <= value && value <= high;
    }
}
