package dev.bengal.collector;

import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads CPU time from the JVM's beans, and that of the children from {@link ProcStat}. */
final class JvmCpuProbe implements CpuProbe {
    private final com.sun.management.@Nullable OperatingSystemMXBean system;
    private final JvmThreads threads;
    private final ProcStat children;

    JvmCpuProbe(JvmThreads threads, ProcStat children) {
        this.system =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean sun
                        ? sun
                        : null;
        this.threads = threads;
        this.children = children;
    }

    @Override
    public OptionalLong processNanos() {
        com.sun.management.OperatingSystemMXBean bean = system;
        if (bean == null) {
            return OptionalLong.empty();
        }
        long nanos = bean.getProcessCpuTime();
        return nanos < 0 ? OptionalLong.empty() : OptionalLong.of(nanos - OwnThreads.cpuNanos());
    }

    @Override
    public OptionalLong threadNanos() {
        return threads.threadCpuNanos();
    }

    @Override
    public OptionalLong childrenNanos() {
        return children.childrenNanos();
    }
}
