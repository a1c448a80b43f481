package dev.bengal.store.columns;

import dev.bengal.store.BuildOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** The newest of the builds that are shown to it. */
public final class FoundBuilds {
    private final BuildOrder order;
    private final int limit;
    private List<Place> found = new ArrayList<>();
    private boolean isSorted = true;

    /**
     * Finds the newest.
     *
     * @param limit how many at most
     */
    public FoundBuilds(BuildOrder order, int limit) {
        this.order = order;
        this.limit = limit;
    }

    /** By which time builds come in this order. */
    public static Column time(BuildOrder order) {
        return switch (order) {
            case BY_START -> Column.STARTED;
            case BY_COMMIT -> Column.STANDS;
        };
    }

    /** Whether a build of this time could still be among the newest. */
    public boolean needs(long time) {
        return time >= oldestNeeded();
    }

    private long oldestNeeded() {
        if (found.size() < limit) {
            return Long.MIN_VALUE;
        }
        sort();
        return found.get(0).time();
    }

    /** Shows builds of a block. */
    public void add(Block block, int[] places) {
        PackedNumbers times = block.numbers(time(order));
        PackedNumbers starts = block.numbers(Column.STARTED);
        long oldest = oldestNeeded();
        for (int at : places) {
            long time = times.get(at);
            if (time >= oldest) {
                found.add(new Place(time, starts.get(at), block, at));
                isSorted = false;
            }
        }
        if (found.size() > limit) {
            sort();
            found = new ArrayList<>(found.subList(found.size() - limit, found.size()));
        }
    }

    private void sort() {
        if (!isSorted) {
            found.sort(Place::compareTo);
            isSorted = true;
        }
    }

    /** How many were found. */
    public int size() {
        return found.size();
    }

    /** Takes each build, the oldest first. */
    public void forEach(BiConsumer<Block, Integer> taker) {
        sort();
        found.forEach(place -> taker.accept(place.block(), place.at()));
    }

    private record Place(long time, long started, Block block, int at) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int comparison = Long.compare(time, other.time);
            if (comparison == 0) {
                comparison = Long.compare(started, other.started);
            }
            return comparison == 0 ? block.id(at).compareTo(other.block.id(other.at)) : comparison;
        }
    }
}
