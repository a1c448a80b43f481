package dev.bengal.store;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A shared store in memory that keeps lines, and that can be out of reach or in a bad mood. */
final class FakeSharedStore implements SharedStore {
    final Set<String> lines = new LinkedHashSet<>();
    final List<Integer> batches = new ArrayList<>();

    /** What every call fails with; null while it works. */
    @Nullable
    SharedStoreException failure;

    /** How many calls failed. */
    int refusals;

    /** Runs while a batch is on its way. */
    Runnable meanwhile = () -> {};

    /** How many handovers were begun, and how many of them are not closed. */
    int handovers;

    int open;

    private final String name;

    FakeSharedStore(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Delivery deliver(List<byte[]> delivered) {
        fail();
        meanwhile.run();
        batches.add(delivered.size());
        int before = lines.size();
        delivered.forEach(line -> lines.add(new String(line, StandardCharsets.UTF_8)));
        return new Delivery(lines.size() - before, 0, true);
    }

    @Override
    public Handover handover() {
        handovers++;
        open++;
        return new Handover() {
            @Override
            public Supplier<Delivery> prepare(List<byte[]> delivered) {
                return () -> deliver(delivered);
            }

            @Override
            public void close() {
                open--;
            }
        };
    }

    private void fail() {
        if (failure != null) {
            refusals++;
            throw failure;
        }
    }

    @Override
    public void append(BuildMetrics build) {
        throw new UnsupportedOperationException("it is delivered to");
    }

    @Override
    public void append(HistoryEvent event) {
        throw new UnsupportedOperationException("it is delivered to");
    }

    @Override
    public History recent(BuildFilter filter, BuildOrder order, int limit) {
        fail();
        return new History(List.of(), 1_000_000, List.of());
    }

    @Override
    public List<BuildRecord> latest(BuildFilter filter, int limit) {
        fail();
        return List.of();
    }

    @Override
    public List<Series> series(BuildFilter filter, String metric, int limit) {
        fail();
        return List.of();
    }

    @Override
    public Object mark() {
        fail();
        return lines.size();
    }

    @Override
    public List<HistoryEvent> events() {
        fail();
        return List.of();
    }
}
