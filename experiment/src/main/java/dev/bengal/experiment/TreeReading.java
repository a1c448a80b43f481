package dev.bengal.experiment;

/**
 * The memory of a process and all below it at one moment.
 *
 * @param largestBytes the highest that any one of them has had in memory since it started
 * @param sumBytes what all of them have in memory now; pages that they share count in each
 */
record TreeReading(long largestBytes, long sumBytes) {
    /** Both processes together, at the same moment. */
    TreeReading plus(TreeReading other) {
        return new TreeReading(Math.max(largestBytes, other.largestBytes), sumBytes + other.sumBytes);
    }

    /** The higher figure of each sort. */
    TreeReading highest(TreeReading other) {
        return new TreeReading(Math.max(largestBytes, other.largestBytes), Math.max(sumBytes, other.sumBytes));
    }
}
