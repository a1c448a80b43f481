package dev.bengal.store;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.CommitOrder;
import java.util.Comparator;

/** Which builds are the newest. */
public enum BuildOrder {
    /** Those that started last. */
    BY_START(BuildOrder::compareStarts),
    /** Those of the newest commits: {@link CommitOrder#BY_TIME}. A build that was measured late stands at its commit. */
    BY_COMMIT(CommitOrder.BY_TIME.builds());

    private final Comparator<BuildMetrics> comparator;

    BuildOrder(Comparator<BuildMetrics> comparator) {
        this.comparator = comparator;
    }

    private static int compareStarts(BuildMetrics one, BuildMetrics other) {
        int order = one.timestamp().compareTo(other.timestamp());
        return order == 0 ? one.identity().id().compareTo(other.identity().id()) : order;
    }

    /** The oldest first. */
    public Comparator<BuildMetrics> oldestFirst() {
        return comparator;
    }
}
