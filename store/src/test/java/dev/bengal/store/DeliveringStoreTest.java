package dev.bengal.store;

import static dev.bengal.store.BuildStoreContract.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.journal.Journal;
import dev.bengal.model.sample.SampleBuild;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveringStoreTest {
    @TempDir
    private Path folder;

    private final List<String> warnings = new ArrayList<>();
    private final FakeSharedStore shared = new FakeSharedStore("postgresql://db/team");
    private Journal journal;

    @BeforeEach
    void open() {
        journal = new Journal(folder.resolve("history.jsonl"));
    }

    private DeliveringStore store() {
        return new DeliveringStore(
                new JournalStore(journal, "docs"),
                shared,
                new Outbox(journal, shared),
                Duration.ofHours(1),
                warnings::add);
    }

    @Test
    void append_keepsABuildHereAndThere() {
        store().append(SampleBuild.id("a").build());

        assertThat(shared.lines).hasSize(1);
        assertThat(new JournalStore(journal, "docs")
                        .recent(BuildFilter.ALL, BuildOrder.BY_START, 9)
                        .recorded())
                .isEqualTo(1);
        assertThat(warnings).isEmpty();
    }

    @Test
    void questions_areAnsweredByTheSharedStore() {
        assertThat(store().recent(BuildFilter.ALL, BuildOrder.BY_START, 1).recorded())
                .isEqualTo(1_000_000);
    }

    @Test
    void outOfReach_costsOneWarningAndNoBuild() {
        shared.failure = SharedStoreException.unreachable("postgresql://db/team cannot be reached.", null);
        DeliveringStore store = store();
        store.append(SampleBuild.id("a").build());
        store.append(SampleBuild.id("b").start("2026-04-01T00:00:00Z").build());

        assertThat(ids(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 9).builds()))
                .containsExactly("a", "b");
        assertThat(ids(store.latest(BuildFilter.ALL, 9))).containsExactly("a", "b");
        assertThat(warnings)
                .containsExactly(
                        "postgresql://db/team cannot be reached. What is recorded here is kept and delivered later;"
                                + " until then the history of this machine has to do.");

        shared.failure = null;
        store().append(SampleBuild.id("c").build());
        assertThat(shared.lines).hasSize(3);
    }

    @Test
    void refusedDelivery_leavesTheSharedAnswer() {
        store().append(SampleBuild.id("a").build());
        shared.meanwhile = () -> {
            throw SharedStoreException.refused("postgresql://db/team may not be written.", null);
        };
        DeliveringStore store = store();
        store.append(SampleBuild.id("b").build());

        assertThat(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 1).recorded())
                .isEqualTo(1_000_000);
        assertThat(warnings)
                .containsExactly(
                        "postgresql://db/team may not be written. What is recorded here is kept, and delivered by"
                                + " the next command that can.");
    }
}
