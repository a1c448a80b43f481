package dev.bengal.collector;

import dev.bengal.collector.MemoryProbe.Residence;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Knows the peak of the resident set in each of many windows that nest and overlap, although the kernel keeps only one
 * high-water mark: at every boundary the mark is folded into all open windows and reset.
 */
final class PeakTracker {
    /** What a record says of peaks where the kernel's mark failed on the way, and nobody looked in between. */
    static final String SOURCE = "looked at where phases begin and end";

    private final MemoryProbe probe;
    private final Set<Window> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean exact = true;

    PeakTracker(MemoryProbe probe) {
        this.probe = probe;
    }

    /** Opens a window that begins now. */
    synchronized Window open() {
        Window window = new Window(fold());
        open.add(window);
        return window;
    }

    /** Closes a window that ends now. */
    synchronized void close(Window window) {
        window.end = fold();
        open.remove(window);
    }

    /** Looks at the resident set in between, for systems where a peak can only be sampled. */
    synchronized void sample() {
        fold();
    }

    /** Whether every peak so far came from the kernel's own mark. */
    synchronized boolean isExact() {
        return exact;
    }

    /** What is there now, in bytes, or {@link Window#UNKNOWN}. */
    private long fold() {
        Optional<Residence> now = probe.take();
        if (now.isEmpty()) {
            return Window.UNKNOWN;
        }
        Residence residence = now.get();
        exact &= residence.peakBytes().isPresent();
        for (Window window : open) {
            window.peak = Math.max(window.peak, residence.highestBytes());
        }
        return residence.nowBytes();
    }

    /** A stretch of time and the resident set in it, in bytes; each figure is empty where nothing could be read. */
    static final class Window {
        private static final long UNKNOWN = -1;

        private final long start;
        private long end = UNKNOWN;
        private long peak;

        private Window(long start) {
            this.start = start;
            this.peak = start;
        }

        OptionalLong peakBytes() {
            return peak == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(peak);
        }

        /** The peak less what was there at the start. */
        OptionalLong growthBytes() {
            return start == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(peak - start);
        }

        /** What was there at the end less what was there at the start. */
        OptionalLong deltaBytes() {
            return start == UNKNOWN || end == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(end - start);
        }
    }
}
