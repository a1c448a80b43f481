package dev.bengal.journal;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a history, among threads and among processes.
 *
 * <p>The lock lies on a file of its own beside the history. A lock on the history itself would be lost twice over: when
 * {@code prune} puts another file in its place, and whenever any thread of this process closes a channel on it, since a
 * POSIX record lock belongs to the process and not to the channel.
 */
final class JournalLock implements AutoCloseable {
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();
    private static final String INTERRUPTED = "interrupted while waiting for another writer";
    private static final long POLL_NANOS = Duration.ofMillis(1).toNanos();

    private final ReentrantLock threads;
    private final FileChannel channel;
    private final FileLock processes;

    private JournalLock(ReentrantLock threads, FileChannel channel, FileLock processes) {
        this.threads = threads;
        this.channel = channel;
        this.processes = processes;
    }

    /**
     * Waits until nobody else writes.
     *
     * @param file the lock file, created where it is missing and never deleted
     * @param patience after which the wait is given up: a stuck process must not hold up a build for ever
     * @throws IOException where the file cannot be opened or locked, or the patience is over
     */
    static JournalLock acquire(Path file, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        ReentrantLock threads = threads(realName(file));
        if (!tryLock(threads, patience)) {
            throw new IOException("another thread has held " + file + " for " + patience.toSeconds() + " s");
        }
        boolean acquired = false;
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock processes = lock(channel, deadline);
                if (processes == null) {
                    throw new IOException("another process has held " + file + " for " + patience.toSeconds() + " s");
                }
                acquired = true;
                return new JournalLock(threads, channel, processes);
            } finally {
                if (!acquired) {
                    channel.close();
                }
            }
        } finally {
            if (!acquired) {
                threads.unlock();
            }
        }
    }

    /** One name for one file: were it opened under two, the first to close it would take the lock from the other. */
    private static Path realName(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
    }

    private static ReentrantLock threads(Path file) {
        ReentrantLock fresh = new ReentrantLock(true);
        ReentrantLock known = THREADS.putIfAbsent(file, fresh);
        return known == null ? fresh : known;
    }

    private static boolean tryLock(ReentrantLock lock, Duration patience) throws IOException {
        try {
            return lock.tryLock(patience.toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(INTERRUPTED, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel, long deadline) throws IOException {
        while (true) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException e) {
                // The same JVM, through another class loader: it will be done as soon as any other process would.
            }
            if (System.nanoTime() - deadline >= 0) {
                return null;
            }
            LockSupport.parkNanos(POLL_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                throw new IOException(INTERRUPTED);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (channel) {
            processes.release();
        } finally {
            threads.unlock();
        }
    }
}
