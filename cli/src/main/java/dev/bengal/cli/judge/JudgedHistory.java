package dev.bengal.cli.judge;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.HistoryEvent;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.BuildStore;
import dev.bengal.store.History;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a judgement may look at.
 *
 * @param builds in {@code order}, the oldest first, whatever became of them
 * @param answer of the store, with what is wrong with the history
 */
public record JudgedHistory(
        List<BuildRecord> builds, List<HistoryEvent.Accepted> accepted, CommitOrder order, History answer) {
    /** Further back nothing counts for a level of today. */
    private static final int MOST_BUILDS = 5000;

    public JudgedHistory {
        builds = List.copyOf(builds);
        accepted = List.copyOf(accepted);
    }

    /** Asks a store for the newest builds that a filter accepts. */
    public static JudgedHistory of(BuildStore store, BuildFilter filter, CommitOrder order) {
        History answer = store.recent(filter, BuildOrder.BY_COMMIT, MOST_BUILDS);
        List<BuildRecord> builds = answer.builds().stream()
                .sorted(Comparator.comparing(BuildRecord::build, order.builds()))
                .toList();
        return new JudgedHistory(builds, accepted(store), order, answer);
    }

    private static List<HistoryEvent.Accepted> accepted(BuildStore store) {
        return store.events().stream()
                .flatMap(event -> event instanceof HistoryEvent.Accepted said ? Stream.of(said) : Stream.empty())
                .toList();
    }

    /** Those that others may be held against. */
    public List<BuildMetrics> material() {
        return builds.stream()
                .filter(BuildRecord::isBaselineMaterial)
                .map(BuildRecord::build)
                .toList();
    }

    /** The same without the builds that do not fulfil a condition. */
    public JudgedHistory only(Predicate<BuildMetrics> condition) {
        return new JudgedHistory(
                builds.stream().filter(known -> condition.test(known.build())).toList(), accepted, order, answer);
    }
}
