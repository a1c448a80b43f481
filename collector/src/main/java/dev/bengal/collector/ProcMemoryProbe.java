package dev.bengal.collector;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Reads Linux's {@code /proc/self/status}, kept open, and resets its high-water mark through
 * {@code /proc/self/clear_refs}. Some 8 µs to read and 5 µs to reset.
 *
 * <p>The reset is seen by whoever asks the kernel for the peak of this process afterwards: {@code time -v} then tells the
 * peak since the last reset.
 *
 * @see <a href="https://docs.kernel.org/filesystems/proc.html">proc(5): VmRSS, VmHWM, clear_refs</a>
 */
final class ProcMemoryProbe implements MemoryProbe {
    private static final int BUFFER = 4096;
    private static final byte[] RESET_PEAK = {'5'};

    private final RandomAccessFile status;
    private @Nullable RandomAccessFile clearRefs;

    private ProcMemoryProbe(RandomAccessFile status, @Nullable RandomAccessFile clearRefs) {
        this.status = status;
        this.clearRefs = clearRefs;
    }

    static MemoryProbe open() {
        try {
            RandomAccessFile status = new RandomAccessFile("/proc/self/status", "r");
            return new ProcMemoryProbe(status, openClearRefs());
        } catch (IOException e) {
            return MemoryProbe.NONE;
        }
    }

    private static @Nullable RandomAccessFile openClearRefs() {
        try {
            return new RandomAccessFile("/proc/self/clear_refs", "rw");
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public synchronized Optional<Residence> take() {
        try {
            byte[] text = new byte[BUFFER];
            status.seek(0);
            int length = status.read(text);
            Optional<Residence> residence =
                    residence(new String(text, 0, Math.max(0, length), StandardCharsets.US_ASCII));
            return resetPeak() ? residence : residence.map(now -> new Residence(now.nowBytes(), OptionalLong.empty()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean resetPeak() {
        RandomAccessFile reset = clearRefs;
        if (reset == null) {
            return false;
        }
        try {
            reset.write(RESET_PEAK);
            return true;
        } catch (IOException e) {
            clearRefs = null;
            return false;
        }
    }

    static Optional<Residence> residence(String status) {
        OptionalLong now = bytes(status, "VmRSS:");
        return now.isEmpty() ? Optional.empty() : Optional.of(new Residence(now.getAsLong(), bytes(status, "VmHWM:")));
    }

    /** The bytes of a line such as {@code VmRSS:     4096 kB}. */
    private static OptionalLong bytes(String status, String field) {
        int start = status.indexOf(field);
        int end = start < 0 ? -1 : status.indexOf(" kB", start);
        if (end < 0) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(
                    Long.parseLong(status.substring(start + field.length(), end).trim()) * 1024);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
