package dev.bengal.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.cli.StepHistory;
import dev.bengal.journal.Journal;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.Series;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgedHistoryTest {
    private static final int BUILDS = 30;

    @TempDir
    private Path folder;

    private JudgedHistory history(CommitOrder order) throws IOException {
        StepHistory.write(folder, BUILDS, BUILDS);
        JournalStore store = new JournalStore(new Journal(folder.resolve(".bengal-metrics/history.jsonl")), "docs");
        return JudgedHistory.of(store, BuildFilter.ALL, order);
    }

    @Test
    void trackedSeries_areThoseOfTheMetricsThatAreTracked() throws IOException {
        JudgedHistory history = history(CommitOrder.BY_TIME);

        assertThat(history.trackedSeries()).isNotEmpty().isEqualTo(history.series(history.tracked()));
    }

    @Test
    void series_areInTheOrderOfTheRepositoryWhateverTheClocksSaid() throws IOException {
        List<CommitOrder.DatedCommit> newestFirst = new ArrayList<>();
        for (BuildMetrics build : history(CommitOrder.BY_TIME).material()) {
            newestFirst.add(
                    0,
                    new CommitOrder.DatedCommit(
                            Objects.requireNonNull(build.commit()).hash(), Instant.parse("2026-01-01T00:00:00Z")));
        }
        CommitOrder order = CommitOrder.of(newestFirst);

        for (Series series : history(order).trackedSeries()) {
            assertThat(series).isEqualTo(series.in(order)).isNotEqualTo(series.in(CommitOrder.BY_TIME));
        }
    }
}
