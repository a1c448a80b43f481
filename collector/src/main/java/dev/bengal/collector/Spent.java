package dev.bengal.collector;

import dev.bengal.collector.HeapProbe.HeapReading;
import dev.bengal.model.IoVolume;
import org.jspecify.annotations.Nullable;

/**
 * What was used up between two readings.
 *
 * @param cpuMillis null where it could not be read, like {@code allocatedMebibytes}
 * @param heap of the whole process, whichever thread caused it
 */
record Spent(@Nullable Double cpuMillis, @Nullable Double allocatedMebibytes, HeapReading heap, IoVolume io) {
    /** Nothing could be read. */
    static final Spent UNKNOWN = new Spent(null, null, HeapReading.UNKNOWN, IoVolume.UNKNOWN);

    /** By all threads of the process. */
    static Spent byProcess(Usage start, Usage end, HeapReading heap) {
        return new Spent(end.processCpuMillisSince(start), end.processMebibytesSince(start), heap, end.ioSince(start));
    }

    /** By the thread that took both readings; storage is counted for the whole process only, and so is not known. */
    static Spent byThread(Usage start, Usage end, HeapReading heap) {
        return new Spent(end.threadCpuMillisSince(start), end.threadMebibytesSince(start), heap, IoVolume.UNKNOWN);
    }
}
