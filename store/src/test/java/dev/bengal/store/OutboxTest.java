package dev.bengal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bengal.journal.Journal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private Journal journal;
    private FakeSharedStore store;

    @BeforeEach
    void open() {
        journal = new Journal(folder.resolve("history.jsonl"));
        store = new FakeSharedStore("postgresql://db/team");
    }

    private Outbox outbox() {
        return outbox(100);
    }

    private Outbox outbox(int batch) {
        return new Outbox(journal, store, batch, () -> 0);
    }

    @Test
    void deliver_withoutAJournalDeliversNothing() {
        assertThat(outbox().deliver(LONG)).isEqualTo(Delivery.NOTHING);
        assertThat(outbox().isEmpty()).isTrue();
        assertThat(store.batches).isEmpty();
    }

    @Test
    void deliver_bringsEachLineOnceAndInOrder() {
        journal.append("{1}");
        journal.append("{2}");

        assertThat(outbox().isEmpty()).isFalse();
        assertThat(outbox().deliver(LONG)).isEqualTo(new Delivery(2, 0, true));
        assertThat(outbox().isEmpty()).isTrue();
        journal.append("{3}");
        assertThat(outbox().deliver(LONG)).isEqualTo(new Delivery(1, 0, true));
        assertThat(outbox().deliver(LONG)).isEqualTo(Delivery.NOTHING);

        assertThat(store.lines).containsExactly("{1}", "{2}", "{3}");
        assertThat(store.batches).containsExactly(2, 1);
    }

    @Test
    void deliver_goesOnAfterAFailureWhereItWas() {
        journal.append("{1}");
        store.failure = SharedStoreException.unreachable("no answer", null);
        assertThatThrownBy(() -> outbox().deliver(LONG)).isSameAs(store.failure);
        journal.append("{2}");

        store.failure = null;

        assertThat(outbox().deliver(LONG)).isEqualTo(new Delivery(2, 0, true));
        assertThat(store.lines).containsExactly("{1}", "{2}");
    }

    @Test
    void deliver_keepsTheMarkBehindTheBatchesThatArrived() {
        for (int i = 1; i <= 5; i++) {
            journal.append("{" + i + "}");
        }
        store.meanwhile = () -> {
            if (store.batches.size() == 1) {
                throw SharedStoreException.unreachable("the server went away", null);
            }
        };
        assertThatThrownBy(() -> outbox(2).deliver(LONG)).hasMessage("the server went away");
        store.meanwhile = () -> {};

        outbox(2).deliver(LONG);

        assertThat(store.handovers).isEqualTo(2);
        assertThat(store.open).isZero();
        assertThat(store.batches).containsExactly(2, 2, 1);
        assertThat(store.lines).containsExactly("{1}", "{2}", "{3}", "{4}", "{5}");
    }

    @Test
    void deliver_beginsNoFurtherBatchAfterItsTime() {
        for (int i = 1; i <= 5; i++) {
            journal.append("{" + i + "}");
        }
        AtomicLong nanos = new AtomicLong();
        store.meanwhile = () -> nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        Outbox outbox = new Outbox(journal, store, 2, nanos::get);

        assertThat(outbox.deliver(Duration.ofSeconds(1))).isEqualTo(new Delivery(2, 0, false));
        assertThat(outbox.deliver(Duration.ofSeconds(3))).isEqualTo(new Delivery(3, 0, true));
    }

    @Test
    void deliver_leavesATornLineUntilItIsWhole() throws IOException {
        journal.append("{1}");
        Files.writeString(journal.file(), "{2", StandardOpenOption.APPEND);

        outbox().deliver(LONG);
        assertThat(store.lines).containsExactly("{1}");
        assertThat(outbox().isEmpty()).isFalse();

        Files.writeString(journal.file(), "}", StandardOpenOption.APPEND);
        outbox().deliver(LONG);
        assertThat(store.lines).containsExactly("{1}", "{2}");
    }

    @Test
    void deliver_offersAReplacedJournalAnew() throws IOException {
        journal.append("{1}");
        journal.append("{2}");
        outbox().deliver(LONG);
        replace("{2}\n{pruned}\n{3}\n");

        assertThat(outbox().isEmpty()).isFalse();
        assertThat(outbox().deliver(LONG)).isEqualTo(new Delivery(2, 0, true));
        assertThat(store.lines).containsExactly("{1}", "{2}", "{pruned}", "{3}");
    }

    @Test
    void deliver_doesNotMarkAJournalThatCameMeanwhile() throws IOException {
        journal.append("{1}");
        journal.append("{2}");
        store.meanwhile = () -> replace("{8}\n{9}\n");

        assertThat(outbox().deliver(LONG).isWhole()).isFalse();
        store.meanwhile = () -> {};
        outbox().deliver(LONG);

        assertThat(store.lines).containsExactly("{1}", "{2}", "{8}", "{9}");
    }

    @Test
    void mark_thatIsDamagedCostsADeliveryFromTheStart() throws IOException {
        journal.append("{1}");
        for (String damage : new String[] {"", "x", "1 2", "-4 1 0", "4 1 7", "99999999999999999999 1 1"}) {
            outbox().deliver(LONG);
            Files.writeString(outbox().file(), damage);

            assertThat(outbox().deliver(LONG)).as(damage).isEqualTo(new Delivery(0, 0, true));
        }
        assertThat(store.batches).hasSize(7);
        assertThat(store.lines).containsExactly("{1}");
    }

    @Test
    void mark_thatIsForgottenHasAllOfferedAgain() {
        journal.append("{1}");
        outbox().deliver(LONG);
        store.lines.clear();

        outbox().forget();
        outbox().forget();

        assertThat(outbox().deliver(LONG)).isEqualTo(new Delivery(1, 0, true));
    }

    @Test
    void mark_isOneForEachStore() {
        journal.append("{1}");
        outbox().deliver(LONG);
        FakeSharedStore other = new FakeSharedStore("postgresql://db/other");

        new Outbox(journal, other, 100, () -> 0).deliver(LONG);

        assertThat(other.lines).containsExactly("{1}");
        assertThat(outbox().file().getFileName().toString()).matches("delivered-[0-9a-f]{16}");
    }

    private void replace(String content) {
        try {
            Path other = folder.resolve("other");
            Files.writeString(other, content);
            Files.move(other, journal.file(), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
