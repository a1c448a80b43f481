package dev.bengal.collector;

import dev.bengal.collector.HeapProbe.HeapReading;
import dev.bengal.journal.JournalException;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildIdentity;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Estimate;
import dev.bengal.model.MemoryTotals;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import dev.bengal.model.TimeTotals;
import dev.bengal.model.Totals;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Measures one build and saves what it measured.
 *
 * <p>{@link #startBuild}, then {@link #phase phases} on any threads, then {@link #endBuild} and {@link #save}. A build that
 * is killed by a signal in between is recorded as {@link Outcome#INTERRUPTED}, where a directory was given to
 * {@link #recordInterruptionsIn}. Safe for use by several threads.
 *
 * <p>Nothing that fails in here reaches the build: it costs one warning.
 */
public final class PerformanceCollector implements AutoCloseable {
    private final TrackedBuild tracked;
    private final Instruments instruments;
    private final Surroundings surroundings;
    private final Consumer<String> warnings;
    private final PeakTracker peaks;
    private final Object recording = new Object();

    private final List<PhaseListener> phaseListeners = new ArrayList<>();
    private @Nullable MetricsDirectory interruptions;
    private @Nullable UnaryOperator<BuildMetrics> interruptedBuild;
    private @Nullable Thread shutdownHook;
    private volatile @Nullable RunningBuild running;
    private @Nullable BuildMetrics ended;
    private @Nullable BuildId saved;

    /**
     * A collector with these instruments.
     *
     * @param surroundings finds out the commit and the environment while the build runs
     * @param warnings gets at most a sentence for each thing that failed
     */
    public PerformanceCollector(
            TrackedBuild tracked, Instruments instruments, Surroundings surroundings, Consumer<String> warnings) {
        this.tracked = tracked;
        this.instruments = instruments;
        this.surroundings = surroundings;
        this.warnings = warnings;
        this.peaks = new PeakTracker(instruments.memory());
    }

    /** A collector that only times the phases: for a build that is not recorded. */
    public static PerformanceCollector timingOnly(TrackedBuild tracked) {
        return new PerformanceCollector(tracked, Instruments.timingOnly(), Surroundings.unknown(), warning -> {});
    }

    /** From now on a build that a signal ends is saved here, as interrupted. Call it before {@link #startBuild}. */
    public void recordInterruptionsIn(MetricsDirectory directory) {
        interruptions = directory;
    }

    /**
     * The same, for a build of which more is known than what was measured here.
     *
     * @param completion puts it into the record, on a thread of its own while the build's threads still run; where it throws, the
     *     build is saved as it was measured
     */
    public void recordInterruptionsIn(MetricsDirectory directory, UnaryOperator<BuildMetrics> completion) {
        recordInterruptionsIn(directory);
        interruptedBuild = completion;
    }

    /**
     * Tells {@code listener}, besides those that were named before, of each phase as it ends, on the thread that ended it. Call it before
     * {@link #startBuild}. What a listener throws is swallowed with one warning.
     */
    public void onPhaseEnd(PhaseListener listener) {
        phaseListeners.add(listener);
    }

    /** The build begins. */
    public void startBuild() {
        synchronized (recording) {
            if (running != null) {
                throw new IllegalStateException("startBuild was called twice");
            }
            surroundings.start(tracked, warnings);
            if (interruptions != null) {
                // It waits for this lock, and so for the build to have begun; to set it up is no part of the build.
                shutdownHook = new Interruption();
                java.lang.Runtime.getRuntime().addShutdownHook(shutdownHook);
            }
            running = new RunningBuild();
        }
    }

    /**
     * Opens a phase, below this thread's innermost open one where there is one.
     *
     * @param name such as {@code rendering}; not blank
     */
    public Phase phase(String name) {
        return started().phases.open(name);
    }

    /**
     * Opens a phase below nothing, whatever this thread has open: for one that begins several things, and then goes on with any of them.
     *
     * @param name as of {@link #phase}
     */
    public Phase topPhase(String name) {
        return started().phases.openOnTop(name);
    }

    /**
     * Does work beside the build, on a thread of the collector's own. Its CPU time is taken off the build's, and so is what it allocates
     * where the JVM counts what ended threads allocated; memory in use, collections and recorded call sites are not. For what prepares the
     * saving; nobody waits for it, and what it throws is swallowed.
     *
     * @param name of the thread
     */
    public void beside(String name, Runnable work) {
        try {
            OwnThreads.start(name, new Preparation(work));
        } catch (OutOfMemoryError e) {
            // No further thread: then nothing is prepared.
        }
    }

    /** What the record of the build will be called, once it has begun: for what it starts and what records itself. */
    public BuildId buildId() {
        return started().id();
    }

    /** Adds to what this thread's innermost open phase worked through; without one, nothing happens. */
    public void recordItems(long count) {
        started().phases.innermost().ifPresent(phase -> phase.recordItems(count));
    }

    /** The build has ended; phases that are still open end with it, as interrupted. Asked again, it answers the same. */
    public BuildMetrics endBuild(BuildStats stats) {
        synchronized (recording) {
            BuildMetrics known = ended;
            if (known == null) {
                known = started().end(stats);
                ended = known;
            }
            return known;
        }
    }

    /**
     * Appends the build to the history in {@code directory}. Called twice for one build, it saves it once.
     *
     * @return whether the build is in the history now; if not, a warning said why
     */
    public boolean save(BuildMetrics metrics, MetricsDirectory directory) {
        synchronized (recording) {
            if (metrics.identity().id().equals(saved)) {
                return true;
            }
            try {
                directory.save(metrics);
                saved = metrics.identity().id();
                return true;
            } catch (JournalException e) {
                warnings.accept("this build was not recorded: " + e.getMessage());
                return false;
            }
        }
    }

    /** Lets go of the shutdown hook. A build that was not saved by now is not recorded. */
    @Override
    public void close() {
        Thread hook;
        synchronized (recording) {
            hook = shutdownHook;
            shutdownHook = null;
            interruptions = null;
            if (running != null && ended == null) {
                running.stopWatching();
            }
        }
        if (hook != null) {
            try {
                java.lang.Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The JVM is going down, and the hook runs or has run.
            }
        }
        surroundings.close();
    }

    private void saveInterrupted() {
        synchronized (recording) {
            MetricsDirectory directory = interruptions;
            if (directory != null) {
                save(completed(endBuild(BuildStats.of(Outcome.INTERRUPTED))), directory);
            }
        }
    }

    private BuildMetrics completed(BuildMetrics measured) {
        UnaryOperator<BuildMetrics> completion = interruptedBuild;
        try {
            return completion == null ? measured : completion.apply(measured);
        } catch (RuntimeException | LinkageError e) {
            warnings.accept(
                    "this interrupted build is recorded as it was measured, without what else is known of it: " + e);
            return measured;
        }
    }

    private RunningBuild started() {
        RunningBuild build = running;
        if (build == null) {
            throw new IllegalStateException("startBuild was not called");
        }
        return build;
    }

    /** Not a lambda, as {@link Interruption} is none. */
    private record Preparation(Runnable work) implements Runnable {
        @Override
        public void run() {
            try {
                work.run();
            } catch (RuntimeException | Error e) {
                // Not on stderr, beside what the build says: whatever is wrong will be said when it is done in earnest.
            }
        }
    }

    /** A signal ends the build. Not a lambda, which would be made at run time, in every build. */
    private final class Interruption extends Thread {
        Interruption() {
            super("bengal-interrupted");
        }

        @Override
        public void run() {
            try {
                saveInterrupted();
            } catch (RuntimeException | LinkageError e) {
                warnings.accept("this interrupted build was not recorded: " + e);
            }
        }
    }

    /** The readings at the start, until they are taken again at the end. */
    private final class RunningBuild {
        private final Instant timestamp = instruments.clock().instant();
        private final PeakTracker.Window window = peaks.open();
        private final @Nullable PeakSampler sampler = PeakSampler.startWhereNeeded(peaks);
        private final OptionalLong childCpu = instruments.cpu().childrenNanos();
        private final Usage usage;
        private final long startNanos;
        private final PhaseLog phases;
        private @Nullable BuildId id;

        RunningBuild() {
            instruments.heap().start();
            usage = Usage.now(instruments);
            startNanos = instruments.ticker().nanos();
            phases = new PhaseLog(instruments, peaks, startNanos, new PhaseEndings(phaseListeners, warnings));
        }

        /** Made when it is asked for, since few builds have to be called something before they end. */
        synchronized BuildId id() {
            BuildId known = id;
            if (known == null) {
                known = BuildId.create(timestamp, new SecureRandom());
                id = known;
            }
            return known;
        }

        BuildMetrics end(BuildStats stats) {
            double wallMillis = Math.max(0, instruments.ticker().nanos() - startNanos) / 1e6;
            Usage now = Usage.now(instruments);
            phases.end();
            stopWatching();
            peaks.close(window);
            List<PhaseMetrics> ended = phases.phases();
            Surroundings.Findings found = surroundings.findings();
            return new BuildMetrics(
                    new BuildIdentity(
                            id(),
                            found.parentBuild(),
                            timestamp,
                            tracked.project(),
                            tracked.scenario(),
                            CollectorVersion.NUMBER),
                    stats,
                    found.commit(),
                    found.ci(),
                    totals(now, wallMillis, PhaseLog.unattributed(wallMillis, ended)),
                    ended,
                    List.of(),
                    List.of(),
                    found.environment());
        }

        /** Ends the threads that look while the build runs. */
        void stopWatching() {
            instruments.heap().stop();
            if (sampler != null) {
                sampler.stop();
            }
        }

        private Totals totals(Usage now, double wallMillis, @Nullable Double unattributedMillis) {
            HeapReading heap = instruments.heap().between(usage.heap(), now.heap());
            return new Totals(
                    new TimeTotals(
                            wallMillis,
                            now.processCpuMillisSince(usage),
                            Usage.differenceMillis(childCpu, instruments.cpu().childrenNanos()),
                            unattributedMillis),
                    new MemoryTotals(
                            Usage.mebibytes(window.growthBytes()),
                            Usage.mebibytes(window.peakBytes()),
                            Usage.mebibytes(heap.liveBytes()),
                            Usage.mebibytes(heap.peakBytes()),
                            now.processMebibytesSince(usage)),
                    Usage.gc(heap),
                    now.ioSince(usage),
                    estimates(heap));
        }

        private List<Estimate> estimates(HeapReading heap) {
            List<Estimate> estimates = new ArrayList<>();
            if (!peaks.isExact()) {
                String source = sampler == null ? PeakTracker.SOURCE : PeakSampler.SOURCE;
                add(estimates, source, "memory_rss_mb", "memory_rss_peak_mb", "phases.memory_peak_mb");
            }
            if (!heap.complete()) {
                add(
                        estimates,
                        "some collections were missed",
                        "memory_heap_mb",
                        "memory_peak_mb",
                        "phases.heap_live_mb",
                        "phases.heap_peak_mb");
            }
            if (!instruments.allocation().isExact()) {
                add(estimates, "sum over live threads", "allocated_mb", "phases.allocated_mb");
            }
            if (phases.isCpuEstimated()) {
                estimates.add(StageTally.ESTIMATE);
            }
            return estimates;
        }

        private static void add(List<Estimate> estimates, String source, String... values) {
            for (String value : values) {
                estimates.add(new Estimate(value, source));
            }
        }
    }
}
