package dev.bengal.site.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share out numbered pieces of work. Which thread gets which piece differs from run to run, so that a piece must
 * leave its result at its number and nowhere else.
 *
 * @param count how many threads, the calling one included; at least 1
 */
public record Workers(int count) {
    /** Neighbours mostly need the same, so that a thread takes some at once; few enough to end together. */
    private static final int PIECES_AT_ONCE = 8;

    public Workers {
        if (count < 1) {
            throw new IllegalArgumentException("there must be at least 1 worker, not " + count);
        }
    }

    /** As many as the machine has processors. */
    public static Workers perProcessor() {
        return new Workers(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Has pieces 0 to {@code pieces - 1} done and waits for all of them. What a piece throws ends the work and is thrown on.
     *
     * @param station makes the place of one thread, on that thread; it is closed there too
     */
    public void share(int pieces, Supplier<? extends Station> station) {
        Share share = new Share(pieces, station);
        List<Thread> threads = new ArrayList<>();
        for (int i = 1; i < Math.min(count, (pieces + PIECES_AT_ONCE - 1) / PIECES_AT_ONCE); i++) {
            Thread thread = new Thread(share::work, "bengal-worker-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        share.work();
        threads.forEach(Workers::await);
        share.rethrow();
    }

    /** Does two things, on two threads where there is more than one worker, and goes on with both results. */
    public <A, B, R> R both(Supplier<A> here, Supplier<B> beside, BiFunction<A, B, R> then) {
        if (count == 1) {
            return then.apply(here.get(), beside.get());
        }
        FutureTask<B> task = new FutureTask<>(beside::get);
        Thread thread = new Thread(task, "bengal-worker-1");
        thread.setDaemon(true);
        thread.start();
        A result = here.get();
        await(thread);
        try {
            return then.apply(result, task.get());
        } catch (InterruptedException e) {
            throw new IllegalStateException("an ended task needs no waiting", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException exception ? exception : new IllegalStateException(e);
        }
    }

    private static void await(Thread thread) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Where one thread works, with what it alone uses. */
    @FunctionalInterface
    public interface Station extends AutoCloseable {
        /** Does one piece. */
        void work(int piece);

        /** Is called after the last piece. */
        @Override
        default void close() {}
    }

    private static final class Share {
        private final int pieces;
        private final Supplier<? extends Station> stations;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

        Share(int pieces, Supplier<? extends Station> stations) {
            this.pieces = pieces;
            this.stations = stations;
        }

        void work() {
            try (Station station = stations.get()) {
                for (int from = take(); from < pieces; from = take()) {
                    for (int piece = from; piece < Math.min(pieces, from + PIECES_AT_ONCE); piece++) {
                        station.work(piece);
                    }
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
                next.set(pieces);
            }
        }

        private int take() {
            return next.getAndUpdate(taken -> Math.min(pieces, taken) + PIECES_AT_ONCE);
        }

        void rethrow() {
            Throwable thrown = failure.get();
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }
}
