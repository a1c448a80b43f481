package dev.bengal.site;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Objects;

/**
 * Which pages are published.
 *
 * @param drafts whether those are that call themselves drafts
 * @param future whether those are whose date has not come
 * @param clock tells which dates have
 */
public record Publication(boolean drafts, boolean future, InstantSource clock) {
    /** Neither drafts nor what is dated later than now. */
    public static final Publication USUAL = new Publication(false, false, InstantSource.system());

    public Publication {
        Objects.requireNonNull(clock, "clock");
    }

    /** Whether pages of this date must wait. */
    public boolean isTooEarlyFor(OffsetDateTime date) {
        return !future && date.toInstant().isAfter(clock.instant());
    }
}
