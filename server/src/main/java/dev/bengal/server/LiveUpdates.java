package dev.bengal.server;

import dev.bengal.model.BuildRecord;
import dev.bengal.model.CommitOrder;
import dev.bengal.server.http.OpenPages;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildStore;
import io.javalin.http.sse.SseClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks for new builds and commits, tells open pages of them, and gets ready what those ask for. */
final class LiveUpdates implements AutoCloseable {
    private static final int SECONDS_BETWEEN_SIGNS_OF_LIFE = 15;

    private final BuildStore store;
    private final RememberedAnswers answers;
    private final OpenPages pages = new OpenPages();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "bengal-live-updates");
        thread.setDaemon(true);
        return thread;
    });
    private final Supplier<CommitOrder> order;
    private final CountDownLatch begun = new CountDownLatch(1);
    private volatile @Nullable Object seen;
    private int ticks;

    /** @param order of the commits now, by which answers differ too */
    LiveUpdates(BuildStore store, Supplier<CommitOrder> order, RememberedAnswers answers) {
        this.store = store;
        this.order = order;
        this.answers = answers;
    }

    /** Gets ready what is asked for first, while the server is not even there yet. */
    void start() {
        clock.execute(this::begin);
        // A tick throws nothing, and so there is nothing to learn from its future.
        var unused = clock.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    void add(SseClient page) {
        pages.add(page);
    }

    /** Says that a self-test is there that was being worked out. */
    void tellOfSelfTest() {
        pages.tell("selftest", "done");
    }

    private synchronized void begin() {
        try {
            Object now = mark();
            seen = now;
            answers.prepare(now);
        } catch (RuntimeException e) {
            // A history that cannot be read this moment: the next look tells.
            seen = null;
        } finally {
            begun.countDown();
        }
    }

    /** Waits until what is asked for first is ready, or cannot be had; but not for ever. */
    void awaitBeginning(Duration patience) throws InterruptedException {
        boolean unused = begun.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Object mark() {
        return List.of(store.mark(), order.get());
    }

    /**
     * Equal to an earlier one where every answer is still true. A history on this machine is looked at each time; one elsewhere, which takes
     * longer to be asked than most answers, once a second.
     */
    Object state() {
        Object known = seen;
        return known == null || store.isNear() ? mark() : known;
    }

    /** Tells of what is new now, and does not wait for the next second. */
    synchronized boolean look() {
        Object now = mark();
        if (now.equals(seen)) {
            return false;
        }
        seen = now;
        pages.tell("builds", newest());
        answers.prepare(now);
        return true;
    }

    private void tick() {
        try {
            if (!look() && ++ticks % SECONDS_BETWEEN_SIGNS_OF_LIFE == 0) {
                pages.showLife();
            }
        } catch (RuntimeException e) {
            // A history that cannot be read this moment, or a page that went away: the next look tells.
            answers.forget();
        }
    }

    /** Some text, since a browser drops an event without any. */
    private String newest() {
        List<BuildRecord> newest = store.latest(BuildFilter.ALL, 1);
        return newest.isEmpty() ? "none" : newest.get(0).build().identity().id().value();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        pages.close();
    }
}
