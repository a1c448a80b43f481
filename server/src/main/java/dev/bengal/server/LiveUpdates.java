package dev.bengal.server;

import dev.bengal.server.http.OpenPages;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildStore;
import io.javalin.http.sse.SseClient;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Looks for new builds, tells open pages of them, and keeps answers until there are some. */
final class LiveUpdates implements AutoCloseable {
    private static final int MOST_ANSWERS = 200;
    private static final int LOOKED_AT = 20;
    private static final int SECONDS_BETWEEN_SIGNS_OF_LIFE = 15;

    private final BuildStore store;
    private final OpenPages pages = new OpenPages();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "bengal-live-updates");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String seen;
    private int ticks;

    LiveUpdates(BuildStore store) {
        this.store = store;
        this.seen = newest();
    }

    void start() {
        // A tick throws nothing, and so there is nothing to learn from its future.
        var unused = clock.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    void add(SseClient page) {
        pages.add(page);
    }

    /** An answer that was given since the last new build, or else a new one. */
    String remembered(String question, Supplier<String> answer) {
        String known = answers.get(question);
        if (known != null) {
            return known;
        }
        String before = seen;
        String found = answer.get();
        if (before.equals(seen) && answers.size() < MOST_ANSWERS) {
            answers.put(question, found);
        }
        return found;
    }

    /** Tells of what is new now, and does not wait for the next second. */
    synchronized boolean look() {
        String newest = newest();
        if (newest.equals(seen)) {
            return false;
        }
        seen = newest;
        answers.clear();
        pages.tell("builds", newest);
        return true;
    }

    private void tick() {
        try {
            if (!look() && ++ticks % SECONDS_BETWEEN_SIGNS_OF_LIFE == 0) {
                pages.showLife();
            }
        } catch (RuntimeException e) {
            // A history that cannot be read this moment, or a page that went away: the next look tells.
            answers.clear();
        }
    }

    /** Of several, since of joined histories a build that began long ago may be the one that came last. */
    private String newest() {
        return store.latest(BuildFilter.ALL, LOOKED_AT).stream()
                        .map(known -> known.build().identity().id().value())
                        .collect(Collectors.joining(" "))
                + ' '
                + store.events().size();
    }

    @Override
    public void close() {
        clock.shutdownNow();
        pages.close();
    }
}
