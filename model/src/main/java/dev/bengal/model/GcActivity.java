package dev.bengal.model;

import org.jspecify.annotations.Nullable;

/**
 * Garbage collection during a stretch of time. Collections belong to the whole process, whichever thread caused them.
 *
 * @param count how many ran
 * @param millis time in them
 */
public record GcActivity(@Nullable Long count, @Nullable Double millis) {
    /** Nothing was measured. */
    public static final GcActivity UNKNOWN = new GcActivity(null, null);
}
