package dev.bengal.site.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {
    @Test
    void eachPiece_isDoneOnce() {
        for (int count : new int[] {1, 2, 5}) {
            for (int pieces : new int[] {0, 1, 7, 8, 9, 1000}) {
                AtomicIntegerArray done = new AtomicIntegerArray(pieces);
                try (Workers workers = new Workers(count)) {
                    workers.share(pieces, () -> done::incrementAndGet);
                }
                for (int piece = 0; piece < pieces; piece++) {
                    assertThat(done.get(piece))
                            .as("piece %d of %d", piece, pieces)
                            .isEqualTo(1);
                }
            }
        }
    }

    @Test
    void threads_doTheNextWorkToo_andEndWhenClosed() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Workers workers = new Workers(3);
        for (int time = 0; time < 5; time++) {
            CountDownLatch all = new CountDownLatch(3);
            workers.share(24, () -> new Meeting(threads, all));
            workers.both(Thread::currentThread, Thread::currentThread, (here, beside) -> threads.add(beside));
        }
        assertThat(threads).hasSize(3).contains(Thread.currentThread());

        workers.close();
        threads.remove(Thread.currentThread());
        for (Thread thread : threads) {
            thread.join();
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getName()).isIn("bengal-worker-1", "bengal-worker-2");
        }
    }

    @Test
    void oneWorker_needsNoThread() {
        try (Workers workers = new Workers(1)) {
            workers.share(100, () -> {
                assertThat(Thread.currentThread().getName()).doesNotStartWith("bengal-worker");
                return piece -> {};
            });
            Thread beside = workers.both(() -> 1, Thread::currentThread, (here, thread) -> thread);
            assertThat(beside).isSameAs(Thread.currentThread());
        }
    }

    @Test
    void whatAPieceThrows_endsTheWork_andTheWorkersGoOn() {
        for (int count : new int[] {1, 2}) {
            try (Workers workers = new Workers(count)) {
                assertThatThrownBy(() -> workers.share(1_000_000, () -> piece -> {
                            throw new IllegalArgumentException("piece " + piece);
                        }))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageStartingWith("piece ");
                AtomicIntegerArray done = new AtomicIntegerArray(100);
                workers.share(100, () -> done::incrementAndGet);
                assertThat(done.toString()).doesNotContain("0");
            }
        }
    }

    @Test
    void whatIsDoneBeside_throwsAsItDid() {
        try (Workers workers = new Workers(2)) {
            assertThatThrownBy(() -> workers.both(() -> 1, () -> fail(new IllegalStateException("no")), Integer::sum))
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("no");
            assertThatThrownBy(() -> workers.both(() -> 1, () -> fail(new StackOverflowError("deep")), Integer::sum))
                    .isExactlyInstanceOf(StackOverflowError.class);
        }
    }

    @Test
    void interruption_isKept_andTheWorkDone() {
        AtomicIntegerArray done = new AtomicIntegerArray(1000);
        try (Workers workers = new Workers(2)) {
            Thread.currentThread().interrupt();
            workers.share(1000, () -> done::incrementAndGet);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            assertThat(workers.both(() -> 1, () -> 2, Integer::sum)).isEqualTo(3);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(done.toString()).doesNotContain("0");
    }

    private static int fail(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) fault;
    }

    /** Goes on when all have come. */
    private record Meeting(Set<Thread> threads, CountDownLatch all) implements Workers.Station {
        Meeting {
            threads.add(Thread.currentThread());
            all.countDown();
            try {
                all.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void work(int piece) {}
    }
}
