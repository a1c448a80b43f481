package dev.bengal.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A build as a history holds it.
 *
 * @param line the very line of the history, without its newline
 * @param excluded why someone took the build out of every judgement, or null where nobody did
 */
public record BuildRecord(
        BuildMetrics build, String line, @Nullable String excluded) {
    public BuildRecord {
        Objects.requireNonNull(build, "build");
        Objects.requireNonNull(line, "line");
    }

    /** A build that counts. */
    public BuildRecord(BuildMetrics build, String line) {
        this(build, line, null);
    }

    /** Whether later builds may be held against this one: nobody excluded it, and the build itself is fit for it. */
    public boolean isBaselineMaterial() {
        return excluded == null && build.isBaselineMaterial();
    }

    /** The same build with what was said of it. */
    public BuildRecord excludedFor(@Nullable String why) {
        return new BuildRecord(build, line, why);
    }
}
