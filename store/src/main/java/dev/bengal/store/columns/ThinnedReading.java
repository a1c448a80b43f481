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
     * @param places rising; used up
     * @param isInOrder whether each of its builds is known to stand behind the one before
     */
    public void add(Block block, int[] places, boolean isInOrder) {
        double[] values = places.length == 0 ? null : block.values(number);
        if (values == null) {
            return;
        }
        PackedNumbers projects = block.numbers(Column.PROJECT);
        PackedNumbers scenarios = block.numbers(Column.SCENARIO);
        if (projects.isConstant() && scenarios.isConstant()) {
            columns(key(projects, scenarios, 0)).add(SeriesColumns.Stretch.of(block, places, values), isInOrder);
            return;
        }
        Map<Long, SeriesColumns.Stretch> stretches = new LinkedHashMap<>();
        for (int at : places) {
            if (!Double.isNaN(values[at])) {
                stretches
                        .computeIfAbsent(key(projects, scenarios, at), key -> new SeriesColumns.Stretch(block))
                        .add(at, values[at]);
            }
        }
        stretches.forEach((key, stretch) -> columns(key).add(stretch, isInOrder));
    }

    private static long key(PackedNumbers projects, PackedNumbers scenarios, int at) {
        return (projects.get(at) << Integer.SIZE) | scenarios.get(at);
    }

    private SeriesColumns columns(long key) {
        return series.computeIfAbsent(key, unknown -> new SeriesColumns());
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

    private List<Series.Point> kept(SeriesColumns columns, int points) {
        SeriesReading reading = new SeriesReading(metric, number, words);
        List<Series.Point> kept = new ArrayList<>();
        columns.forEachKept(points, (block, at, value) -> kept.add(reading.point(block, at, value)));
        return kept;
    }
}
