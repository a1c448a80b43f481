package dev.bengal.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftedLevelPathTest {
    private static final double NOISE = 0.3;
    private static final double TURN = 0.2;
    /** Levels 0, 0.1, ... 1. */
    private static final Grid GRID = new Grid(0, 0.1, 11);

    @ParameterizedTest
    @ValueSource(doubles = {0.8, 3})
    void path_turnsWhereThatIsCheaperThanTwoSteps(double offset) {
        // By hand: with three deviations of 0.3, a value that tells nothing costs 0.81, six of them 4.86. All are exact
        // on one level, for two turns.
        ShiftedLevelPath path = path(new double[] {0, offset}, 1.2, 0, 0, offset, offset, 0, 0);

        assertThat(path.starts()).isEmpty();
        assertThat(path.cost()).isEqualTo(2 * TURN - 4.86, within(1e-9));
    }

    @Test
    void path_stepsWhereNoMachineExplainsIt() {
        // The last three are 0.8 higher on both machines: one step for 0.4, or six values that are 0.4 off, 6·0.16.
        ShiftedLevelPath path = path(new double[] {0, 3}, 0.4, 0, 3, 0, 0.8, 3.8, 0.8);

        assertThat(path.starts()).containsExactly(3);
        assertThat(path.cost()).isEqualTo(4 * TURN + 0.4 - 4.86, within(1e-9));
    }

    @Test
    void path_costsWhatTryingEveryLevelOfEveryMachineFinds() {
        SplittableRandom random = new SplittableRandom(17);
        for (int run = 0; run < 300; run++) {
            double[] offsets = random.nextBoolean() ? new double[] {0, 3} : new double[] {0, 0.6, -0.4};
            double[] values = random.doubles(1 + random.nextInt(25), 0, 1)
                    .map(value ->
                            (Math.rint(10 * value) + Math.rint(10 * offsets[random.nextInt(offsets.length)])) / 10)
                    .toArray();
            double penalty = random.nextDouble(0.3, 1.5);

            assertThat(path(offsets, penalty, values).cost()).isEqualTo(least(offsets, penalty, values), within(1e-9));
        }
    }

    private static ShiftedLevelPath path(double[] offsets, double penalty, double... values) {
        ShiftedLevelPath path = new ShiftedLevelPath(GRID, offsets, NOISE, penalty, TURN, values.length);
        for (double value : values) {
            path.append(value);
        }
        return path;
    }

    /** The recurrence as it is written, over all levels of all machines at each point. */
    private static double least(double[] offsets, double penalty, double... values) {
        double[][] cost = new double[offsets.length][GRID.levels()];
        double best = 0;
        for (double value : values) {
            for (int level = 0; level < GRID.levels(); level++) {
                double cheapest = Double.POSITIVE_INFINITY;
                for (double[] machine : cost) {
                    cheapest = Math.min(cheapest, machine[level]);
                }
                for (int machine = 0; machine < offsets.length; machine++) {
                    double distance = value - offsets[machine] - GRID.at(level);
                    cost[machine][level] = Math.min(cost[machine][level], Math.min(cheapest + TURN, best + penalty))
                            + Math.min(distance * distance - 0.81, 0);
                }
            }
            best = Arrays.stream(cost).flatMapToDouble(Arrays::stream).min().orElseThrow();
        }
        return best;
    }
}
