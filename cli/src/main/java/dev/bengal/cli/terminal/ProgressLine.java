package dev.bengal.cli.terminal;

import dev.bengal.site.Progress;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Says on a terminal how far a build is, where it lasts longer than a second; the line is gone when the build ends. */
public final class ProgressLine implements Progress, AutoCloseable {
    private static final long PATIENCE_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter terminal;
    private final LongSupplier nanos;
    private final AtomicLong next;
    private boolean shown;

    /**
     * Draws on a terminal.
     *
     * @param nanos a clock that never goes back
     */
    public ProgressLine(PrintWriter terminal, LongSupplier nanos) {
        this.terminal = terminal;
        this.nanos = nanos;
        this.next = new AtomicLong(nanos.getAsLong() + PATIENCE_NANOS);
    }

    @Override
    public void reached(long done, long of) {
        long now = nanos.getAsLong();
        long due = next.get();
        // Of the threads that are here at once, one writes.
        if (now - due >= 0 && next.compareAndSet(due, now + PAUSE_NANOS)) {
            show(done, of);
        }
    }

    private synchronized void show(long done, long of) {
        shown = true;
        terminal.printf(Locale.ROOT, "%s%,d of %,d %s", ERASE, done, of, of == 1 ? "page" : "pages");
        terminal.flush();
    }

    @Override
    public synchronized void close() {
        if (shown) {
            shown = false;
            terminal.print(ERASE);
            terminal.flush();
        }
    }
}
