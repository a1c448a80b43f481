package dev.bengal.collector;

import java.lang.management.ManagementFactory;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The threads on which the collector does work of its own while a build runs: what they use is no cost of the build, and is
 * taken off the figures of the process. One set for the JVM, as its threads are.
 */
final class OwnThreads {
    private static final Set<Worker> RUNNING = new HashSet<>();
    private static long endedBytes;
    private static long endedNanos;

    private OwnThreads() {}

    /** Runs {@code work} on a daemon thread of its own. */
    static synchronized void start(String name, Runnable work) {
        Worker thread = new Worker(name, work);
        thread.start();
        RUNNING.add(thread);
    }

    /**
     * The calling thread is about to wait, as it mostly does: from now on it is not asked for its CPU time, which takes a call of
     * the kernel at both ends of every phase, but what it had used by the last call of this counts.
     */
    static void rest() {
        if (Thread.currentThread() instanceof Worker worker) {
            worker.rest();
        }
    }

    private static synchronized void end(Worker worker) {
        endedBytes += Reading.bytes(worker);
        endedNanos += Reading.nanos(worker);
        RUNNING.remove(worker);
    }

    /** What they have allocated so far, the ended ones included. */
    static synchronized long allocatedBytes() {
        long bytes = endedBytes;
        for (Worker worker : RUNNING) {
            bytes += Reading.bytes(worker);
        }
        return bytes;
    }

    /** The CPU time that they have used so far, the ended ones included. */
    static synchronized long cpuNanos() {
        long nanos = endedNanos;
        for (Worker worker : RUNNING) {
            nanos += worker.nanos();
        }
        return nanos;
    }

    private static final class Worker extends Thread {
        private static final long NEVER = -1;

        private final Runnable work;
        private volatile long nanosAtRest = NEVER;

        Worker(String name, Runnable work) {
            super(name);
            setDaemon(true);
            this.work = work;
        }

        @Override
        public void run() {
            try {
                work.run();
            } finally {
                end(this);
            }
        }

        private void rest() {
            nanosAtRest = Reading.nanos(this);
        }

        private long nanos() {
            long atRest = nanosAtRest;
            return atRest == NEVER ? Reading.nanos(this) : atRest;
        }
    }

    /** Loads the management bean when it is first asked, which a build that is not measured never does. */
    private static final class Reading {
        private static final com.sun.management.@Nullable ThreadMXBean BEAN =
                ManagementFactory.getThreadMXBean() instanceof com.sun.management.ThreadMXBean sun ? sun : null;

        static long bytes(Thread thread) {
            com.sun.management.ThreadMXBean bean = BEAN;
            return bean == null || !bean.isThreadAllocatedMemorySupported()
                    ? 0
                    : Math.max(0, bean.getThreadAllocatedBytes(thread.getId()));
        }

        static long nanos(Thread thread) {
            com.sun.management.ThreadMXBean bean = BEAN;
            return bean == null || !bean.isThreadCpuTimeSupported()
                    ? 0
                    : Math.max(0, bean.getThreadCpuTime(thread.getId()));
        }
    }
}
