package dev.bengal.model;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where builds stand in a series: at their commit, so that one that was measured late stands where its commit is. Commits of
 * the known first-parent history stand as they do there, whatever their clocks said; others by their time; a build without a
 * commit by its start. Builds of one commit follow each other by their start, and those of one start by their id.
 */
public final class CommitOrder {
    /** The order where no repository is at hand. */
    public static final CommitOrder BY_TIME = new CommitOrder(Map.of());

    private static final long BESIDE_THE_HISTORY = Long.MAX_VALUE;

    private final Map<String, Place> places;

    private CommitOrder(Map<String, Place> places) {
        this.places = places;
    }

    /**
     * The order of a repository.
     *
     * @param firstParents its commits along the first parents, the oldest first
     */
    public static CommitOrder of(List<DatedCommit> firstParents) {
        Map<String, Place> places = new HashMap<>();
        Instant latest = Instant.MIN;
        for (DatedCommit commit : firstParents) {
            // A clock that stepped back must not move a commit before its parent, nor tear the history apart for the
            // others.
            latest = commit.time().isAfter(latest) ? commit.time() : latest;
            places.put(commit.hash(), new Place(latest, places.size()));
        }
        return new CommitOrder(Map.copyOf(places));
    }

    /** The order of several repositories at once: within each as there, between them by time. */
    public static CommitOrder ofAll(List<CommitOrder> orders) {
        if (orders.size() == 1) {
            return orders.get(0);
        }
        Map<String, Place> places = new HashMap<>();
        orders.forEach(order -> order.places.forEach(places::putIfAbsent));
        return new CommitOrder(Map.copyOf(places));
    }

    /** The oldest build first. */
    public Comparator<BuildMetrics> builds() {
        return (one, other) -> standing(one).compareTo(standing(other));
    }

    /** The oldest point first. */
    public Comparator<Series.Point> points() {
        return (one, other) -> standing(one).compareTo(standing(other));
    }

    private Standing standing(BuildMetrics build) {
        Commit commit = build.commit();
        return standing(
                commit == null ? null : commit.hash(),
                commit == null ? null : commit.time(),
                build.timestamp(),
                build.identity().id());
    }

    private Standing standing(Series.Point point) {
        return standing(point.commit(), point.commitTime(), point.timestamp(), point.build());
    }

    private Standing standing(@Nullable String commit, @Nullable Instant commitTime, Instant start, BuildId build) {
        Place place = commit == null ? null : places.get(commit);
        if (place == null) {
            place = new Place(commitTime == null ? start : commitTime, BESIDE_THE_HISTORY);
        }
        return new Standing(place, start, build);
    }

    /** Whether it puts the same commits into the same order. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CommitOrder order && places.equals(order.places);
    }

    @Override
    public int hashCode() {
        return places.hashCode();
    }

    /** A commit and its committer's time. */
    public record DatedCommit(String hash, Instant time) {}

    private record Place(Instant time, long position) {}

    private record Standing(Place place, Instant start, BuildId build) implements Comparable<Standing> {
        @Override
        public int compareTo(Standing other) {
            int order = place.time().compareTo(other.place.time());
            if (order == 0) {
                order = Long.compare(place.position(), other.place.position());
            }
            if (order == 0) {
                order = start.compareTo(other.start);
            }
            return order == 0 ? build.compareTo(other.build) : order;
        }
    }
}
