package dev.bengal.site.log;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.model.PhaseMetrics;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs each phase of a build as it ends: attach one to {@link PerformanceCollector#onPhaseEnd}. A nested phase ends before
 * the one around it, so its line stands above that one's, indented. Safe for use by several threads; one for each build.
 *
 * <p>A phase knows the one around it by name. That tells the indentation of two levels; a deeper phase has the second one's
 * until a phase with its parent's name has ended.
 */
public final class PhaseLogger implements Consumer<PhaseMetrics> {
    /** The logger's name where none is given. */
    public static final String NAME = "dev.bengal.phases";

    private final PhaseFormat format;
    private final Consumer<String> lines;
    private final Map<String, Integer> depths = new HashMap<>();

    /** Logs at level INFO under {@link #NAME}. */
    public PhaseLogger(PhaseFormat format) {
        this(format, LoggerFactory.getLogger(NAME));
    }

    /** Logs at level INFO. */
    public PhaseLogger(PhaseFormat format, Logger logger) {
        this(format, (Consumer<String>) logger::info);
    }

    /** Hands each line to {@code lines}, one after the other. */
    public PhaseLogger(PhaseFormat format, Consumer<String> lines) {
        this.format = Objects.requireNonNull(format, "format");
        this.lines = Objects.requireNonNull(lines, "lines");
    }

    @Override
    public synchronized void accept(PhaseMetrics phase) {
        int depth = depthBelow(phase.parent());
        depths.put(phase.name(), depth);
        lines.accept(format.line(phase, depth));
    }

    private int depthBelow(@Nullable String parent) {
        return parent == null ? 0 : depths.getOrDefault(parent, 0) + 1;
    }
}
