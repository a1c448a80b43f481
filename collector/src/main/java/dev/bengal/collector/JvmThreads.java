package dev.bengal.collector;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the JVM knows of its threads: bytes allocated and CPU time.
 *
 * <p>{@code getTotalThreadAllocatedBytes}, which also counts threads that have ended, is in JDK 21 and a backport in 17,
 * but unknown to {@code --release 17}; so it is looked up at run time. Where it is missing, the live threads are summed up,
 * which loses those that have ended. Of two readings around the end of a thread, the greater is right, as {@link EndedThreads} says.
 */
final class JvmThreads implements AllocationProbe {
    private final com.sun.management.@Nullable ThreadMXBean bean;
    private final @Nullable MethodHandle totalAllocated;
    private final EndedThreads ended = new EndedThreads(ManagementFactory.getThreadMXBean());

    private JvmThreads(com.sun.management.@Nullable ThreadMXBean bean, @Nullable MethodHandle totalAllocated) {
        this.bean = bean;
        this.totalAllocated = totalAllocated;
    }

    static JvmThreads ofThisJvm() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        if (threads instanceof com.sun.management.ThreadMXBean sun
                && sun.isThreadAllocatedMemorySupported()
                && sun.isThreadAllocatedMemoryEnabled()) {
            return new JvmThreads(sun, totalAllocated(sun));
        }
        return new JvmThreads(null, null);
    }

    /** As on a JVM that does not count what ended threads allocated. */
    static JvmThreads ofLiveThreadsAlone() {
        return new JvmThreads(ofThisJvm().bean, null);
    }

    private static @Nullable MethodHandle totalAllocated(com.sun.management.ThreadMXBean bean) {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(
                            com.sun.management.ThreadMXBean.class,
                            "getTotalThreadAllocatedBytes",
                            MethodType.methodType(long.class))
                    .bindTo(bean);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return null;
        }
    }

    @Override
    public OptionalLong processBytes() {
        MethodHandle total = totalAllocated;
        if (total == null) {
            return sumOfLiveThreads();
        }
        try {
            long bytes = (long) total.invokeExact();
            if (ended.awaited()) {
                bytes = Math.max(bytes, (long) total.invokeExact());
            }
            return known(bytes - OwnThreads.allocatedBytes());
        } catch (Throwable e) {
            return OptionalLong.empty();
        }
    }

    private OptionalLong sumOfLiveThreads() {
        com.sun.management.ThreadMXBean threads = bean;
        return threads == null
                ? OptionalLong.empty()
                : OptionalLong.of(Arrays.stream(threads.getThreadAllocatedBytes(threads.getAllThreadIds()))
                        .filter(bytes -> bytes > 0)
                        .sum());
    }

    @Override
    public boolean isExact() {
        return bean == null || totalAllocated != null;
    }

    @Override
    public OptionalLong threadBytes() {
        com.sun.management.ThreadMXBean threads = bean;
        return threads == null ? OptionalLong.empty() : known(threads.getCurrentThreadAllocatedBytes());
    }

    /** CPU time of the calling thread. */
    OptionalLong threadCpuNanos() {
        com.sun.management.ThreadMXBean threads = bean;
        return threads == null || !threads.isCurrentThreadCpuTimeSupported()
                ? OptionalLong.empty()
                : known(threads.getCurrentThreadCpuTime());
    }

    private static OptionalLong known(long value) {
        return value < 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
