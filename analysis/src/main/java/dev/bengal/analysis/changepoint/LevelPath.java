package dev.bengal.analysis.changepoint;

import java.util.Arrays;

/**
 * The cheapest way through a series in steps: it minimises the sum of min((y - level)², (3s)²) plus a penalty for each change of
 * level, over levels on a grid of step s/3. The loss of a wild value is bounded, so that one of them never pays for two changes.
 *
 * <p>The recurrence is Q(t, g) = min(Q(t-1, g), min Q(t-1) + penalty) + loss. Costs are kept less the bounded loss of all points
 * so far. That makes a point touch only the levels within 3s of it, and makes the best cost fall or stay, so that the
 * latest bound min Q + penalty is the tightest and can be applied to a level when it is touched next. A point costs
 * some twenty levels, however many there are.
 *
 * <p>Not thread-safe.
 *
 * @see <a href="https://doi.org/10.1080/01621459.2017.1385466">Fearnhead and Rigaill, 2019</a>
 */
final class LevelPath {
    /** A value so many deviations from a level is wild to it. */
    static final double BOUND = 3;

    private final Grid grid;
    private final double penalty;
    private final double bound;
    private final int reach;
    private final double[] cost;
    /** Where the last stretch of the cheapest way to each level begins. */
    private final int[] since;
    /** The same for the cheapest way to any level, after each point. */
    private int[] bestSince;

    private int size;
    private double best;
    private double ceiling;
    private int ceilingSince;
    private int bestStart;

    /**
     * @param noise s, in the unit of the values
     * @param penalty of one change, in squared units
     */
    LevelPath(Grid grid, double noise, double penalty, int expected) {
        this.grid = grid;
        this.penalty = penalty;
        double widest = BOUND * Math.max(noise, grid.step());
        this.bound = widest * widest;
        this.reach = (int) Math.floor(widest / grid.step());
        this.cost = new double[grid.levels()];
        this.since = new int[grid.levels()];
        this.bestSince = new int[Math.max(expected, 16)];
        this.ceiling = penalty;
    }

    /** Goes on with the next point. */
    void append(double value) {
        bound(best + penalty);
        int nearest = grid.nearest(value);
        int last = Math.min(cost.length - 1, nearest + reach);
        double low = grid.low();
        double step = grid.step();
        for (int level = Math.max(0, nearest - reach); level <= last; level++) {
            double distance = value - (low + level * step);
            double gain = distance * distance - bound;
            if (gain < 0) {
                touch(level, gain);
            }
        }
        keep();
    }

    private void bound(double bound) {
        if (bound < ceiling) {
            ceiling = bound;
            ceilingSince = size;
        }
    }

    private void touch(int level, double gain) {
        double before = cost[level];
        if (before > ceiling) {
            before = ceiling;
            since[level] = ceilingSince;
        }
        double now = before + gain;
        cost[level] = now;
        if (now < best) {
            best = now;
            bestStart = since[level];
        }
    }

    private void keep() {
        if (size == bestSince.length) {
            bestSince = Arrays.copyOf(bestSince, 2 * size);
        }
        bestSince[size++] = bestStart;
    }

    /** Lets the level change freely before the next point: what stood before says nothing of what comes. */
    void breakHere() {
        Arrays.fill(cost, best);
        Arrays.fill(since, size);
        ceiling = best + penalty;
        ceilingSince = size;
        bestStart = size;
    }

    /** What the whole way costs, less the bounded loss of every point: at most 0. */
    double cost() {
        return best;
    }

    /** The first point of each stretch but the first one, in order. */
    int[] starts() {
        int[] starts = new int[size];
        int count = 0;
        for (int end = size; end > 0; end = bestSince[end - 1]) {
            starts[count++] = bestSince[end - 1];
        }
        int[] inOrder = new int[Math.max(0, count - 1)];
        for (int i = 0; i < inOrder.length; i++) {
            inOrder[i] = starts[count - 2 - i];
        }
        return inOrder;
    }
}
