package dev.bengal.site.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(
        value = 3,
        unit = TimeUnit.MINUTES,
        threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // Code that is wrong waits for ever.
class WorkersTest {
    /** Neighbours that one thread takes at once. */
    private static final int AT_ONCE = 8;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void eachPiece_isDoneOnce(int count) {
        for (int pieces : new int[] {0, 1, 7, 8, 9, 1000}) {
            AtomicIntegerArray done = new AtomicIntegerArray(pieces);
            try (Workers workers = new Workers(count)) {
                workers.share(pieces, () -> done::incrementAndGet);
            }
            for (int piece = 0; piece < pieces; piece++) {
                assertThat(done.get(piece)).as("piece %d of %d", piece, pieces).isEqualTo(1);
            }
        }
    }

    @Test
    void threads_doTheNextWorkToo_andEndWithTheWorkers() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (Workers workers = new Workers(3)) {
            for (int time = 0; time < 5; time++) {
                Meeting meeting = new Meeting(3);
                workers.share(3 * AT_ONCE, () -> {
                    threads.add(Thread.currentThread());
                    meeting.await();
                    return piece -> {};
                });
                Meeting two = new Meeting(2);
                Thread beside = workers.both(two::await, two::await, (here, other) -> other);
                assertThat(threads).contains(beside);
                assertThat(beside).isNotSameAs(Thread.currentThread());
            }
        }
        assertThat(threads).hasSize(3).contains(Thread.currentThread());
        threads.remove(Thread.currentThread());
        assertThat(threads).allMatch(Thread::isDaemon).noneMatch(Thread::isAlive);
        assertThat(threads).extracting(Thread::getName).containsExactlyInAnyOrder("bengal-worker-1", "bengal-worker-2");
    }

    @Test
    void oneWorker_needsNoThread() {
        try (Workers workers = new Workers(1)) {
            Set<Thread> threads = ConcurrentHashMap.newKeySet();
            workers.share(100, () -> piece -> threads.add(Thread.currentThread()));
            workers.both(() -> 1, () -> threads.add(Thread.currentThread()), (here, beside) -> here);
            assertThat(threads).containsExactly(Thread.currentThread());
        }
    }

    @Test
    void sharing_isOverWhenAllHaveDoneTheirPieces() {
        Meeting begun = new Meeting(2);
        AtomicInteger ended = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        Thread caller = Thread.currentThread();
        try (Workers workers = new Workers(2)) {
            workers.share(2 * AT_ONCE, () -> new Workers.Station() {
                @Override
                public void work(int piece) {
                    if (piece % AT_ONCE == 0) {
                        begun.await();
                    }
                    if (Thread.currentThread() != caller) {
                        awaitWaiting(caller);
                    }
                    ended.incrementAndGet();
                }

                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            });
            assertThat(ended).hasValue(2 * AT_ONCE);
            assertThat(closed).hasValue(2);
        }
    }

    @Test
    void interruption_isKept_andTheWorkDone() {
        Thread caller = Thread.currentThread();
        Meeting begun = new Meeting(2);
        try (Workers workers = new Workers(2)) {
            int sum = workers.both(
                    () -> {
                        begun.await();
                        return 1;
                    },
                    () -> {
                        begun.await();
                        awaitWaiting(caller);
                        caller.interrupt();
                        await(() -> !caller.isInterrupted());
                        return 2;
                    },
                    Integer::sum);
            assertThat(sum).isEqualTo(3);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void whatAPieceThrows_endsTheWork_andTheWorkersGoOn() {
        int pieces = 100 * AT_ONCE;
        AtomicInteger done = new AtomicInteger();
        AtomicReference<Thread> thrown = new AtomicReference<>();
        Thread caller = Thread.currentThread();
        try (Workers workers = new Workers(2)) {
            assertThatThrownBy(() -> workers.share(pieces, () -> piece -> {
                        if (Thread.currentThread() != caller) {
                            thrown.set(Thread.currentThread());
                            throw new StackOverflowError("piece");
                        }
                        await(() -> thrown.get() != null);
                        awaitWaiting(Objects.requireNonNull(thrown.get()));
                        done.incrementAndGet();
                    }))
                    .isExactlyInstanceOf(StackOverflowError.class)
                    .hasMessage("piece");
            assertThat(done).hasValueLessThanOrEqualTo(AT_ONCE);

            done.set(0);
            workers.share(pieces, () -> piece -> done.incrementAndGet());
            assertThat(done).hasValue(pieces);
        }
    }

    @Test
    void whatThePieceOfOneWorkerThrows_endsTheWork() {
        AtomicInteger done = new AtomicInteger();
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() -> workers.share(100, () -> piece -> {
                        done.incrementAndGet();
                        throw new IllegalStateException("piece " + piece);
                    }))
                    .hasMessage("piece 0");
        }
        assertThat(done).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void whatAStationThrows_isThrownOn(int count) {
        try (Workers workers = new Workers(count)) {
            assertThatThrownBy(() -> workers.share(100, () -> {
                        throw new IllegalStateException("no place");
                    }))
                    .hasMessage("no place");
            assertThatThrownBy(() -> workers.share(100, () -> new Workers.Station() {
                        @Override
                        public void work(int piece) {}

                        @Override
                        public void close() {
                            fail("not closed");
                        }
                    }))
                    .hasMessage("not closed");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void twoThings_haveEnded_whateverTheyThrow(int count) {
        AtomicBoolean ended = new AtomicBoolean();
        Meeting begun = new Meeting(count);
        try (Workers workers = new Workers(count)) {
            assertThatThrownBy(() -> workers.both(() -> 1, () -> fail("beside"), Integer::sum))
                    .isExactlyInstanceOf(IllegalStateException.class)
                    .hasMessage("beside");
            assertThatThrownBy(() -> workers.both(
                            () -> 1,
                            () -> {
                                throw new StackOverflowError("deep");
                            },
                            Integer::sum))
                    .isExactlyInstanceOf(StackOverflowError.class);
            Thread caller = Thread.currentThread();
            assertThatThrownBy(() -> workers.both(
                            () -> {
                                begun.await();
                                return fail("here");
                            },
                            () -> {
                                begun.await();
                                if (Thread.currentThread() != caller) {
                                    awaitWaiting(caller);
                                }
                                ended.set(true);
                                return 2;
                            },
                            Integer::sum))
                    .hasMessage("here");
            assertThat(ended).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void work_mayShareOutMore(int count) {
        AtomicInteger done = new AtomicInteger();
        try (Workers workers = new Workers(count)) {
            workers.share(
                    10 * AT_ONCE,
                    () -> piece -> workers.share(
                            3 * AT_ONCE,
                            () -> inner -> workers.both(done::incrementAndGet, done::incrementAndGet, Integer::sum)));
            workers.both(() -> 1, () -> workers.both(() -> 2, done::incrementAndGet, Integer::sum), Integer::sum);
        }
        assertThat(done).hasValue(10 * AT_ONCE * 3 * AT_ONCE * 2 + 1);
    }

    private static int fail(String message) {
        throw new IllegalStateException(message);
    }

    /** Until that thread waits for another. */
    private static void awaitWaiting(Thread thread) {
        await(() -> thread.getState() == Thread.State.WAITING);
    }

    /** A minute at most, which only code that is wrong takes. */
    private static void await(BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.MINUTES.toNanos(1));
            Thread.onSpinWait();
        }
    }

    /** Goes on when all have come. */
    private static final class Meeting {
        private final CountDownLatch all;

        Meeting(int count) {
            all = new CountDownLatch(count);
        }

        Thread await() {
            all.countDown();
            try {
                assertThat(all.await(1, TimeUnit.MINUTES)).as("all have come").isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Thread.currentThread();
        }
    }
}
