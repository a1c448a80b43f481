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
        return (one, other) -> {
            int order = compare(one.commit(), one.timestamp(), other.commit(), other.timestamp());
            return order == 0 ? one.identity().id().compareTo(other.identity().id()) : order;
        };
    }

    /** The same of records. Without {@link Comparator#comparing}, which a short command would link anew at each start. */
    public Comparator<BuildRecord> records() {
        Comparator<BuildMetrics> builds = builds();
        return (one, other) -> builds.compare(one.build(), other.build());
    }

    private int compare(@Nullable Commit one, Instant start, @Nullable Commit other, Instant otherStart) {
        return compare(
                one == null ? null : one.hash(),
                one == null ? null : one.time(),
                start,
                other == null ? null : other.hash(),
                other == null ? null : other.time(),
                otherStart);
    }

    /** The oldest point first. */
    public Comparator<Series.Point> points() {
        return (one, other) -> {
            int order = compare(
                    one.commit(),
                    one.commitTime(),
                    one.timestamp(),
                    other.commit(),
                    other.commitTime(),
                    other.timestamp());
            return order == 0 ? one.build().compareTo(other.build()) : order;
        };
    }

    /** By the commits' places, then by the starts. Makes nothing: thousands of builds are put in order for one answer. */
    private int compare(
            @Nullable String one,
            @Nullable Instant time,
            Instant start,
            @Nullable String other,
            @Nullable Instant otherTime,
            Instant otherStart) {
        Place place = place(one);
        Place otherPlace = place(other);
        int order = time(place, time, start).compareTo(time(otherPlace, otherTime, otherStart));
        if (order == 0) {
            order = Long.compare(position(place), position(otherPlace));
        }
        return order == 0 ? start.compareTo(otherStart) : order;
    }

    private @Nullable Place place(@Nullable String commit) {
        return commit == null || places.isEmpty() ? null : places.get(commit);
    }

    private static Instant time(@Nullable Place place, @Nullable Instant commitTime, Instant start) {
        if (place != null) {
            return place.time();
        }
        return commitTime == null ? start : commitTime;
    }

    private static long position(@Nullable Place place) {
        return place == null ? BESIDE_THE_HISTORY : place.position();
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
}
