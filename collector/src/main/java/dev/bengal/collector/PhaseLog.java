package dev.bengal.collector;

import dev.bengal.collector.HeapProbe.HeapReading;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMemory;
import dev.bengal.model.PhaseMetrics;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The open and the ended phases of one build, on all of its threads.
 *
 * <p>CPU time and allocation of a phase are those of the whole process, so that threads which it started count too; but
 * where a phase that is none of its descendants was open on another thread at the same time, only its own thread's figures
 * are known to be its own, and those are taken.
 */
final class PhaseLog {
    private final Instruments instruments;
    private final PeakTracker peaks;
    private final long buildStart;
    private final PhaseEndings endings;

    @SuppressWarnings("ThreadLocalUsage") // One for each build, of which a daemon has many.
    private final ThreadLocal<Deque<OpenPhase>> stacks = new Stacks();

    private final List<OpenPhase> open = new ArrayList<>();
    private final List<Entry> started = new ArrayList<>();

    PhaseLog(Instruments instruments, PeakTracker peaks, long buildStart, PhaseEndings endings) {
        this.instruments = instruments;
        this.peaks = peaks;
        this.buildStart = buildStart;
        this.endings = endings;
    }

    /** Opens a phase below this thread's innermost one. */
    Phase open(String name) {
        return open(name, top());
    }

    /** Opens a phase below nothing. */
    Phase openOnTop(String name) {
        return open(name, null);
    }

    /** This thread's innermost open phase. */
    Optional<Phase> innermost() {
        return Optional.ofNullable(top());
    }

    /** What another thread ended lies on this one's stack still. */
    private @Nullable OpenPhase top() {
        Deque<OpenPhase> stack = stacks.get();
        OpenPhase phase = stack.peek();
        while (phase != null && phase.ended.get()) {
            stack.pop();
            phase = stack.peek();
        }
        return phase;
    }

    private Phase open(String name, @Nullable OpenPhase parent) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("phase name is blank");
        }
        OpenPhase phase = new OpenPhase(name, parent, Thread.currentThread());
        stacks.get().push(phase);
        enter(phase);
        phase.begin();
        return phase;
    }

    private synchronized void enter(OpenPhase phase) {
        for (OpenPhase other : open) {
            if (other.thread != phase.thread) {
                phase.shared = true;
                other.shared |= !phase.isBelow(other);
            }
        }
        open.add(phase);
        started.add(phase);
    }

    private synchronized void leave(OpenPhase phase) {
        open.remove(phase);
    }

    /** Ends what is still open. */
    void end() {
        for (Entry entry : all()) {
            entry.end(Outcome.INTERRUPTED);
        }
    }

    /** All phases in the order in which they started. */
    List<PhaseMetrics> phases() {
        List<PhaseMetrics> phases = new ArrayList<>();
        for (Entry entry : all()) {
            phases.addAll(entry.metrics());
        }
        return phases;
    }

    /** Whether the CPU time of a phase was not read of all of it. */
    boolean isCpuEstimated() {
        for (Entry entry : all()) {
            if (entry.isCpuEstimated()) {
                return true;
            }
        }
        return false;
    }

    private synchronized void enter(StageLog stages) {
        started.add(stages);
    }

    private synchronized List<Entry> all() {
        return new ArrayList<>(started);
    }

    /**
     * The part of a build that belongs to no phase: its length less the union of its top phases. All in milliseconds. Null without phases,
     * since it would be the whole time once more, and each change of that would be found twice.
     */
    static @Nullable Double unattributed(double totalMillis, List<PhaseMetrics> phases) {
        if (phases.isEmpty()) {
            return null;
        }
        double covered = 0;
        double end = 0;
        List<PhaseMetrics> top = new ArrayList<>();
        for (PhaseMetrics phase : phases) {
            if (phase.parent() == null) {
                top.add(phase);
            }
        }
        top.sort(new ByStart());
        for (PhaseMetrics phase : top) {
            double phaseEnd = Math.min(totalMillis, start(phase) + phase.durationMillis());
            covered += Math.max(0, phaseEnd - Math.max(end, start(phase)));
            end = Math.max(end, phaseEnd);
        }
        return Math.max(0, totalMillis - covered);
    }

    private static double start(PhaseMetrics phase) {
        Double start = phase.startMillis();
        return start == null ? 0 : start;
    }

    private static final class ByStart implements Comparator<PhaseMetrics> {
        @Override
        public int compare(PhaseMetrics one, PhaseMetrics other) {
            return Double.compare(start(one), start(other));
        }
    }

    /** What began in the build, and has one or several lines in its record. */
    interface Entry {
        /** Ends it, where it has not ended. */
        void end(Outcome ending);

        /** What is known by now. */
        List<PhaseMetrics> metrics();

        /** Whether CPU time was not read of all of it. */
        default boolean isCpuEstimated() {
            return false;
        }
    }

    /** The open phases of each thread, the innermost first. */
    private static final class Stacks extends ThreadLocal<Deque<OpenPhase>> {
        @Override
        protected Deque<OpenPhase> initialValue() {
            return new ArrayDeque<>();
        }
    }

    private final class OpenPhase implements Phase, Entry {
        private final String name;
        private final @Nullable OpenPhase parent;
        private final Thread thread;
        private final LongAdder items = new LongAdder();
        private final AtomicBoolean ended = new AtomicBoolean();
        private volatile boolean counted;
        private volatile boolean shared;
        private volatile Outcome outcome = Outcome.SUCCESS;

        private volatile PeakTracker.@Nullable Window window;
        private volatile @Nullable Usage usage;
        private volatile @Nullable Usage endUsage;
        private volatile Outcome endOutcome = Outcome.INTERRUPTED;
        private volatile long startNanos;
        private volatile long endNanos;

        OpenPhase(String name, @Nullable OpenPhase parent, Thread thread) {
            this.name = name;
            this.parent = parent;
            this.thread = thread;
        }

        /** Reads the clock last, so that the probes' own cost lies outside of the phase. */
        void begin() {
            window = peaks.open();
            usage = Usage.now(instruments);
            startNanos = instruments.ticker().nanos();
        }

        @Override
        public void recordItems(long count) {
            counted = true;
            items.add(count);
        }

        @Override
        public Phase phase(String childName) {
            return open(childName, this);
        }

        @Override
        public Stages stages(String... names) {
            int depth = depth() + 1;
            StageLog stages =
                    new StageLog(instruments, name, buildStart, List.of(names), stage -> endings.ended(stage, depth));
            enter(stages);
            return stages;
        }

        @Override
        public void outcome(Outcome ending) {
            outcome = ending;
        }

        @Override
        public void close() {
            stacks.get().remove(this);
            end(outcome);
        }

        @Override
        public void end(Outcome ending) {
            if (ended.compareAndSet(false, true)) {
                long now = instruments.ticker().nanos();
                PhaseMetrics measured = measure(now, ending);
                leave(this);
                endings.ended(measured, depth());
            }
        }

        private PhaseMetrics measure(long now, Outcome ending) {
            endNanos = now;
            endOutcome = ending;
            PeakTracker.Window resident = window;
            if (resident != null) {
                peaks.close(resident);
            }
            // Where another thread ends a phase, its own thread's figures cannot be asked for any more.
            boolean ownThread = Thread.currentThread() == thread;
            endUsage = shared && !ownThread ? null : Usage.now(instruments);
            return measured();
        }

        @Override
        public List<PhaseMetrics> metrics() {
            return List.of(measured());
        }

        /** What is known by now: the news of a collection may arrive later and put it into this phase. */
        private PhaseMetrics measured() {
            Spent spent = spent();
            PeakTracker.Window resident = window;
            return new PhaseMetrics(
                    name,
                    parent == null ? null : parent.name,
                    thread.getName(),
                    Math.max(0, startNanos - buildStart) / 1e6,
                    Math.max(0, endNanos - startNanos) / 1e6,
                    spent.cpuMillis(),
                    new PhaseMemory(
                            resident == null ? null : Usage.mebibytes(resident.deltaBytes()),
                            resident == null ? null : Usage.mebibytes(resident.peakBytes()),
                            Usage.mebibytes(spent.heap().liveBytes()),
                            Usage.mebibytes(spent.heap().peakBytes()),
                            spent.allocatedMebibytes()),
                    Usage.gc(spent.heap()),
                    spent.io(),
                    counted ? items.sum() : null,
                    endOutcome);
        }

        private Spent spent() {
            Usage start = usage;
            Usage end = endUsage;
            if (start == null || end == null) {
                return Spent.UNKNOWN;
            }
            HeapReading heap = instruments.heap().between(start.heap(), end.heap());
            return shared ? Spent.byThread(start, end, heap) : Spent.byProcess(start, end, heap);
        }

        /** How many phases lie around this one. */
        private int depth() {
            int depth = 0;
            for (OpenPhase around = parent; around != null; around = around.parent) {
                depth++;
            }
            return depth;
        }

        private boolean isBelow(OpenPhase other) {
            for (OpenPhase ancestor = parent; ancestor != null; ancestor = ancestor.parent) {
                if (ancestor == other) {
                    return true;
                }
            }
            return false;
        }
    }
}
