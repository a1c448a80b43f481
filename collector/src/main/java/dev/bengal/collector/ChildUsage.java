package dev.bengal.collector;

import dev.bengal.collector.IoProbe.BytesMoved;
import dev.bengal.collector.ProcStat.CpuTime;
import dev.bengal.model.IoVolume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the children of this process had used up at one moment; two of them make a difference, which is that of the children
 * that ended and were waited for in between, with all that these had waited for themselves. Only Linux tells it.
 *
 * <p>The kernel adds the account of a child that is waited for to that of its parent. So what this process itself moves to
 * and from storage in between is in the difference too, but none of its own CPU time.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html">proc_pid_stat(5): cutime, cstime</a>
 */
public final class ChildUsage {
    /** Where the CPU time is read. */
    public static final String CPU_SOURCE = "/proc/self/stat, in steps of 10 ms";

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MEBIBYTE = 1024.0 * 1024.0;

    private final Optional<CpuTime> time;
    private final Optional<BytesMoved> moved;

    ChildUsage(Optional<CpuTime> time, Optional<BytesMoved> moved) {
        this.time = time;
        this.moved = moved;
    }

    /** As it stands now. */
    public static ChildUsage now() {
        return new ChildUsage(ProcStat.children(text("/proc/self/stat")), ProcIoProbe.moved(text("/proc/self/io")));
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException e) {
            return "";
        }
    }

    /** User time since {@code start}, in milliseconds; null where it cannot be read. */
    public @Nullable Double userMillisSince(ChildUsage start) {
        return time.isEmpty() || start.time.isEmpty()
                ? null
                : Double.valueOf((time.get().userNanos() - start.time.get().userNanos()) / NANOS_PER_MILLI);
    }

    /** System time since {@code start}, in milliseconds; null where it cannot be read. */
    public @Nullable Double systemMillisSince(ChildUsage start) {
        return time.isEmpty() || start.time.isEmpty()
                ? null
                : Double.valueOf((time.get().systemNanos() - start.time.get().systemNanos()) / NANOS_PER_MILLI);
    }

    /** What was moved to and from storage since {@code start}. */
    public IoVolume ioSince(ChildUsage start) {
        return moved.isEmpty() || start.moved.isEmpty()
                ? IoVolume.UNKNOWN
                : new IoVolume(
                        (moved.get().read() - start.moved.get().read()) / BYTES_PER_MEBIBYTE,
                        (moved.get().written() - start.moved.get().written()) / BYTES_PER_MEBIBYTE);
    }
}
