package dev.bengal.collector;

import java.util.OptionalLong;

/** Reads how many bytes were allocated on the heap; exact, and it only grows. */
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
    };

    /** By all threads since the JVM started, the ended ones included. */
    OptionalLong processBytes();

    /** By the calling thread. */
    OptionalLong threadBytes();
}
