package dev.bengal.collector;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the process and the calling thread had used up at one moment; two of them make a difference.
 *
 * @param processCpu in nanoseconds, like {@code threadCpu}
 * @param processBytes allocated, like {@code threadBytes}
 */
record Usage(OptionalLong processCpu, OptionalLong threadCpu, OptionalLong processBytes, OptionalLong threadBytes) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MEBIBYTE = 1024.0 * 1024.0;

    static Usage now(Instruments instruments) {
        return new Usage(
                instruments.cpu().processNanos(),
                instruments.cpu().threadNanos(),
                instruments.allocation().processBytes(),
                instruments.allocation().threadBytes());
    }

    /** The CPU time of all threads since {@code start}, in milliseconds. */
    @Nullable
    Double processCpuMillisSince(Usage start) {
        return difference(start.processCpu, processCpu, NANOS_PER_MILLI);
    }

    /** The CPU time of the thread that took both readings. */
    @Nullable
    Double threadCpuMillisSince(Usage start) {
        return difference(start.threadCpu, threadCpu, NANOS_PER_MILLI);
    }

    /** What all threads allocated since {@code start}, in MiB. */
    @Nullable
    Double processMebibytesSince(Usage start) {
        return difference(start.processBytes, processBytes, BYTES_PER_MEBIBYTE);
    }

    /** What the thread that took both readings allocated. */
    @Nullable
    Double threadMebibytesSince(Usage start) {
        return difference(start.threadBytes, threadBytes, BYTES_PER_MEBIBYTE);
    }

    static @Nullable Double millis(OptionalLong nanos) {
        return nanos.isEmpty() ? null : nanos.getAsLong() / NANOS_PER_MILLI;
    }

    static @Nullable Double mebibytes(OptionalLong bytes) {
        return bytes.isEmpty() ? null : bytes.getAsLong() / BYTES_PER_MEBIBYTE;
    }

    static @Nullable Double difference(OptionalLong start, OptionalLong end, double divisor) {
        return start.isEmpty() || end.isEmpty() ? null : (end.getAsLong() - start.getAsLong()) / divisor;
    }

    static @Nullable Double differenceMebibytes(OptionalLong start, OptionalLong end) {
        return difference(start, end, BYTES_PER_MEBIBYTE);
    }

    static @Nullable Double differenceMillis(OptionalLong start, OptionalLong end) {
        return difference(start, end, NANOS_PER_MILLI);
    }
}
