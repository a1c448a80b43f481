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
    private long nanos = Long.MAX_VALUE - 1;

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
                warnings::add,
                () -> nanos);
    }

    private void after(long seconds) {
        nanos += Duration.ofSeconds(seconds).toNanos();
    }

    private static long recorded(DeliveringStore store) {
        return store.recent(BuildFilter.ALL, BuildOrder.BY_START, 9).recorded();
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

    @Test
    void outOfReach_isAskedAgainAfterAPauseAndComesBackByItself() {
        DeliveringStore store = store();
        Object there = store.mark();
        shared.failure = SharedStoreException.unreachable("postgresql://db/team cannot be reached.", null);
        store.append(SampleBuild.id("a").build());
        Object gone = store.mark();

        assertThat(gone).isNotEqualTo(there).isEqualTo(store.mark());
        assertThat(store.troubles()).singleElement().asString().contains("cannot be reached", "this machine");

        shared.failure = null;
        after(9);
        assertThat(recorded(store)).isEqualTo(1);
        after(1);
        assertThat(recorded(store)).isEqualTo(1_000_000);

        assertThat(shared.lines).hasSize(1);
        assertThat(store.mark()).isNotEqualTo(gone);
        assertThat(store.troubles()).isEmpty();
        assertThat(warnings).hasSize(2).last().isEqualTo("postgresql://db/team can be reached again.");
    }

    @Test
    void outOfReach_isAskedAgainMoreAndMoreSeldom() {
        DeliveringStore store = store();
        shared.failure = SharedStoreException.unreachable("postgresql://db/team cannot be reached.", null);
        List<Integer> asked = new ArrayList<>();
        for (int second = 0; second <= 1_300; second++) {
            int before = shared.refusals;
            assertThat(recorded(store)).isZero();
            if (shared.refusals > before) {
                asked.add(second);
            }
            after(1);
        }

        // After 10, 20, 40, 80, 160 and then every 300 seconds.
        assertThat(asked).containsExactly(0, 10, 30, 70, 150, 310, 610, 910, 1210);
        assertThat(warnings).hasSize(1);
    }

    @Test
    void secondOutage_isWarnedOfAgainAndBeginsWithAShortPause() {
        DeliveringStore store = store();
        for (int i = 0; i < 2; i++) {
            shared.failure = SharedStoreException.unreachable("postgresql://db/team cannot be reached.", null);
            assertThat(recorded(store)).isZero();
            after(10);
            assertThat(recorded(store)).isZero();
            shared.failure = null;
            after(20);
            assertThat(recorded(store)).isEqualTo(1_000_000);
        }
        assertThat(warnings).hasSize(4);
    }

    @Test
    void append_findsASharedStoreThatIsThereAgain() {
        DeliveringStore store = store();
        shared.failure = SharedStoreException.unreachable("postgresql://db/team cannot be reached.", null);
        store.append(SampleBuild.id("a").build());
        shared.failure = null;
        after(10);
        store.append(SampleBuild.id("b").build());

        assertThat(shared.lines).hasSize(2);
        assertThat(store.troubles()).isEmpty();
    }

    @Test
    void refusedDelivery_isATroubleUntilItIsTaken() {
        DeliveringStore store = store();
        Object before = store.mark();
        shared.meanwhile = () -> {
            throw SharedStoreException.refused("postgresql://db/team may not be written.", null);
        };
        store.append(SampleBuild.id("a").build());
        assertThat(store.troubles()).singleElement().asString().contains("may not be written");
        assertThat(store.mark()).isNotEqualTo(before);

        shared.meanwhile = () -> {};
        assertThat(recorded(store)).isEqualTo(1_000_000);
        assertThat(store.troubles()).isEmpty();
    }
}
