package dev.bengal.collector;

import java.util.Optional;
import java.util.OptionalLong;

/** Reads the resident set of this process. */
@FunctionalInterface
public interface MemoryProbe {
    /** Reads nothing. */
    MemoryProbe NONE = Optional::empty;

    /** The resident set now, and its peak since the last call; the peak starts anew with each call. */
    Optional<Residence> take();

    /**
     * How much of the process is in memory.
     *
     * @param nowBytes at this moment
     * @param peakBytes the highest since the last reading; empty where the system does not let a process ask that, so that
     *     a peak is only as good as the moments at which somebody looked
     */
    record Residence(long nowBytes, OptionalLong peakBytes) {
        /** The highest that is known: the peak, or else what is there now. */
        public long highestBytes() {
            return Math.max(nowBytes, peakBytes.orElse(nowBytes));
        }
    }
}
