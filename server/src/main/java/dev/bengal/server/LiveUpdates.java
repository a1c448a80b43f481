package dev.bengal.server;

import dev.bengal.model.BuildRecord;
import dev.bengal.server.http.OpenPages;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildStore;
import io.javalin.http.sse.SseClient;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Looks for new builds, has the answers that were kept forgotten, and tells open pages. */
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
    private Object seen;
    private int ticks;

    LiveUpdates(BuildStore store, RememberedAnswers answers) {
        this.store = store;
        this.answers = answers;
        this.seen = store.mark();
    }

    /** Gets ready what is asked for first, while the server is not even there yet. */
    void start() {
        clock.execute(answers::prepare);
        // A tick throws nothing, and so there is nothing to learn from its future.
        var unused = clock.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    void add(SseClient page) {
        pages.add(page);
    }

    /** Tells of what is new now, and does not wait for the next second. */
    synchronized boolean look() {
        Object now = store.mark();
        if (now.equals(seen)) {
            return false;
        }
        seen = now;
        answers.forget();
        pages.tell("builds", newest());
        answers.prepare();
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
