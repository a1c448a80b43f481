package dev.bengal.server.http;

import io.javalin.http.sse.SseClient;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The pages that wait for news, by server-sent events. Safe for use by several threads. */
public final class OpenPages implements AutoCloseable {
    private static final int MOST = 50;

    private final Queue<SseClient> pages = new ConcurrentLinkedQueue<>();
    private boolean closed;

    /** From now on this page is told; not where there are fifty already, nor where all were let go: a page comes back at once. */
    public synchronized void add(SseClient page) {
        if (closed || pages.size() >= MOST) {
            page.close();
            return;
        }
        page.keepAlive();
        page.onClose(() -> pages.remove(page));
        pages.add(page);
    }

    /** Tells all of them. */
    public void tell(String event, String data) {
        pages.forEach(page -> page.sendEvent(event, data));
    }

    /** Keeps connections from being taken for dead, and finds those that are. */
    public void showLife() {
        pages.forEach(page -> page.sendComment("alive"));
    }

    /** Lets all of them go. */
    @Override
    public synchronized void close() {
        closed = true;
        pages.forEach(SseClient::close);
    }
}
