package dev.bengal.store.columns;

import dev.bengal.model.Metric;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import dev.bengal.store.ThinSeries;
import java.util.ArrayList;
import java.util.Arrays;
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

    /** What was read of a block, by project and scenario. */
    public static final class Part {
        private final Map<Long, SeriesColumns.Stretch> stretches;
        private final boolean isInOrder;

        private Part(Map<Long, SeriesColumns.Stretch> stretches, boolean isInOrder) {
            this.stretches = stretches;
            this.isInOrder = isInOrder;
        }
    }

    /**
     * Reads builds of a block. Several threads may, each another block.
     *
     * @param places rising; used up
     * @param isInOrder whether each of its builds is known to stand behind the one before
     */
    public Part read(Block block, int[] places, boolean isInOrder) {
        return new Part(stretches(block, places), isInOrder);
    }

    private Map<Long, SeriesColumns.Stretch> stretches(Block block, int[] places) {
        double[] values = places.length == 0 ? null : block.values(number);
        if (values == null) {
            return Map.of();
        }
        PackedNumbers projects = block.numbers(Column.PROJECT);
        PackedNumbers scenarios = block.numbers(Column.SCENARIO);
        if (projects.isConstant() && scenarios.isConstant()) {
            return Map.of(key(projects, scenarios, 0), SeriesColumns.Stretch.of(block, places, values));
        }
        Map<Long, SeriesColumns.Stretch> stretches = new LinkedHashMap<>();
        for (int at : places) {
            if (!Double.isNaN(values[at])) {
                stretches
                        .computeIfAbsent(key(projects, scenarios, at), key -> new SeriesColumns.Stretch(block))
                        .add(at, values[at]);
            }
        }
        return stretches;
    }

    /** Takes what was read of a block, behind those before it. */
    public void add(Part part) {
        part.stretches.forEach((key, stretch) ->
                series.computeIfAbsent(key, unknown -> new SeriesColumns()).add(stretch, part.isInOrder));
    }

    private static long key(PackedNumbers projects, PackedNumbers scenarios, int at) {
        return (projects.get(at) << Integer.SIZE) | scenarios.get(at);
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
        return Arrays.stream(columns.kept(points))
                .parallel()
                .collect(Points::new, (kept, value) -> columns.handOn(value, kept), Points::addAll)
                .points;
    }

    /** Points that follow each other. */
    private final class Points implements SeriesColumns.Taker {
        private final SeriesReading reading = new SeriesReading(metric, number, words);
        private final List<Series.Point> points = new ArrayList<>();

        @Override
        public void take(Block block, int at, double value) {
            points.add(reading.point(block, at, value));
        }

        void addAll(Points next) {
            points.addAll(next.points);
        }
    }
}
