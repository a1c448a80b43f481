package dev.bengal.analysis.changepoint;

import java.util.Arrays;

/**
 * The cheapest way through a series whose level is seen through one of several offsets, as on machines that take turns: like
 * {@link LevelPath}, but a change of offset costs less than a change of level. An offset may change at any point.
 *
 * <p>Costs are kept less the bounded loss of all points so far, as there. A level is brought up to date, from the ceiling and from
 * the other offsets, when a point touches it; between touches nothing about it can change but those.
 */
final class ShiftedLevelPath {
    private static final double BOUND = 3;

    private final Grid grid;
    private final double[] offsets;
    private final double penalty;
    private final double turn;
    private final double bound;
    private final int reach;
    private final double[][] cost;
    private final int[][] since;
    private final int[] bestSince;

    private int size;
    private double best;
    private double ceiling;
    private int ceilingSince;
    private int bestStart;

    /** @param turn the cost of a change of offset */
    ShiftedLevelPath(Grid grid, double[] offsets, double noise, double penalty, double turn, int expected) {
        this.grid = grid;
        this.offsets = offsets;
        this.penalty = penalty;
        this.turn = turn;
        double widest = BOUND * Math.max(noise, grid.step());
        this.bound = widest * widest;
        this.reach = (int) Math.floor(widest / grid.step());
        this.cost = new double[offsets.length][grid.levels()];
        this.since = new int[offsets.length][grid.levels()];
        this.bestSince = new int[expected];
        this.ceiling = penalty;
    }

    void append(double value) {
        if (best + penalty < ceiling) {
            ceiling = best + penalty;
            ceilingSince = size;
        }
        for (double offset : offsets) {
            int nearest = grid.nearest(value - offset);
            for (int level = first(nearest); level <= last(nearest); level++) {
                bringUpToDate(level);
            }
        }
        for (int machine = 0; machine < offsets.length; machine++) {
            int nearest = grid.nearest(value - offsets[machine]);
            for (int level = first(nearest); level <= last(nearest); level++) {
                double distance = value - offsets[machine] - grid.at(level);
                gain(machine, level, Math.min(0, distance * distance - bound));
            }
        }
        bestSince[size++] = bestStart;
    }

    private int first(int nearest) {
        return Math.max(0, nearest - reach);
    }

    private int last(int nearest) {
        return Math.min(grid.levels() - 1, nearest + reach);
    }

    private void bringUpToDate(int level) {
        int cheapest = 0;
        for (int machine = 1; machine < offsets.length; machine++) {
            cheapest = cost[machine][level] < cost[cheapest][level] ? machine : cheapest;
        }
        boolean other = cost[cheapest][level] <= ceiling;
        double entry = other ? Math.min(ceiling, cost[cheapest][level] + turn) : ceiling;
        int entrySince = entry < ceiling ? since[cheapest][level] : ceilingSince;
        for (int machine = 0; machine < offsets.length; machine++) {
            if (cost[machine][level] > entry) {
                cost[machine][level] = entry;
                since[machine][level] = entrySince;
            }
        }
    }

    private void gain(int machine, int level, double gain) {
        cost[machine][level] += gain;
        if (cost[machine][level] < best) {
            best = cost[machine][level];
            bestStart = since[machine][level];
        }
    }

    /** What the whole way costs, less the bounded loss of every point: at most 0. */
    double cost() {
        return best;
    }

    /** The first point of each stretch of one level but the first one, in order. */
    int[] starts() {
        int[] starts = new int[size];
        int next = size;
        for (int end = size; end > 0; end = bestSince[end - 1]) {
            starts[--next] = bestSince[end - 1];
        }
        return Arrays.copyOfRange(starts, Math.min(next + 1, size), size);
    }
}
