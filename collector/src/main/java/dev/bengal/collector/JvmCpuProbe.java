package dev.bengal.collector;

import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads CPU time from {@link ProcStat}, where the JVM finds that of the process too. Elsewhere from the JVM's bean, which is
 * asked only there: to load it, it looks for the limits of control groups.
 */
final class JvmCpuProbe implements CpuProbe {
    private final JvmThreads threads;
    private final ProcStat stat;
    private final com.sun.management.@Nullable OperatingSystemMXBean system;

    JvmCpuProbe(JvmThreads threads, ProcStat stat) {
        this.threads = threads;
        this.stat = stat;
        this.system = stat.processNanos().isEmpty()
                        && ManagementFactory.getOperatingSystemMXBean()
                                instanceof com.sun.management.OperatingSystemMXBean sun
                ? sun
                : null;
    }

    @Override
    public OptionalLong processNanos() {
        OptionalLong nanos = system == null ? stat.processNanos() : ofBean(system);
        return nanos.isEmpty() ? nanos : OptionalLong.of(nanos.getAsLong() - OwnThreads.cpuNanos());
    }

    private static OptionalLong ofBean(com.sun.management.OperatingSystemMXBean bean) {
        long nanos = bean.getProcessCpuTime();
        return nanos < 0 ? OptionalLong.empty() : OptionalLong.of(nanos);
    }

    @Override
    public OptionalLong threadNanos() {
        return threads.threadCpuNanos();
    }

    @Override
    public OptionalLong childrenNanos() {
        return stat.childrenNanos();
    }
}
