package dev.bengal.site.work;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads that share out numbered pieces of work. Which thread gets which piece differs from run to run, so that a piece must
 * leave its result at its number and nowhere else. They start with the first work and wait for more until this is closed: who measures
 * has to wait for the end of a thread, to know all that it allocated. Work that finds no thread is done by the one that waits for it.
 */
public final class Workers implements AutoCloseable {
    /** Neighbours mostly need the same, so that a thread takes some at once; few enough to end together. */
    private static final int PIECES_AT_ONCE = 8;

    private final int count;
    private final List<Thread> started = Collections.synchronizedList(new ArrayList<>());
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
        Thread thread = new Thread(work, "bengal-worker-" + (started.size() + 1));
        thread.setDaemon(true);
        started.add(thread);
        return thread;
    }

    /**
     * Has pieces 0 to {@code pieces - 1} done and waits for all of them. What a piece throws ends the work and is thrown on.
     *
     * @param station makes the place of one thread, on that thread; it is closed there too
     */
    public void share(int pieces, Supplier<? extends Station> station) {
        Share share = new Share(pieces, station);
        List<FutureTask<?>> others = new ArrayList<>();
        for (int i = 1; i < Math.min(count, (pieces + PIECES_AT_ONCE - 1) / PIECES_AT_ONCE); i++) {
            others.add(begun(Executors.callable(share::help)));
        }
        share.work();
        others.forEach(Workers::end);
        share.rethrow();
    }

    /** Does two things, on two threads where there is more than one worker, and goes on with both results when both have ended. */
    public <A, B, R> R both(Supplier<A> here, Supplier<B> beside, BiFunction<A, B, R> then) {
        FutureTask<B> other = begun(beside::get);
        FutureTask<A> own = new FutureTask<>(here::get);
        end(own);
        end(other);
        return then.apply(result(own), result(other));
    }

    private <T> FutureTask<T> begun(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        if (count > 1) {
            try {
                threads.execute(task);
            } catch (OutOfMemoryError e) {
                // No further thread: it is done where it is waited for.
            }
        }
        return task;
    }

    /** Does what no thread has begun, and waits for what one has. */
    private static void end(FutureTask<?> task) {
        task.run();
        uninterrupted(() -> {
            try {
                task.get();
            } catch (ExecutionException e) {
                // Whoever asks for the result will get it.
            }
        });
    }

    /** Of a task that has ended. */
    private static <T> T result(FutureTask<T> ended) {
        try {
            return ended.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException("an ended task needs no waiting", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException exception ? exception : new IllegalStateException(e);
        }
    }

    private static void uninterrupted(Waiting waiting) {
        boolean interrupted = false;
        for (boolean over = false; !over; ) {
            try {
                waiting.await();
                over = true;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the threads, and waits for their end. */
    @Override
    public void close() {
        threads.shutdown();
        for (Thread thread : List.copyOf(started)) {
            uninterrupted(thread::join);
        }
    }

    @FunctionalInterface
    private interface Waiting {
        void await() throws InterruptedException;
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

        /** What a further thread does: it needs no station where it comes too late. */
        void help() {
            if (next.get() < pieces) {
                work();
            }
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
