package dev.bengal.site.log;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.PhaseListener;
import dev.bengal.model.PhaseMetrics;
import java.util.Objects;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs each phase of a build as it ends: attach one to {@link PerformanceCollector#onPhaseEnd}. A nested phase ends before
 * the one around it, so its line stands above that one's, indented. Safe for use by several threads; one for each build.
 */
public final class PhaseLogger implements PhaseListener {
    /** The logger's name where none is given. */
    public static final String NAME = "dev.bengal.phases";

    private final PhaseFormat format;
    private final Consumer<String> lines;

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
    public synchronized void ended(PhaseMetrics phase, int depth) {
        lines.accept(format.line(phase, depth));
    }
}
