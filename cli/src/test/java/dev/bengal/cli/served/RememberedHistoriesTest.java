package dev.bengal.cli.served;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.cli.StepHistory;
import dev.bengal.cli.judge.JudgedHistory;
import dev.bengal.journal.Journal;
import dev.bengal.model.BuildId;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.HistoryEvent;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedHistoriesTest {
    @TempDir
    private Path folder;

    private JournalStore store() {
        return new JournalStore(new Journal(folder.resolve(".bengal-metrics/history.jsonl")), "docs");
    }

    @Test
    void history_isReadOnceUntilItGrows() throws IOException {
        StepHistory.write(folder, 40, 40);
        RememberedHistories histories = new RememberedHistories(store());
        JudgedHistory first = histories.of(BuildFilter.ALL, 30, CommitOrder.BY_TIME);

        assertThat(first.builds()).hasSize(30);
        assertThat(histories.of(BuildFilter.ALL, 30, CommitOrder.BY_TIME).answer())
                .isSameAs(first.answer());
        assertThat(histories.of(BuildFilter.ALL, 40, CommitOrder.BY_TIME).builds())
                .hasSize(40);

        store().append(new HistoryEvent.Accepted(
                new HistoryEvent.Stamp(new BuildId("e1"), Instant.parse("2026-05-01T00:00:00Z"), "somebody"),
                "docs",
                "b20",
                null,
                null,
                "it is right"));

        JudgedHistory later = histories.of(BuildFilter.ALL, 30, CommitOrder.BY_TIME);
        assertThat(later.answer()).isNotSameAs(first.answer());
        assertThat(later.accepted()).hasSize(1);
        assertThat(first.accepted()).isEmpty();
    }
}
