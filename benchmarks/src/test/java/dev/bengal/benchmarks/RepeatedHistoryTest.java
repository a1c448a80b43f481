package dev.bengal.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.History;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepeatedHistoryTest {
    private static final String LINE = """
            {"schema_version":1,"build_id":"origin","timestamp":"2026-11-23T10:00:00Z","project":"p","scenario":"full",\
            "outcome":"success"}
            """;

    @TempDir
    private Path folder;

    @Test
    void writeTo_isAHistoryOfDistinctBuildsWhateverWasThere() throws IOException {
        RepeatedHistory history = new RepeatedHistory(origin(), 3);
        history.writeTo(folder.resolve("root"));
        history.writeTo(folder.resolve("root"));

        History read = store(folder.resolve("root")).recent(BuildFilter.ALL, BuildOrder.BY_START, 10);

        assertThat(read.findings()).isEmpty();
        assertThat(read.builds())
                .extracting(record -> record.build().timestamp().toString())
                .containsExactly("2026-11-23T10:00:00Z", "2026-11-23T10:01:00Z", "2026-11-23T10:02:00Z");
        assertThat(read.builds())
                .extracting(record -> record.build().identity().id())
                .doesNotHaveDuplicates();
    }

    private BuildMetrics origin() throws IOException {
        Path metrics = folder.resolve("origin").resolve(MetricsDirectory.NAME);
        Files.createDirectories(metrics);
        Files.writeString(metrics.resolve("history.jsonl"), LINE);
        return store(folder.resolve("origin")).latest(BuildFilter.ALL, 1).get(0).build();
    }

    private static JournalStore store(Path root) {
        return JournalStore.of(new MetricsDirectory(root.resolve(MetricsDirectory.NAME)), "p");
    }
}
