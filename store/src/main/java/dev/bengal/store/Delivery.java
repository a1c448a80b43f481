package dev.bengal.store;

/**
 * What was new to a store.
 *
 * @param isWhole whether nothing is left to be delivered
 */
public record Delivery(long builds, long events, boolean isWhole) {
    /** Nothing was new, and nothing is left. */
    public static final Delivery NOTHING = new Delivery(0, 0, true);

    /** Both; the later one says whether anything is left. */
    public Delivery and(Delivery later) {
        return new Delivery(builds + later.builds, events + later.events, later.isWhole);
    }

    /** The same, and something is left. */
    public Delivery unfinished() {
        return new Delivery(builds, events, false);
    }
}
