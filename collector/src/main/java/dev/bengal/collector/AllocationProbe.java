package dev.bengal.collector;

import java.util.OptionalLong;

/** Reads how many bytes were allocated on the heap. */
public interface AllocationProbe {
    /** Reads nothing. */
    AllocationProbe NONE = new AllocationProbe() {
        @Override
        public OptionalLong processBytes() {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong threadBytes() {
            return OptionalLong.empty();
        }

        @Override
        public boolean isExact() {
            return true;
        }
    };

    /** By all threads since the JVM started. */
    OptionalLong processBytes();

    /** By the calling thread. */
    OptionalLong threadBytes();

    /** Whether {@link #processBytes} counts threads that have ended; if not, it is a sum over those that live. */
    boolean isExact();
}
