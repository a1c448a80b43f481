package dev.bengal.collector;

import java.util.Optional;

/** Reads how much this process moved to and from storage; what the page cache answered is not in it. */
@FunctionalInterface
public interface IoProbe {
    /** Reads nothing. */
    IoProbe NONE = Optional::empty;

    /** The bytes since the process started. */
    Optional<BytesMoved> moved();

    /** Bytes read from and sent to storage. */
    record BytesMoved(long read, long written) {}
}
