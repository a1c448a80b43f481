package dev.bengal.store.columns;

import dev.bengal.model.BuildId;
import dev.bengal.model.Metric;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import dev.bengal.store.SeriesCollector;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the points of one metric. */
public final class SeriesReading {
    private final Metric metric;
    private final int number;
    private final Map<Integer, String> words;
    private final SeriesCollector series = new SeriesCollector();
    private @Nullable Consumer<Series.Point> taker;
    private long lastProject;
    private long lastScenario;
    private final Map<Block, Points> points = new HashMap<>();
    private @Nullable Block last;
    private double @Nullable [] lastValues;

    /**
     * Reads one metric.
     *
     * @param number of the metric in the blocks
     * @param words the texts behind the numbers of projects, scenarios and environments
     */
    public SeriesReading(Metric metric, int number, Map<Integer, String> words) {
        this.metric = metric;
        this.number = number;
        this.words = words;
    }

    /** Reads builds of a block; those that did not measure the metric have no point. */
    public void add(Block block, int... places) {
        double[] values = values(block);
        if (values == null) {
            return;
        }
        Points ofBlock = points.computeIfAbsent(block, Points::new);
        PackedNumbers projects = block.numbers(Column.PROJECT);
        PackedNumbers scenarios = block.numbers(Column.SCENARIO);
        for (int at : places) {
            if (!Double.isNaN(values[at])) {
                taker(projects.get(at), scenarios.get(at)).accept(ofBlock.point(at, values[at]));
            }
        }
    }

    /** Points mostly follow others of the same series. */
    private Consumer<Series.Point> taker(long project, long scenario) {
        if (taker == null || project != lastProject || scenario != lastScenario) {
            taker = series.points(metric, word(project), new Scenario(word(scenario)));
            lastProject = project;
            lastScenario = scenario;
        }
        return taker;
    }

    /** What was read, a series for each project and scenario. */
    public List<Series> series() {
        return series.inOrder();
    }

    /** Builds of one block mostly follow each other. */
    private double @Nullable [] values(Block block) {
        if (!block.equals(last)) {
            last = block;
            lastValues = block.values(number);
        }
        return lastValues;
    }

    /** The point of a build that had this value. */
    Series.Point point(Block block, int at, double value) {
        return points.computeIfAbsent(block, Points::new).point(at, value);
    }

    private String word(long number) {
        return Block.require(words.get((int) number));
    }

    /** Makes points. Builds of one commit follow each other, and share what is said of it: a million points are large enough. */
    private final class Points {
        private final Block block;
        private final @Nullable String[] commits;
        private long stands;
        private Instant commitTime = Instant.EPOCH;

        Points(Block block) {
            this.block = block;
            this.commits = new String[block.commits().different() + 1];
        }

        Series.Point point(int at, double value) {
            boolean isDated = block.get(Column.DATED, at) != 0;
            if (isDated && block.get(Column.STANDS, at) != stands) {
                stands = block.get(Column.STANDS, at);
                commitTime = Micros.instant(stands);
            }
            return new Series.Point(
                    new BuildId(block.id(at)),
                    Micros.instant(block.get(Column.STARTED, at)),
                    value,
                    commit(block.commits().which(at)),
                    isDated ? commitTime : null,
                    word(block.get(Column.ENVIRONMENT, at)));
        }

        private @Nullable String commit(int which) {
            if (which > 0 && commits[which] == null) {
                commits[which] = block.commits().text(which);
            }
            return commits[which];
        }
    }
}
