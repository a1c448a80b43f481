package dev.bengal.store.sql;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Who uses an index, and who may delete it. SQLite guards what is in a database, but not its files: one that is deleted while
 * another process has it open would leave its log to the next one. So users share this lock, and who deletes has it alone.
 *
 * <p>All users in one process share one lock on the file, since such a lock belongs to the process.
 */
final class IndexLock implements AutoCloseable {
    private static final Map<Path, Users> BY_FILE = new HashMap<>();
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final Users users;

    private IndexLock(Users users) {
        this.users = users;
    }

    /** Waits until nobody has it alone. */
    static IndexLock share(Path file, Duration patience) throws IOException {
        return acquire(file, patience, true);
    }

    /** Waits until nobody else has it. */
    static IndexLock alone(Path file, Duration patience) throws IOException {
        return acquire(file, patience, false);
    }

    private static IndexLock acquire(Path file, Duration patience, boolean shared) throws IOException {
        Path path = file.toAbsolutePath().normalize();
        Users users;
        synchronized (BY_FILE) {
            users = BY_FILE.computeIfAbsent(path, Users::new);
        }
        users.enter(shared, System.nanoTime() + patience.toNanos());
        return new IndexLock(users);
    }

    @Override
    public void close() throws IOException {
        users.leave();
    }

    /** The users of one file in this process. */
    private static final class Users {
        private final Path file;
        private int count;
        private boolean shared;
        private @Nullable FileChannel channel;

        Users(Path file) {
            this.file = file;
        }

        synchronized void enter(boolean wantsToShare, long deadline) throws IOException {
            while (count > 0 && !(shared && wantsToShare)) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    throw new IOException(file + " is held by another thread");
                }
                try {
                    wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException("interrupted while waiting for " + file, e);
                }
            }
            if (count == 0) {
                lock(wantsToShare, deadline);
                shared = wantsToShare;
            }
            count++;
        }

        private void lock(boolean wantsToShare, long deadline) throws IOException {
            FileChannel opened = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            try {
                while (tryLock(opened, wantsToShare) == null) {
                    if (System.nanoTime() - deadline >= 0) {
                        throw new IOException(file + " is held by another process");
                    }
                    LockSupport.parkNanos(POLL_NANOS);
                }
                channel = opened;
            } finally {
                if (channel != opened) {
                    opened.close();
                }
            }
        }

        private static @Nullable FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
            try {
                return channel.tryLock(0, Long.MAX_VALUE, shared);
            } catch (OverlappingFileLockException e) {
                return null; // The same JVM, through another class loader.
            }
        }

        synchronized void leave() throws IOException {
            count--;
            if (count == 0) {
                FileChannel open = channel;
                channel = null;
                notifyAll();
                if (open != null) {
                    open.close();
                }
            }
        }
    }
}
