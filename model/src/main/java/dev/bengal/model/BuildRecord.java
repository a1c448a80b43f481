package dev.bengal.model;

import java.util.Objects;

/**
 * A build as a history holds it.
 *
 * @param line the very line of the history, without its newline
 */
public record BuildRecord(BuildMetrics build, String line) {
    public BuildRecord {
        Objects.requireNonNull(build, "build");
        Objects.requireNonNull(line, "line");
    }
}
