package dev.bengal.analysis;

/**
 * How large a change of a metric has to be before anyone needs to care. Both must be exceeded.
 *
 * @param growth a share of the value before, such as 0.2; not below 0
 * @param change a difference in the metric's unit; not below 0
 */
public record Limit(double growth, double change) {
    public Limit {
        if (!(growth >= 0) || !(change >= 0)) {
            throw new IllegalArgumentException("a limit of " + growth + " and " + change + ": neither may be below 0");
        }
    }

    /** A share alone. */
    public static Limit ofGrowth(double growth) {
        return new Limit(growth, 0);
    }

    /** Whether the step from {@code before} to {@code after} reaches both, in either direction. */
    boolean isReachedBy(double before, double after) {
        double difference = Math.abs(after - before);
        boolean relevant = before <= 0 || difference >= growth * before * (1 - 1e-12);
        return relevant && difference > 0 && difference >= change;
    }
}
