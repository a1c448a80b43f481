package dev.bengal.collector;

import dev.bengal.model.PhaseMetrics;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Tells listeners of phases that ended; those that fail cost one warning and never the build. */
final class PhaseEndings {
    private final List<PhaseListener> listeners;
    private final Consumer<String> warnings;
    private final AtomicBoolean failed = new AtomicBoolean();

    PhaseEndings(List<PhaseListener> listeners, Consumer<String> warnings) {
        this.listeners = List.copyOf(listeners);
        this.warnings = warnings;
    }

    void ended(PhaseMetrics phase, int depth) {
        for (PhaseListener listener : listeners) {
            try {
                listener.ended(phase, depth);
            } catch (RuntimeException | LinkageError e) {
                if (failed.compareAndSet(false, true)) {
                    warnings.accept("a listener to phases failed: " + e);
                }
            }
        }
    }
}
