package dev.bengal.analysis.changepoint;

import java.util.Arrays;

/**
 * The cheapest way through a series whose level is seen through one of several offsets, as on machines that take turns: like
 * {@link LevelPath}, but a change of offset costs less than a change of level. An offset may change at any point.
 *
 * <p>Costs are kept less the bounded loss of all points so far, as there. A level is brought up to date, from the ceiling and from
 * the other offsets, when a point touches it; between touches nothing about it can change but those.
 *
 * @see <a href="https://doi.org/10.1109/PROC.1973.9030">Forney, 1973: the recurrence over states, here level and offset</a>
 * @see <a href="https://doi.org/10.1080/01621459.2017.1385466">Fearnhead and Rigaill, 2019: the bounded loss</a>
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
        if (offsets.length == 2 && Math.abs(offsets[1] - offsets[0]) > 2 * (reach + 1) * grid.step()) {
            enter(0, 1, value);
            enter(1, 0, value);
        } else {
            bringUpToDate(value);
            gain(value);
        }
        bestSince[size++] = bestStart;
    }

    private int first(double value) {
        return Math.max(0, grid.nearest(value) - reach);
    }

    private int last(double value) {
        return Math.min(grid.levels() - 1, grid.nearest(value) + reach);
    }

    /**
     * Both steps in one for two machines so far apart that a point touches no level of both. The other machine need not be
     * brought up to date: what it would be lowered to is no way back that is cheaper.
     */
    private void enter(int machine, int other, double value) {
        double[] own = cost[machine];
        double[] others = cost[other];
        int[] ownSince = since[machine];
        int[] otherSince = since[other];
        double shifted = value - offsets[machine];
        double low = grid.low();
        double step = grid.step();
        int last = last(shifted);
        for (int level = first(shifted); level <= last; level++) {
            double turned = others[level] + turn;
            double entry = turned < ceiling ? turned : ceiling;
            double before = own[level];
            if (before > entry) {
                before = entry;
                ownSince[level] = turned < ceiling ? otherSince[level] : ceilingSince;
            }
            double distance = shifted - (low + level * step);
            double gain = distance * distance - bound;
            double now = gain < 0 ? before + gain : before;
            own[level] = now;
            if (now < best) {
                best = now;
                bestStart = ownSince[level];
            }
        }
    }

    private void bringUpToDate(double value) {
        for (double offset : offsets) {
            int last = last(value - offset);
            for (int level = first(value - offset); level <= last; level++) {
                bringUpToDate(level);
            }
        }
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

    private void gain(double value) {
        for (int machine = 0; machine < offsets.length; machine++) {
            double shifted = value - offsets[machine];
            int last = last(shifted);
            for (int level = first(shifted); level <= last; level++) {
                double distance = shifted - grid.at(level);
                gain(machine, level, Math.min(0, distance * distance - bound));
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
