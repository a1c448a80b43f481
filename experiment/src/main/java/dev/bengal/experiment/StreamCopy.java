package dev.bengal.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Copies what a command writes, byte for byte and as it comes, and shows it to a {@link LineSplitter} afterwards. Where the
 * reader has gone away, the pipe is closed, so that the command learns of it as it would without us.
 */
final class StreamCopy implements Runnable {
    private static final int BUFFER = 64 * 1024;

    /** How long the pipe of an ended command must have been silent to be taken for empty. */
    private static final long SILENCE_NANOS = Duration.ofMillis(500).toNanos();

    private static final long POLL_NANOS = Duration.ofMillis(5).toNanos();

    private final InputStream from;
    private final OutputStream to;
    private final LineSplitter lines;
    private final Thread thread;
    private volatile boolean reading;
    private final AtomicLong chunks = new AtomicLong();

    private StreamCopy(InputStream from, OutputStream to, LineSplitter lines) {
        this.from = from;
        this.to = to;
        this.lines = lines;
        this.thread = new Thread(this, "bengal-output");
        thread.setDaemon(true);
    }

    static StreamCopy start(InputStream from, OutputStream to, LineSplitter lines) {
        StreamCopy copy = new StreamCopy(from, to, lines);
        copy.thread.start();
        return copy;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[BUFFER];
        try (from) {
            for (int length = read(buffer); length >= 0; length = read(buffer)) {
                to.write(buffer, 0, length);
                to.flush();
                lines.accept(buffer, length);
            }
        } catch (IOException e) {
            // Nobody reads us any more, or the command has closed its end: both end the copy.
        }
        lines.end();
    }

    private int read(byte[] buffer) throws IOException {
        reading = true;
        int length = from.read(buffer);
        chunks.incrementAndGet();
        reading = false;
        return length;
    }

    /**
     * Waits until all is copied that the ended command wrote. Something that it left behind may hold the pipe open for ever:
     * so a pipe in which nothing comes for half a second is left. A slow reader on our side is waited for.
     */
    void finish() {
        long seen = chunks.get();
        long since = System.nanoTime();
        while (thread.isAlive()) {
            if (!reading || chunks.get() != seen) {
                seen = chunks.get();
                since = System.nanoTime();
            } else if (System.nanoTime() - since > SILENCE_NANOS) {
                return;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
