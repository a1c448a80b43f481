package dev.bengal.store;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.CommitOrder;
import java.util.Comparator;

/** Which builds are the newest. */
public enum BuildOrder {
    /** Those that started last. */
    BY_START(Comparator.comparing(BuildMetrics::timestamp)
            .thenComparing(build -> build.identity().id())),
    /** Those of the newest commits: {@link CommitOrder#BY_TIME}. A build that was measured late stands at its commit. */
    BY_COMMIT(CommitOrder.BY_TIME.builds());

    private final Comparator<BuildMetrics> comparator;

    BuildOrder(Comparator<BuildMetrics> comparator) {
        this.comparator = comparator;
    }

    /** The oldest first. */
    public Comparator<BuildMetrics> oldestFirst() {
        return comparator;
    }
}
