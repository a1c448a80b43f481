package dev.bengal.store.columns;

import dev.bengal.model.Metric;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import dev.bengal.store.ThinSeries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads of every build a value and where it stands, and all else only of those builds that the picture keeps. */
public final class ThinnedReading {
    private final Metric metric;
    private final int number;
    private final Map<Integer, String> words;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Long, SeriesColumns> series = new LinkedHashMap<>();

    /**
     * Reads one metric.
     *
     * @param number of the metric in the blocks
     * @param words the texts behind the numbers of projects, scenarios and environments
     */
    public ThinnedReading(Metric metric, int number, Map<Integer, String> words) {
        this.metric = metric;
        this.number = number;
        this.words = words;
    }

    /** Reads builds of a block. */
    public void add(Block block, int[] places) {
        double[] values = places.length == 0 ? null : block.values(number);
        if (values == null) {
            return;
        }
        long ofBlock = (long) blocks.size() << Integer.SIZE;
        blocks.add(block);
        PackedNumbers projects = block.numbers(Column.PROJECT);
        PackedNumbers scenarios = block.numbers(Column.SCENARIO);
        long[] stands = block.numbers(Column.STANDS).unpack();
        long[] starts = block.numbers(Column.STARTED).unpack();
        long last = -1;
        SeriesColumns columns = null;
        for (int at : places) {
            if (!Double.isNaN(values[at])) {
                long key = (projects.get(at) << Integer.SIZE) | scenarios.get(at);
                if (columns == null || key != last) {
                    columns = series.computeIfAbsent(key, unknown -> new SeriesColumns(this::compareIds));
                    last = key;
                }
                columns.add(ofBlock | at, stands[at], starts[at], values[at]);
            }
        }
    }

    /**
     * What was read, a series for each project and scenario.
     *
     * @param points how many each has at most
     */
    public List<ThinSeries> series(int points) {
        List<ThinSeries> all = new ArrayList<>();
        series.forEach((key, columns) -> all.add(new ThinSeries(
                new Series(
                        metric,
                        word(key >>> Integer.SIZE),
                        new Scenario(word(key & 0xffff_ffffL)),
                        kept(columns, points)),
                columns.size())));
        return all;
    }

    private String word(long number) {
        return Block.require(words.get((int) number));
    }

    private int compareIds(long place, long other) {
        return block(place).id((int) place).compareTo(block(other).id((int) other));
    }

    private Block block(long place) {
        return blocks.get((int) (place >>> Integer.SIZE));
    }

    private List<Series.Point> kept(SeriesColumns columns, int points) {
        SeriesReading reading = new SeriesReading(metric, number, words);
        List<Series.Point> kept = new ArrayList<>();
        for (int at : columns.kept(points)) {
            long place = columns.place(at);
            kept.add(reading.point(block(place), (int) place));
        }
        return kept;
    }
}
