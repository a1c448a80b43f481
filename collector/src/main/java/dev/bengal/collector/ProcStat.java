package dev.bengal.collector;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the CPU time of this process and of its waited-for children from Linux's {@code /proc/self/stat}. */
final class ProcStat {
    /** USER_HZ, which Linux has fixed at 100 for every architecture a JVM runs on. */
    private static final long NANOS_PER_TICK = 10_000_000;

    /** Fields 14 and 15, counted from the state, which is field 3; those of the children are the two behind them. */
    private static final int UTIME = 14 - 3;

    private final @Nullable ProcFile file;

    ProcStat(Path file) {
        this.file = ProcFile.open(file).orElse(null);
    }

    static ProcStat ofThisProcess() {
        return new ProcStat(Path.of("/proc/self/stat"));
    }

    /** User and system time of all threads, the ended ones included; empty elsewhere than on Linux. */
    OptionalLong processNanos() {
        return nanos(process(text()));
    }

    /** User and system time of the children that were waited for; empty elsewhere than on Linux. */
    OptionalLong childrenNanos() {
        return nanos(children(text()));
    }

    private static OptionalLong nanos(Optional<CpuTime> time) {
        return time.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(time.get().nanos());
    }

    private String text() {
        return file == null ? "" : file.text();
    }

    static Optional<CpuTime> process(String stat) {
        return time(stat, UTIME);
    }

    static Optional<CpuTime> children(String stat) {
        return time(stat, UTIME + 2);
    }

    /** The program's name, in parentheses, may hold spaces and parentheses itself: the fields count from the last one. */
    private static Optional<CpuTime> time(String stat, int field) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ", field + 3);
        if (fields.length <= field + 1) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CpuTime(
                    Long.parseLong(fields[field]) * NANOS_PER_TICK,
                    Long.parseLong(fields[field + 1]) * NANOS_PER_TICK));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** CPU time of a process or of its children, in nanoseconds. */
    record CpuTime(long userNanos, long systemNanos) {
        long nanos() {
            return userNanos + systemNanos;
        }
    }
}
