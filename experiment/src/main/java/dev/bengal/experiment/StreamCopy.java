package dev.bengal.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a command writes, byte for byte and as it comes, and shows it to a {@link LineSplitter} afterwards. Where the
 * reader has gone away, the pipe is closed, so that the command learns of it as it would without us.
 */
final class StreamCopy {
    private static final int BUFFER = 64 * 1024;

    /** How long the pipe of an ended command must have been silent to be taken for empty. */
    private static final long SILENCE_NANOS = Duration.ofMillis(500).toNanos();

    /** How the system says EPIPE. */
    private static final String NOBODY_READS = "Broken pipe";

    private static final long POLL_NANOS = Duration.ofMillis(5).toNanos();

    private final OutputStream to;
    private final LineSplitter lines;
    private final Consumer<String> warnings;
    private @Nullable Thread thread;
    private volatile boolean reading;
    private volatile @Nullable IOException failure;
    private final AtomicLong chunks = new AtomicLong();

    /** @param warnings gets a sentence where {@code to} cannot be written, though somebody is there */
    StreamCopy(OutputStream to, LineSplitter lines, Consumer<String> warnings) {
        this.to = to;
        this.lines = lines;
        this.warnings = warnings;
    }

    /** Copies on a thread of its own, which opens the source, since that may have to wait for the one who writes. */
    void start(Source source) {
        Thread copying = new Thread(() -> copy(source), "bengal-output");
        copying.setDaemon(true);
        thread = copying;
        copying.start();
    }

    private void copy(Source source) {
        byte[] buffer = new byte[BUFFER];
        try (InputStream from = source.open()) {
            for (int length = read(from, buffer); length >= 0 && write(buffer, length); length = read(from, buffer)) {
                lines.accept(buffer, length);
            }
        } catch (IOException e) {
            // The command has closed its end.
        }
        lines.end();
    }

    private boolean write(byte[] buffer, int length) {
        try {
            to.write(buffer, 0, length);
            to.flush();
            return true;
        } catch (IOException e) {
            failure = e;
            return false;
        }
    }

    private int read(InputStream from, byte[] buffer) throws IOException {
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
        Thread copying = thread;
        if (copying != null) {
            await(copying);
        }
        IOException found = failure;
        // Where nobody reads any more, the command has learnt of it.
        if (found != null && !NOBODY_READS.equals(found.getMessage())) {
            warnings.accept("the command's output could not be written any further (" + found.getMessage()
                    + "); what came after that is lost.");
        }
    }

    private void await(Thread copying) {
        long seen = chunks.get();
        long since = System.nanoTime();
        while (copying.isAlive()) {
            if (!reading || chunks.get() != seen) {
                seen = chunks.get();
                since = System.nanoTime();
            } else if (System.nanoTime() - since > SILENCE_NANOS) {
                return;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    /** Where to copy from. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }
}
