package dev.bengal.store.columns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Holds a block against what it was made of. */
public final class BlockCheck {
    private final Block block;
    private final List<double @Nullable []> values = new ArrayList<>();

    /**
     * Checks a block.
     *
     * @param metrics how many metrics have a number
     */
    public BlockCheck(Block block, int metrics) {
        this.block = block;
        for (int metric = 0; metric < metrics; metric++) {
            values.add(block.values(metric));
        }
    }

    /** Whether the block says of a build just what the row says. */
    public boolean holds(BuildRow row) {
        int at = block.find(row.get(Column.NUMBER));
        if (at < 0) {
            return false;
        }
        for (Column column : Column.ALL) {
            if (block.get(column, at) != row.get(column)) {
                return false;
            }
        }
        return block.id(at).equals(BuildRow.of(row.bytes()).id())
                && Objects.equals(
                        block.commits().get(at), BuildRow.of(row.bytes()).commit())
                && readings(at).equals(readings(row));
    }

    private Map<Integer, Double> readings(int at) {
        Map<Integer, Double> readings = new HashMap<>();
        for (int metric = 0; metric < values.size(); metric++) {
            double[] column = values.get(metric);
            if (column != null && !Double.isNaN(column[at])) {
                readings.put(metric, column[at]);
            }
        }
        return readings;
    }

    private static Map<Integer, Double> readings(BuildRow row) {
        Map<Integer, Double> readings = new HashMap<>();
        PackedReadings.visit(row.readings(), readings::putIfAbsent);
        return readings;
    }
}
