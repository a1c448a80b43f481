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
    private static final Set<Thread> RUNNING = new HashSet<>();
    private static long endedBytes;
    private static long endedNanos;

    private OwnThreads() {}

    /** Runs {@code work} on a daemon thread of its own. */
    static synchronized void start(String name, Runnable work) {
        Thread thread = new Worker(name, work);
        RUNNING.add(thread);
        thread.start();
    }

    private static void end() {
        Thread thread = Thread.currentThread();
        synchronized (OwnThreads.class) {
            endedBytes += Reading.bytes(thread);
            endedNanos += Reading.nanos(thread);
            RUNNING.remove(thread);
        }
    }

    /** What they have allocated so far, the ended ones included. */
    static synchronized long allocatedBytes() {
        long bytes = endedBytes;
        for (Thread thread : RUNNING) {
            bytes += Reading.bytes(thread);
        }
        return bytes;
    }

    /** The CPU time that they have used so far, the ended ones included. */
    static synchronized long cpuNanos() {
        long nanos = endedNanos;
        for (Thread thread : RUNNING) {
            nanos += Reading.nanos(thread);
        }
        return nanos;
    }

    private static final class Worker extends Thread {
        private final Runnable work;

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
                end();
            }
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
