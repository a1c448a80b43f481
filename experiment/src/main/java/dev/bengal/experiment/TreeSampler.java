package dev.bengal.experiment;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Looks at the memory of a process tree again and again until it is stopped. The time between two looks is a tenth of the
 * time so far, but at least 2 ms and at most 100 ms: so what a look misses at the end is the last tenth of the command's life at
 * most, or its last 100 ms, and a long command is not looked at more often than ten times a second. A tree that is
 * slow to read is read less often, such that it takes no more than a twentieth of one CPU.
 */
final class TreeSampler implements Runnable {
    /** What a record says of a peak that was found this way. */
    static final String SOURCE = "sampled from /proc every 2 to 100 ms";

    private static final long SHORTEST = Duration.ofMillis(2).toNanos();
    private static final long LONGEST = Duration.ofMillis(100).toNanos();
    private static final long SHARE_OF_LIFE = 10;
    private static final int FEWEST = 3;
    private static final long TIMES_OWN_COST = 20;

    private final Supplier<Optional<TreeReading>> reading;
    private final Thread thread;
    private Optional<TreeReading> highest = Optional.empty();
    private int looks;
    private long lastLook;
    private volatile boolean stopped;

    private TreeSampler(Supplier<Optional<TreeReading>> reading) {
        this.reading = reading;
        this.thread = new Thread(this, "bengal-tree-sampler");
        thread.setDaemon(true);
    }

    static TreeSampler start(Supplier<Optional<TreeReading>> reading) {
        TreeSampler sampler = new TreeSampler(reading);
        sampler.thread.start();
        return sampler;
    }

    @Override
    public void run() {
        long start = System.nanoTime();
        while (!stopped) {
            long begin = System.nanoTime();
            take(reading.get(), begin);
            long end = System.nanoTime();
            LockSupport.parkNanos(pause(end - start, end - begin));
        }
    }

    static long pause(long lifeNanos, long costNanos) {
        long regular = Math.min(LONGEST, Math.max(SHORTEST, lifeNanos / SHARE_OF_LIFE));
        return Math.max(regular, costNanos * TIMES_OWN_COST);
    }

    private synchronized void take(Optional<TreeReading> now, long nanos) {
        now.ifPresent(known -> {
            highest = Optional.of(highest.map(known::highest).orElse(known));
            lastLook = nanos;
            looks++;
        });
    }

    /**
     * Ends it; tells the highest figures that were seen, if they tell anything of the peak.
     *
     * @param startNanos when the command started
     * @param endNanos when it had ended
     */
    Optional<TreeReading> stop(long startNanos, long endNanos) {
        stopped = true;
        LockSupport.unpark(thread);
        synchronized (this) {
            return highest.filter(known -> areTelling(looks, lastLook - startNanos, endNanos - startNanos));
        }
    }

    /**
     * Whether looks at a command tell of its peak. One or two saw it start, no more; and where the last one came in the first
     * half of its life, since that was short and the machine busy, the peak may have come later.
     */
    static boolean areTelling(int looks, long lastLookNanos, long lifeNanos) {
        return looks >= FEWEST && lastLookNanos >= lifeNanos / 2;
    }
}
