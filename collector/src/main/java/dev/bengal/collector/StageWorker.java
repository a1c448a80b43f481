package dev.bengal.collector;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One thread's way through the stages. The reading that ends one stage begins the next. */
final class StageWorker implements Stages.Worker {
    private final Instruments instruments;
    private final List<StageTally> tallies;
    private final Consumer<List<StageTally>> done;
    private @Nullable StageTally current;
    private boolean readsCpu;
    private long nanos;
    private OptionalLong cpuNanos = OptionalLong.empty();
    private OptionalLong bytes = OptionalLong.empty();

    StageWorker(Instruments instruments, List<String> names, Consumer<List<StageTally>> done) {
        this.instruments = instruments;
        this.tallies = names.stream().map(StageTally::new).toList();
        this.done = done;
    }

    @Override
    public void enter(String stage) {
        StageTally next = tally(stage);
        read(next.readsCpuNext());
        next.begin(nanos);
        current = next;
    }

    @Override
    public void leave() {
        if (current != null) {
            read(false);
            current = null;
        }
    }

    @Override
    public void close() {
        leave();
        done.accept(tallies);
    }

    private void read(boolean readsCpuNext) {
        StageTally ended = current;
        long nowNanos = instruments.ticker().nanos();
        OptionalLong nowCpu = readsCpuNext || readsCpu ? instruments.cpu().threadNanos() : OptionalLong.empty();
        OptionalLong nowBytes = instruments.allocation().threadBytes();
        if (ended != null) {
            ended.add(nowNanos - nanos, bytes, nowBytes);
            if (readsCpu) {
                ended.addCpu(nowNanos - nanos, cpuNanos, nowCpu);
            }
        }
        readsCpu = readsCpuNext;
        nanos = nowNanos;
        cpuNanos = nowCpu;
        bytes = nowBytes;
    }

    private StageTally tally(String stage) {
        for (StageTally tally : tallies) {
            if (tally.name().equals(stage)) {
                return tally;
            }
        }
        throw new IllegalArgumentException("there is no stage '" + stage + "'");
    }
}
