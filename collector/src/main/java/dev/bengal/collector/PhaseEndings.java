package dev.bengal.collector;

import dev.bengal.model.PhaseMetrics;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells a listener of phases that ended; a listener that fails costs one warning and never the build. */
final class PhaseEndings {
    private final @Nullable PhaseListener listener;
    private final Consumer<String> warnings;
    private final AtomicBoolean failed = new AtomicBoolean();

    /** @param listener null where nobody listens */
    PhaseEndings(@Nullable PhaseListener listener, Consumer<String> warnings) {
        this.listener = listener;
        this.warnings = warnings;
    }

    void ended(PhaseMetrics phase, int depth) {
        try {
            if (listener != null) {
                listener.ended(phase, depth);
            }
        } catch (RuntimeException e) {
            if (failed.compareAndSet(false, true)) {
                warnings.accept("a listener to phases failed: " + e);
            }
        }
    }
}
