package dev.bengal.collector;

import dev.bengal.model.GcActivity;
import dev.bengal.model.IoVolume;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMemory;
import dev.bengal.model.PhaseMetrics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The stages of one phase: what each thread measured for itself, summed up when the thread is done. */
final class StageLog implements Stages, PhaseLog.Entry {
    private final Instruments instruments;
    private final String parent;
    private final long buildStart;
    private final Consumer<PhaseMetrics> endings;
    private final List<StageTally> tallies = new ArrayList<>();
    private int workers;
    private boolean ended;
    private Outcome outcome = Outcome.SUCCESS;

    /** @param endings is told of each stage when all have ended */
    StageLog(
            Instruments instruments,
            String parent,
            long buildStart,
            List<String> names,
            Consumer<PhaseMetrics> endings) {
        this.instruments = instruments;
        this.parent = parent;
        this.buildStart = buildStart;
        this.endings = endings;
        names.forEach(name -> tallies.add(new StageTally(name)));
    }

    @Override
    public synchronized Worker worker() {
        workers++;
        return new StageWorker(
                instruments, tallies.stream().map(StageTally::name).toList(), this::add);
    }

    private synchronized void add(List<StageTally> measured) {
        for (int i = 0; i < measured.size(); i++) {
            tallies.get(i).add(measured.get(i));
        }
    }

    @Override
    public void close() {
        end(Outcome.SUCCESS);
    }

    @Override
    public void end(Outcome ending) {
        endOnce(ending).forEach(endings);
    }

    private synchronized List<PhaseMetrics> endOnce(Outcome ending) {
        if (ended) {
            return List.of();
        }
        ended = true;
        outcome = ending;
        return metrics();
    }

    @Override
    public synchronized List<PhaseMetrics> metrics() {
        return tallies.stream()
                .filter(tally -> tally.items() > 0)
                .map(this::metrics)
                .toList();
    }

    @Override
    public synchronized boolean isCpuEstimated() {
        return tallies.stream().anyMatch(StageTally::isCpuEstimated);
    }

    private PhaseMetrics metrics(StageTally tally) {
        return new PhaseMetrics(
                tally.name(),
                parent,
                null,
                (tally.firstNanos() - buildStart) / 1e6,
                tally.nanos() / 1e6 / workers,
                tally.cpuMillis(),
                new PhaseMemory(null, null, null, null, tally.allocatedMebibytes()),
                GcActivity.UNKNOWN,
                IoVolume.UNKNOWN,
                tally.items(),
                outcome);
    }
}
