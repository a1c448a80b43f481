package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.journal.Journal;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Outcome;
import dev.bengal.model.Series;
import dev.bengal.store.sql.SqliteIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a store says about its history, to be held against what another one says.
 *
 * @param series in no order among each other
 */
public record Answers(
        List<History> histories, List<List<Series>> series, List<List<ThinSeries>> thinned, List<HistoryEvent> events) {
    /** So few that a short history has several blocks, and builds behind the last one. */
    private static final int BLOCK = 16;

    private static final List<BuildFilter> FILTERS = List.of(
            BuildFilter.ALL,
            BuildFilter.ALL.project("other"),
            BuildFilter.ALL.scenario("größer").environment("de"),
            BuildFilter.ALL.branch("main").outcome(Outcome.SUCCESS),
            BuildFilter.ALL.baselineMaterial(),
            BuildFilter.ALL.commit("0000000").id("id1"),
            BuildFilter.ALL
                    .and(new Condition.IsNot(TextColumn.ID, "id3"))
                    .and(new Condition.IsNot(TextColumn.BRANCH, "main"))
                    .and(new Condition.BeginsWith(TextColumn.PROJECT, "d")),
            BuildFilter.ALL.since(Instant.parse("2026-01-10T00:00:00Z")).until(Instant.parse("2026-02-01T00:00:00Z")));
    private static final List<String> METRICS = List.of(
            "total_duration_ms",
            "gc_ms",
            "output_mb",
            "phase.phase 1.duration_ms",
            "phase.rendering.duration_ms",
            "none");

    /** Of a store that reads the journal and no index. */
    public static Answers ofTheJournal(Journal journal) {
        return of(new JournalStore(journal, "docs"));
    }

    /** Of a store that asks an index, whatever the length of the journal. */
    public static Answers ofTheIndex(Journal journal) {
        return of(new JournalStore(journal, "docs", new SqliteIndex(journal, "docs", BLOCK), -1));
    }

    /** Of an index itself, without the journal to fall back on. */
    public static Answers ofTheIndexAlone(Journal journal) {
        return new SqliteIndex(journal, "docs", BLOCK).ask(Answers::of);
    }

    private static Answers of(BuildReader store) {
        List<History> histories = new ArrayList<>();
        List<List<Series>> series = new ArrayList<>();
        for (BuildFilter filter : FILTERS) {
            for (BuildOrder order : BuildOrder.values()) {
                histories.add(store.recent(filter, order, 7));
            }
            series.add(sorted(store.series(filter, "total_duration_ms", 25)));
        }
        for (String metric : METRICS) {
            series.add(sorted(store.series(BuildFilter.ALL, metric, Integer.MAX_VALUE)));
        }
        List<List<ThinSeries>> thinned = new ArrayList<>();
        for (BuildFilter filter : FILTERS) {
            thinned.add(store.thinned(filter, "total_duration_ms", 12).stream()
                    .sorted(Comparator.comparing(
                                    (ThinSeries thin) -> thin.series().project())
                            .thenComparing(thin -> thin.series().scenario().name()))
                    .toList());
        }
        histories.add(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 100_000));
        return new Answers(histories, series, thinned, store.events());
    }

    private static List<Series> sorted(List<Series> series) {
        return series.stream()
                .sorted(Comparator.comparing(Series::project)
                        .thenComparing(one -> one.scenario().name()))
                .toList();
    }

    /**
     * Holds one answer of an index, and what it says of the lines, against that of the journal: for a history that takes so long to walk
     * through that not every question can be asked of it.
     */
    public static void assertIndexHoldsTheSame(Journal journal) {
        History expected = new JournalStore(journal, "docs").recent(BuildFilter.ALL, BuildOrder.BY_START, 100_000);

        History history = new SqliteIndex(journal, "docs", BLOCK)
                .ask(index -> index.recent(BuildFilter.ALL, BuildOrder.BY_START, 100_000));

        assertThat(history).isEqualTo(expected);
    }

    /** Holds the answers of an index against those of the journal, and insists that the index gives them itself. */
    public static void assertIndexSaysTheSame(Journal journal) {
        Answers expected = ofTheJournal(journal);
        Answers answers = ofTheIndexAlone(journal);
        assertThat(answers.events()).isEqualTo(expected.events());
        for (int i = 0; i < answers.histories().size(); i++) {
            History history = answers.histories().get(i);
            History other = expected.histories().get(i);
            assertThat(history.findings()).isEqualTo(other.findings());
            assertThat(history.recorded()).isEqualTo(other.recorded());
            assertThat(history.builds()).isEqualTo(other.builds());
        }
        for (int i = 0; i < answers.series().size(); i++) {
            assertThat(answers.series().get(i)).isEqualTo(expected.series().get(i));
        }
        assertThat(answers).isEqualTo(expected);
    }
}
