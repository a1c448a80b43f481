package dev.bengal.site.log;

import dev.bengal.model.PhaseMetrics;

/** How an ended phase is written on one line. */
public enum PhaseFormat {
    /** Name and duration, indented by nesting: {@code   pages               412.3ms}. */
    TIME {
        @Override
        String line(PhaseMetrics phase, int depth) {
            return PhaseText.time(phase, depth);
        }
    },
    /** The same with the change and the peak of the resident set: {@code   pages    412.3ms  +69.0MB  peak 162.9MB}. */
    MEMORY {
        @Override
        String line(PhaseMetrics phase, int depth) {
            return PhaseText.memory(phase, depth);
        }
    },
    /**
     * A JSON object with {@code name}, {@code parent}, {@code depth}, {@code duration_ms}, {@code memory_delta_mb}, {@code memory_peak_mb},
     * {@code allocated_mb}, {@code cpu_ms}, {@code items} and {@code outcome}, rounded as in the record; null where nothing
     * was measured.
     */
    JSON {
        @Override
        String line(PhaseMetrics phase, int depth) {
            return PhaseJson.line(phase, depth);
        }
    };

    /** @param depth how many phases lie around this one */
    abstract String line(PhaseMetrics phase, int depth);
}
