package dev.bengal.collector;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Looks at the resident set every 50 ms, on systems where the kernel's own peak cannot be reset. */
final class PeakSampler {
    /** What a record says of peaks that were found this way. */
    static final String SOURCE = "sampled every 50 ms";

    private static final long INTERVAL_NANOS = Duration.ofMillis(50).toNanos();

    private final PeakTracker peaks;
    private volatile boolean stopped;

    private PeakSampler(PeakTracker peaks) {
        this.peaks = peaks;
    }

    private void run() {
        while (!stopped) {
            peaks.sample();
            OwnThreads.rest();
            LockSupport.parkNanos(INTERVAL_NANOS);
        }
    }

    /** Starts one; null where the peaks are exact without it or nothing can be read at all. */
    static @Nullable PeakSampler startWhereNeeded(PeakTracker peaks) {
        if (peaks.isExact()) {
            return null;
        }
        PeakSampler sampler = new PeakSampler(peaks);
        OwnThreads.start("bengal-peak-sampler", sampler::run);
        return sampler;
    }

    void stop() {
        stopped = true;
    }
}
