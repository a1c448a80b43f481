package dev.bengal.collector;

import java.util.OptionalLong;

/** Reads CPU time. */
public interface CpuProbe {
    /** Reads nothing. */
    CpuProbe NONE = new CpuProbe() {
        @Override
        public OptionalLong processNanos() {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong threadNanos() {
            return OptionalLong.empty();
        }

        @Override
        public OptionalLong childrenNanos() {
            return OptionalLong.empty();
        }
    };

    /** Of all threads of this process, user and system. */
    OptionalLong processNanos();

    /** Of the calling thread, user and system. */
    OptionalLong threadNanos();

    /** Of the processes that this one started and waited for; in steps of 10 ms. */
    OptionalLong childrenNanos();
}
