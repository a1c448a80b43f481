package dev.bengal.collector;

import dev.bengal.collector.HeapProbe.HeapMark;
import dev.bengal.collector.HeapProbe.HeapReading;
import dev.bengal.collector.IoProbe.BytesMoved;
import dev.bengal.model.GcActivity;
import dev.bengal.model.IoVolume;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What the process and the calling thread had used up at one moment; two of them make a difference.
 *
 * @param processCpu in nanoseconds, like {@code threadCpu}
 * @param processBytes allocated, like {@code threadBytes}
 */
record Usage(
        OptionalLong processCpu,
        OptionalLong threadCpu,
        OptionalLong processBytes,
        OptionalLong threadBytes,
        Optional<BytesMoved> io,
        HeapMark heap) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MEBIBYTE = 1024.0 * 1024.0;

    static Usage now(Instruments instruments) {
        return new Usage(
                instruments.cpu().processNanos(),
                instruments.cpu().threadNanos(),
                instruments.allocation().processBytes(),
                instruments.allocation().threadBytes(),
                instruments.io().moved(),
                instruments.heap().mark());
    }

    /**
     * The CPU time of all threads since {@code start}, in milliseconds. The process' clock moves in steps of 10 ms and the
     * collector's own threads, which are taken off, to the nanosecond; a difference below 0 is one of the steps.
     */
    @Nullable
    Double processCpuMillisSince(Usage start) {
        Double millis = differenceMillis(start.processCpu, processCpu);
        return millis == null ? null : Double.valueOf(Math.max(0, millis));
    }

    /** The CPU time of the thread that took both readings. */
    @Nullable
    Double threadCpuMillisSince(Usage start) {
        return differenceMillis(start.threadCpu, threadCpu);
    }

    /** What all threads allocated since {@code start}, in MiB. A sum over live threads falls where one ends; at least 0. */
    @Nullable
    Double processMebibytesSince(Usage start) {
        Double mebibytes = difference(start.processBytes, processBytes, BYTES_PER_MEBIBYTE);
        return mebibytes == null ? null : Double.valueOf(Math.max(0, mebibytes));
    }

    /** What the thread that took both readings allocated. */
    @Nullable
    Double threadMebibytesSince(Usage start) {
        return difference(start.threadBytes, threadBytes, BYTES_PER_MEBIBYTE);
    }

    /** What the process moved to and from storage since {@code start}. */
    IoVolume ioSince(Usage start) {
        if (io.isEmpty() || start.io.isEmpty()) {
            return IoVolume.UNKNOWN;
        }
        BytesMoved before = start.io.get();
        BytesMoved now = io.get();
        return new IoVolume(
                (now.read() - before.read()) / BYTES_PER_MEBIBYTE,
                (now.written() - before.written()) / BYTES_PER_MEBIBYTE);
    }

    static GcActivity gc(HeapReading reading) {
        return reading.collections().isEmpty()
                ? GcActivity.UNKNOWN
                : new GcActivity(reading.collections().getAsLong(), (double)
                        reading.collectionMillis().orElse(0));
    }

    static @Nullable Double mebibytes(OptionalLong bytes) {
        return bytes.isEmpty() ? null : bytes.getAsLong() / BYTES_PER_MEBIBYTE;
    }

    static @Nullable Double differenceMillis(OptionalLong startNanos, OptionalLong endNanos) {
        return difference(startNanos, endNanos, NANOS_PER_MILLI);
    }

    static @Nullable Double difference(OptionalLong start, OptionalLong end, double divisor) {
        return start.isEmpty() || end.isEmpty() ? null : (end.getAsLong() - start.getAsLong()) / divisor;
    }
}
