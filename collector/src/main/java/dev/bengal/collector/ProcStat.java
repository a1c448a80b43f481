package dev.bengal.collector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the CPU time of waited-for children from Linux's {@code /proc/self/stat}. */
final class ProcStat {
    /** USER_HZ, which Linux has fixed at 100 for every architecture a JVM runs on. */
    private static final long NANOS_PER_TICK = 10_000_000;

    /** Fields 16 and 17, counted from the state, which is field 3. */
    private static final int CUTIME = 16 - 3;

    private static final int CSTIME = 17 - 3;

    private final Path file;

    ProcStat(Path file) {
        this.file = file;
    }

    static ProcStat ofThisProcess() {
        return new ProcStat(Path.of("/proc/self/stat"));
    }

    /** User and system time of the children that were waited for; empty elsewhere than on Linux. */
    OptionalLong childrenNanos() {
        return nanos(children());
    }

    static OptionalLong childrenNanos(String stat) {
        return nanos(children(stat));
    }

    private static OptionalLong nanos(Optional<ChildTime> time) {
        return time.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(time.get().nanos());
    }

    /** The same, told apart. */
    Optional<ChildTime> children() {
        try {
            return children(Files.readString(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The program's name, in parentheses, may hold spaces and parentheses itself: the fields count from the last one. */
    static Optional<ChildTime> children(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).trim().split(" ");
        if (fields.length <= CSTIME) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ChildTime(
                    Long.parseLong(fields[CUTIME]) * NANOS_PER_TICK, Long.parseLong(fields[CSTIME]) * NANOS_PER_TICK));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** CPU time of children that were waited for, in nanoseconds. */
    record ChildTime(long userNanos, long systemNanos) {
        long nanos() {
            return userNanos + systemNanos;
        }
    }
}
