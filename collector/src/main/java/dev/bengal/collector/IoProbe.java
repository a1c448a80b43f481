package dev.bengal.collector;

import java.util.Optional;

/** Reads how much this process moved to and from storage; what the page cache answered is not in it. */
@FunctionalInterface
public interface IoProbe {
    /** Reads nothing. */
    IoProbe NONE = Optional::empty;

    /** The volume since the process started. */
    Optional<IoVolume> volume();

    /** Bytes read from and sent to storage. */
    record IoVolume(long readBytes, long writtenBytes) {}
}
