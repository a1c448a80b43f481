package dev.bengal.model;

import java.util.Objects;

/**
 * Says that a value of the record came from a fallback and is not exact.
 *
 * @param value the key, such as {@code memory_rss_peak_mb}; with {@code phases.} before it, of the phases, such as {@code phases.memory_peak_mb}
 * @param source what stood in, such as {@code sampled every 50 ms}
 */
public record Estimate(String value, String source) {
    public Estimate {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(source, "source");
    }
}
