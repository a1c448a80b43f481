package dev.bengal.analysis.changepoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds out on which of two or three unnamed machines each build ran, where a series jumps to and fro by one and the same size.
 * Otherwise every jump would be a change, and the next one another.
 *
 * <p>For each number of machines the cheapest way through the series is found, where staying is free, a change of machine costs
 * little, one of level much ({@link ShiftedLevelPath}), and each further machine has its price; the cheapest of all is believed.
 *
 * @see <a href="https://doi.org/10.1109/PROC.1973.9030">Forney, 1973: the likeliest way through hidden states, whose cost is minus
 *     twice the logarithm of its probability</a>
 * @see <a href="https://doi.org/10.1016/0167-7152(88)90118-6">Yao, 1988: a penalty that grows with log n</a>
 */
final class HiddenMachines {
    /** A change of machine costs this many variances of the noise: some 2 ln 20, one in twenty builds. */
    private static final double TURN = 6;
    /** Another machine costs as much as so many changes of level. */
    private static final double PRICE = 3;

    private static final double PENALTY = 4;
    private static final double WILD = 4;
    private static final double BOUND = 3;
    private static final int LEVELS_TRIED = 40;

    private final double[] values;
    private final double noise;
    private final Grid grid;
    private final double penalty;

    private HiddenMachines(double[] values, double noise) {
        this.values = values;
        this.noise = noise;
        this.grid = Grid.over(values, noise);
        this.penalty = PENALTY * noise * noise * Math.log(values.length);
    }

    /** For each value the number of its machine; empty where one machine explains the series as well. */
    static Optional<int[]> of(double[] values) {
        double[] sizes = new double[values.length - 1];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(values[i + 1] - values[i]);
        }
        Arrays.sort(sizes);
        double noise = FrequentJumps.noise(sizes);
        double[] jumps = FrequentJumps.of(sizes, noise);
        return jumps.length == 0 ? Optional.empty() : new HiddenMachines(values, noise).machines(jumps);
    }

    private Optional<int[]> machines(double[] jumps) {
        Explained one = one();
        Explained two = best(one, jumps);
        Explained best = two == one ? one : best(two, jumps);
        if (best == one) {
            return Optional.empty();
        }
        int[] machines = assign(best);
        long turns = IntStream.range(1, machines.length)
                .filter(i -> machines[i] != machines[i - 1])
                .count();
        return turns < MachineOffsets.FEWEST_TURNS ? Optional.empty() : Optional.of(machines);
    }

    /** The cheapest with one machine more, or {@code known} where none is cheaper. */
    private Explained best(Explained known, double[] jumps) {
        Explained best = known;
        for (double offset : moreOffsets(known.offsets, jumps)) {
            double[] offsets = Arrays.copyOf(known.offsets, known.offsets.length + 1);
            offsets[offsets.length - 1] = offset;
            Explained more = explain(offsets);
            best = more.cost < best.cost ? more : best;
        }
        return best;
    }

    /** With one machine so far, which of the two is the higher one makes no difference. */
    private List<Double> moreOffsets(double[] known, double[] jumps) {
        List<Double> offsets = new ArrayList<>();
        for (double jump : jumps) {
            offsets.add(jump);
            if (known.length > 1) {
                offsets.add(-jump);
            }
        }
        offsets.removeIf(offset -> Arrays.stream(known).anyMatch(other -> Math.abs(other - offset) < 2 * noise));
        return offsets;
    }

    private Explained one() {
        LevelPath path = new LevelPath(grid, noise, penalty, values.length);
        for (double value : values) {
            path.append(value);
        }
        return new Explained(new double[] {0}, path.cost(), path.starts());
    }

    private Explained explain(double[] offsets) {
        ShiftedLevelPath path =
                new ShiftedLevelPath(grid, offsets, noise, penalty, TURN * noise * noise, values.length);
        for (double value : values) {
            path.append(value);
        }
        double price = PRICE * penalty * (offsets.length - 1);
        return new Explained(offsets, path.cost() + price, path.starts());
    }

    private int[] assign(Explained explained) {
        Stretches stretches = new Stretches(values, explained.starts);
        int[] machines = new int[values.length];
        int before = 0;
        for (int i = 0; i < stretches.count(); i++) {
            double level = level(explained.offsets, stretches.of(i));
            for (int j = stretches.from(i); j < stretches.to(i); j++) {
                before = nearest(explained.offsets, values[j] - level, before);
                machines[j] = before;
            }
        }
        return machines;
    }

    /** Of the levels at which one of the first builds would be exact, the one that suits all best. */
    private double level(double[] offsets, double[] stretch) {
        double best = stretch[0];
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < Math.min(LEVELS_TRIED, stretch.length); j++) {
            for (double offset : offsets) {
                double loss = loss(offsets, stretch[j] - offset, stretch);
                if (loss < least) {
                    least = loss;
                    best = stretch[j] - offset;
                }
            }
        }
        return best;
    }

    private double loss(double[] offsets, double level, double[] stretch) {
        double sum = 0;
        for (double value : stretch) {
            double least = BOUND * noise;
            for (double offset : offsets) {
                least = Math.min(least, Math.abs(value - level - offset));
            }
            sum += least * least;
        }
        return sum;
    }

    /** What is far from all of them tells nothing, and stays where the build before was. */
    private int nearest(double[] offsets, double value, int before) {
        int nearest = 0;
        for (int m = 1; m < offsets.length; m++) {
            nearest = Math.abs(value - offsets[m]) < Math.abs(value - offsets[nearest]) ? m : nearest;
        }
        return Math.abs(value - offsets[nearest]) > WILD * noise ? before : nearest;
    }

    /** A way through the series with these offsets, and what it costs. */
    private static final class Explained {
        private final double[] offsets;
        private final double cost;
        private final int[] starts;

        Explained(double[] offsets, double cost, int[] starts) {
            this.offsets = offsets;
            this.cost = cost;
            this.starts = starts;
        }
    }
}
