package dev.bengal.site.work;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share out numbered pieces of work. Which thread gets which piece differs from run to run, so that a piece must
 * leave its result at its number and nowhere else, and work does not share out more. They start with the first work and wait for more
 * until this is closed: who measures has to wait for the end of a thread, to know all that it allocated.
 */
public final class Workers implements AutoCloseable {
    /** Neighbours mostly need the same, so that a thread takes some at once; few enough to end together. */
    private static final int PIECES_AT_ONCE = 8;

    private final int count;
    private final AtomicInteger started = new AtomicInteger();
    private final ExecutorService threads;

    /** @param count how many threads, the calling one included; at least 1 */
    public Workers(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("there must be at least 1 worker, not " + count);
        }
        this.count = count;
        this.threads = Executors.newFixedThreadPool(Math.max(1, count - 1), this::thread);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "bengal-worker-" + started.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Has pieces 0 to {@code pieces - 1} done and waits for all of them. What a piece throws ends the work and is thrown on.
     *
     * @param station makes the place of one thread, on that thread; it is closed there too
     */
    public void share(int pieces, Supplier<? extends Station> station) {
        Share share = new Share(pieces, station);
        List<Future<?>> others = new ArrayList<>();
        for (int i = 1; i < Math.min(count, (pieces + PIECES_AT_ONCE - 1) / PIECES_AT_ONCE); i++) {
            others.add(threads.submit(share::work));
        }
        share.work();
        others.forEach(Workers::await);
        share.rethrow();
    }

    /** Does two things, on two threads where there is more than one worker, and goes on with both results. */
    public <A, B, R> R both(Supplier<A> here, Supplier<B> beside, BiFunction<A, B, R> then) {
        if (count == 1) {
            return then.apply(here.get(), beside.get());
        }
        Future<B> task = threads.submit(beside::get);
        return then.apply(here.get(), await(task));
    }

    /** Waits for the end, interrupted or not. What the task threw is thrown on. */
    private static <T> T await(Future<T> task) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException exception ? exception : new IllegalStateException(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends the threads, which have nothing left to do. */
    @Override
    public void close() {
        threads.shutdown();
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
