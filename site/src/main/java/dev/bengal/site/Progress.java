package dev.bengal.site;

import java.util.concurrent.atomic.AtomicLong;

/** Is told how far a build is, now and then and from any thread. */
@FunctionalInterface
public interface Progress {
    /** Is told nothing. */
    Progress NONE = (done, of) -> {};

    /** So many of so many documents are done. */
    void reached(long done, long of);

    /** Counts documents for a progress, and tells it of some. */
    final class Counter {
        private static final long STEP = 64;

        private final Progress progress;
        private final long of;
        private final AtomicLong done = new AtomicLong();

        Counter(Progress progress, long of) {
            this.progress = progress;
            this.of = of;
        }

        void count() {
            long now = done.incrementAndGet();
            if (now % STEP == 0) {
                progress.reached(now, of);
            }
        }
    }
}
