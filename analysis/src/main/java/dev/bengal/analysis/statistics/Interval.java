package dev.bengal.analysis.statistics;

/**
 * Where a true value lies, with the confidence that whoever made it says.
 *
 * @param low may be negative infinity
 * @param high not below {@code low}; may be infinity
 */
public record Interval(double low, double high) {
    /** Everything: nothing is known. */
    public static final Interval UNBOUNDED = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("an interval from " + low + " to " + high + " holds nothing");
        }
    }

    /** Whether both ends are known. */
    public boolean isBounded() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    /** Whether {@code value} lies in it; its ends do. */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** From here to the farther end, however far. */
    public double reachFrom(double value) {
        return Math.max(high - value, value - low);
    }

    /** The interval of the value that is seen the other way round. */
    public Interval negated() {
        return new Interval(-high, -low);
    }
}
