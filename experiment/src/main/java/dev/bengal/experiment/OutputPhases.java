package dev.bengal.experiment;

import dev.bengal.collector.Ticker;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The phases of a command, as the lines of its output tell them: a line with a name ends the phase before it and begins one;
 * a line with the name of the running phase goes on with it. Safe for several threads, since there are two streams.
 */
final class OutputPhases {
    /** A pattern that fits every line of a long output is a mistake, and no reason to fill the history. */
    static final int MOST = 10_000;

    private final Optional<PhasePattern> pattern;
    private final Ticker ticker;
    private final List<Start> starts = new ArrayList<>();
    private volatile @Nullable String complaint;

    /** @param pattern empty where no line begins a phase */
    OutputPhases(Optional<PhasePattern> pattern, Ticker ticker) {
        this.pattern = pattern;
        this.ticker = ticker;
    }

    /** Looks at one more line; not any more after one that the pattern could not be tried on. */
    void line(String line) {
        if (complaint == null) {
            try {
                pattern.flatMap(known -> known.name(line)).ifPresent(this::begin);
            } catch (ExperimentException e) {
                complaint = e.getMessage() + " From there on no phases were looked for.";
            }
        }
    }

    /** Why phases were not looked for to the end; empty where they were. */
    Optional<String> complaint() {
        return Optional.ofNullable(complaint);
    }

    /** The clock is read under the lock: of two streams, the one that is listed later must not begin earlier. */
    private synchronized void begin(String name) {
        boolean goesOn =
                !starts.isEmpty() && starts.get(starts.size() - 1).name().equals(name);
        if (!goesOn && starts.size() < MOST) {
            starts.add(new Start(name, ticker.nanos()));
        }
    }

    /**
     * All phases.
     *
     * @param startNanos when the command started
     * @param endNanos when it ended, and with it the last phase
     * @param outcome how; that of the last phase too
     */
    synchronized List<PhaseMetrics> phases(long startNanos, long endNanos, Outcome outcome) {
        List<PhaseMetrics> phases = new ArrayList<>(starts.size());
        for (int i = 0; i < starts.size(); i++) {
            boolean last = i == starts.size() - 1;
            // What the command left in the pipe is read after its end.
            long begin = Math.min(starts.get(i).nanos(), endNanos);
            long end = last ? endNanos : Math.min(starts.get(i + 1).nanos(), endNanos);
            phases.add(PhaseMetrics.timed(
                    starts.get(i).name(),
                    null,
                    (begin - startNanos) / 1e6,
                    Math.max(0, end - begin) / 1e6,
                    last ? outcome : Outcome.SUCCESS));
        }
        return phases;
    }

    /** Time before the first phase, which belongs to none; all of it where there are none. */
    synchronized double unattributedMillis(long startNanos, long endNanos) {
        long first = starts.isEmpty() ? endNanos : Math.min(starts.get(0).nanos(), endNanos);
        return Math.max(0, first - startNanos) / 1e6;
    }

    private record Start(String name, long nanos) {}
}
