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

    /**
     * Reads builds of a block.
     *
     * @param isInOrder whether each of its builds is known to stand behind the one before
     */
    public void add(Block block, int[] places, boolean isInOrder) {
        double[] values = places.length == 0 ? null : block.values(number);
        if (values == null) {
            return;
        }
        long ofBlock = (long) blocks.size() << Integer.SIZE;
        blocks.add(block);
        PackedNumbers projects = block.numbers(Column.PROJECT);
        PackedNumbers scenarios = block.numbers(Column.SCENARIO);
        boolean isOneSeries = projects.isConstant() && scenarios.isConstant();
        SeriesColumns columns = columns(projects.get(0), scenarios.get(0));
        boolean isBehind = false;
        for (int at : places) {
            if (!Double.isNaN(values[at])) {
                if (!isOneSeries) {
                    columns = columns(projects.get(at), scenarios.get(at));
                }
                columns.add(ofBlock | at, values[at], isBehind);
                isBehind = isInOrder && isOneSeries;
            }
        }
    }

    private SeriesColumns columns(long project, long scenario) {
        return series.computeIfAbsent(
                (project << Integer.SIZE) | scenario, unknown -> new SeriesColumns(this::compare));
    }

    /**
     * What was read, a series for each project and scenario.
     *
     * @param points how many each has at most
     */
    public List<ThinSeries> series(int points) {
        List<ThinSeries> all = new ArrayList<>();
        series.values().removeIf(columns -> columns.size() == 0);
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

    private int compare(long place, long other) {
        return block(place).compare((int) place, block(other), (int) other);
    }

    private Block block(long place) {
        return blocks.get((int) (place >>> Integer.SIZE));
    }

    private List<Series.Point> kept(SeriesColumns columns, int points) {
        SeriesReading reading = new SeriesReading(metric, number, words);
        List<Series.Point> kept = new ArrayList<>();
        for (int at : columns.kept(points)) {
            long place = columns.place(at);
            kept.add(reading.point(block(place), (int) place, columns.value(at)));
        }
        return kept;
    }
}
