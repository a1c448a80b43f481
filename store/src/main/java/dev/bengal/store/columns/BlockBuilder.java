package dev.bengal.store.columns;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds that are to become a block. */
public final class BlockBuilder implements Block.Source {
    private final List<BuildRow> rows = new ArrayList<>();

    /** Takes one more build, whose number is above those of all before. */
    public void add(BuildRow row) {
        rows.add(row);
    }

    /** How many there are. */
    public int size() {
        return rows.size();
    }

    /** The number of the first one. */
    public long first() {
        return rows.get(0).get(Column.NUMBER);
    }

    /** The number of the last one. */
    public long last() {
        return rows.get(rows.size() - 1).get(Column.NUMBER);
    }

    /** The latest time of any of them. */
    public long latest(Column time) {
        return rows.stream().mapToLong(row -> row.get(time)).max().orElseThrow();
    }

    /** The builds as a block, each column of which is packed when it is asked for. */
    public Block block() {
        return new Block(rows.size(), first(), last(), this);
    }

    /** All parts, sealed, as they are to be kept. */
    public Map<Integer, byte[]> parts() {
        List<Values> metrics = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            int place = at;
            PackedReadings.visit(rows.get(at).readings(), (metric, value) -> {
                while (metrics.size() <= metric) {
                    metrics.add(new Values());
                }
                metrics.get(metric).add(place, value);
            });
        }
        Map<Integer, byte[]> parts = new TreeMap<>();
        for (Column.Part part : Column.Part.ALL) {
            parts.put(part.number(), Chunk.seal(numbers(part)));
        }
        parts.put(Block.IDS, Chunk.seal(ids()));
        parts.put(Block.COMMITS, Chunk.seal(commits()));
        for (int metric = 0; metric < metrics.size(); metric++) {
            if (metrics.get(metric).size > 0) {
                parts.put(Block.part(metric), Chunk.seal(metrics.get(metric).pack(rows.size())));
            }
        }
        return parts;
    }

    @Override
    public byte @Nullable [] part(int part) {
        if (part >= Block.FIRST_METRIC) {
            Values values = new Values();
            for (int at = 0; at < rows.size(); at++) {
                int place = at;
                PackedReadings.visit(rows.get(at).readings(), (metric, value) -> {
                    if (Block.part(metric) == part) {
                        values.add(place, value);
                    }
                });
            }
            return values.size == 0 ? null : values.pack(rows.size());
        }
        return switch (part) {
            case Block.IDS -> ids();
            case Block.COMMITS -> commits();
            default -> numbers(Column.Part.ALL.get(part));
        };
    }

    private byte[] ids() {
        return PackedTexts.pack(rows.stream().map(BuildRow::id).toList());
    }

    private byte[] commits() {
        List<@Nullable String> commits = new ArrayList<>();
        rows.forEach(row -> commits.add(row.commit()));
        return PackedTexts.pack(commits);
    }

    private byte[] numbers(Column.Part part) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Column column : part.columns()) {
            all.writeBytes(PackedNumbers.pack(
                    rows.stream().mapToLong(row -> row.get(column)).toArray(), rows.size()));
        }
        return all.toByteArray();
    }

    /** What one metric was in which builds. */
    private static final class Values {
        private int[] places = new int[0];
        private double[] values = new double[0];
        private int size;

        /** Takes the first value of a build. */
        void add(int place, double value) {
            if (size > 0 && places[size - 1] == place) {
                return;
            }
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size + 16);
                values = Arrays.copyOf(values, 2 * size + 16);
            }
            places[size] = place;
            values[size++] = value;
        }

        byte[] pack(int builds) {
            return PackedValues.pack(places, values, size, builds);
        }
    }
}
