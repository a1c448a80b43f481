package dev.bengal.store;

import static dev.bengal.store.BuildStoreContract.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.model.BuildId;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the builds of every store of which something is said. */
interface EventsContract extends TestedStore {
    String CLEAN = "0123456789abcdef0123456789abcdef01234567";

    @Test
    default void events_takeABuildOutOfJudgementAndBackIn() {
        append("a", "2026-03-01T00:00:00Z");
        append("b", "2026-03-02T00:00:00Z");
        store().append(excluded("e1", "2026-03-03T00:00:00Z", "a"));
        store().append(excluded("e2", "2026-03-03T00:00:00Z", "b"));
        store().append(new HistoryEvent.Included(
                stamp("e3", "2026-03-04T00:00:00Z"), new BuildId("b"), "it was right"));

        assertThat(store().recent(BuildFilter.ALL, BuildOrder.BY_START, 10).builds())
                .extracting(BuildRecord::excluded)
                .containsExactly("the disk was full", null);
        assertThat(ids(store().recent(BuildFilter.ALL.baselineMaterial(), BuildOrder.BY_START, 10)
                        .builds()))
                .containsExactly("b");
        assertThat(ids(store().latest(BuildFilter.ALL.baselineMaterial(), 10))).containsExactly("b");
        assertThat(store().latest(BuildFilter.ALL, 10))
                .extracting(BuildRecord::excluded)
                .containsExactly("the disk was full", null);
    }

    @Test
    default void events_areToldOnceInTheOrderOfTheirTimes() {
        HistoryEvent accepted = new HistoryEvent.Accepted(
                stamp("e1", "2026-03-05T00:00:00Z"), "docs", CLEAN, "site full", null, "a larger site");
        HistoryEvent everything = new HistoryEvent.Accepted(
                stamp("e0", "2026-03-06T00:00:00Z"), "docs", CLEAN, null, "allocated_mb", "größer");
        HistoryEvent excluded = excluded("e2", "2026-03-03T00:00:00Z", "gone");
        store().append(everything);
        store().append(accepted);
        store().append(excluded);
        store().append(accepted);

        assertThat(store().events()).containsExactly(excluded, accepted, everything);
    }

    @Test
    default void mark_changesWithWhateverIsKept() {
        Object empty = store().mark();
        append("a", "2026-03-01T00:00:00Z");
        Object one = store().mark();
        store().append(excluded("e1", "2026-03-03T00:00:00Z", "a"));
        Object said = store().mark();
        append("b", "2026-03-02T00:00:00Z");
        store().append(new HistoryEvent.Pruned(
                stamp("e2", "2026-03-04T00:00:00Z"), List.of(new BuildId("a")), "old.jsonl.gz"));
        Object pruned = store().mark();

        assertThat(List.of(empty, one, said, pruned)).doesNotHaveDuplicates();
        assertThat(store().mark()).isEqualTo(pruned);
    }

    @Test
    default void pruned_buildsAreGoneAndStayGone() {
        append("a", "2026-03-01T00:00:00Z");
        append("b", "2026-03-02T00:00:00Z");
        store().append(new HistoryEvent.Pruned(
                stamp("e1", "2026-03-03T00:00:00Z"), List.of(new BuildId("a"), new BuildId("c")), "old.jsonl.gz"));
        append("a", "2026-03-01T00:00:00Z");
        append("c", "2026-03-01T00:00:00Z");

        History history = store().recent(BuildFilter.ALL, BuildOrder.BY_START, 10);

        assertThat(ids(history.builds())).containsExactly("b");
        assertThat(history.recorded()).isEqualTo(1);
        assertThat(store().events()).isEmpty();
    }

    private static HistoryEvent excluded(String id, String time, String build) {
        return new HistoryEvent.Excluded(stamp(id, time), new BuildId(build), "the disk was full");
    }

    private static HistoryEvent.Stamp stamp(String id, String time) {
        return new HistoryEvent.Stamp(new BuildId(id), Instant.parse(time), "Ada");
    }
}
