package dev.bengal.store;

import static dev.bengal.store.BuildStoreContract.ids;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bengal.journal.Journal;
import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.sample.SampleBuild;
import dev.bengal.store.sql.SqlStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server that is stopped and started while builds are recorded. */
class SqlOutageTest {
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private int port;
    private @Nullable EmbeddedPostgres server;
    private SqlStore store;
    private Journal journal;

    @BeforeEach
    void open() {
        port = PostgresServer.freePort();
        store = PostgresServer.store("postgresql://postgres@127.0.0.1:" + port + "/postgres", Map.of());
        journal = new Journal(folder.resolve("history.jsonl"));
    }

    private void start() throws IOException {
        server = PostgresServer.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .start();
    }

    @AfterEach
    void stop() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @Test
    void buildsRecordedWhileTheServerIsDown_arriveOnceAndInOrder() throws IOException {
        List<String> warnings = new ArrayList<>();
        record("a", warnings);
        start();
        record("b", warnings);
        stop();
        record("c", warnings);
        record("d", warnings);
        start();
        record("e", warnings);

        assertThat(ids(store.latest(BuildFilter.ALL, 9))).containsExactly("a", "b", "c", "d", "e");
        assertThat(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 9).recorded())
                .isEqualTo(5);
        assertThat(warnings).hasSize(3).allMatch(warning -> warning.contains("cannot be reached"));
        assertThat(new Outbox(journal, store).isEmpty()).isTrue();
    }

    /** As a process of its own would. */
    private void record(String id, List<String> warnings) {
        new DeliveringStore(new JournalStore(journal, "docs"), store, new Outbox(journal, store), LONG, warnings::add)
                .append(SampleBuild.id(id).build());
    }

    /** It is stopped while batches are on their way, twice; a delivery that comes far waits until it is down. */
    @Test
    @Tag("heavy")
    void serverStoppedAndStartedDuringBatches_losesNothingAndKeepsNothingTwice() throws Exception {
        int builds = 1_500;
        for (int outage = 1; outage <= 2; outage++) {
            int first = (outage - 1) * builds;
            journal.append(IntStream.range(first, first + builds)
                    .mapToObj(i -> RecordEncoder.line(
                            SampleBuild.id(String.format("%05d", i)).millis(i).build()))
                    .toList());
            start();
            CountDownLatch underWay = new CountDownLatch(20);
            CountDownLatch down = new CountDownLatch(1);
            CountDownLatch refused = new CountDownLatch(1);
            AtomicInteger batches = new AtomicInteger();
            Outbox outbox = new Outbox(journal, store, 20, () -> {
                underWay.countDown();
                if (batches.incrementAndGet() > 40) {
                    awaitUninterruptibly(down);
                }
                return System.nanoTime();
            });
            CompletableFuture<Long> delivering =
                    CompletableFuture.supplyAsync(() -> deliverUntilAllIsThere(outbox, refused));
            underWay.await();
            stop();
            down.countDown();
            refused.await();
            start();

            // What was new is counted where the answer came back; a commit whose answer was lost is not counted, nor
            // repeated.
            assertThat(delivering.get()).isLessThanOrEqualTo(builds);
            assertThat(ids(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 9_999)
                            .builds()))
                    .hasSize(outage * builds)
                    .doesNotHaveDuplicates();
            assertThat(store.recent(BuildFilter.ALL, BuildOrder.BY_START, 1).recorded())
                    .isEqualTo((long) outage * builds);
            assertThat(ids(store.latest(BuildFilter.ALL, 9_999))).isSorted().hasSize(outage * builds);
            stop();
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long deliverUntilAllIsThere(Outbox outbox, CountDownLatch refused) {
        long builds = 0;
        while (!outbox.isEmpty()) {
            try {
                builds += outbox.deliver(LONG).builds();
            } catch (SharedStoreException e) {
                // The next turn goes on where this one came to.
                refused.countDown();
            }
        }
        return builds;
    }
}
