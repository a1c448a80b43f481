package dev.bengal.model;

import org.jspecify.annotations.Nullable;

/**
 * What the process moved to and from storage, in MiB; what the page cache answered is not in it.
 *
 * @param readMebibytes fetched from storage
 * @param writtenMebibytes caused to be sent to storage
 */
public record IoVolume(
        @Nullable Double readMebibytes, @Nullable Double writtenMebibytes) {
    /** Nothing was measured. */
    public static final IoVolume UNKNOWN = new IoVolume(null, null);
}
