package dev.bengal.analysis.changepoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LevelPathTest {
    private static final double NOISE = 0.3;
    /** Levels 0, 0.1, ... 1. */
    private static final Grid GRID = new Grid(0, 0.1, 11);

    private static final double[] STEP = {0, 0, 0, 1, 1, 1};

    @Test
    void path_stepsWhereThatIsCheaperThanTheLoss() {
        // By hand: a value three deviations off costs (3·0.3)² = 0.81, six of them 4.86. With a step there is no loss
        // but 1.2 for it.
        LevelPath path = path(1.2, STEP);

        assertThat(path.starts()).containsExactly(3);
        assertThat(path.cost()).isEqualTo(1.2 - 4.86, within(1e-9));
    }

    @Test
    void path_staysWhereAStepIsDearer() {
        // Between the two, each of the six is 0.5 off: 6·0.25 = 1.5.
        LevelPath path = path(1.6, STEP);

        assertThat(path.starts()).isEmpty();
        assertThat(path.cost()).isEqualTo(1.5 - 4.86, within(1e-9));
        assertThat(path(1.4, STEP).starts()).containsExactly(3);
    }

    @Test
    void path_paysForAWildValueOnceAndNotForTwoSteps() {
        // 0.81 for the one, as if it were 50 off.
        assertThat(path(0.5, 0, 0, 0, 1, 0, 0, 0).starts()).isEmpty();
        assertThat(path(0.5, 0, 0, 0, 50, 0, 0, 0).cost()).isEqualTo(0.81 - 7 * 0.81, within(1e-9));
    }

    @Test
    void path_stepsForNothingAtABreak() {
        LevelPath path = new LevelPath(GRID, NOISE, 100, 6);
        for (int i = 0; i < STEP.length; i++) {
            if (i == 3) {
                path.breakHere();
            }
            path.append(STEP[i]);
        }

        assertThat(path.starts()).containsExactly(3);
        assertThat(path.cost()).isEqualTo(-4.86, within(1e-9));
    }

    @Test
    void path_costsWhatTryingEveryLevelAfterEveryPointFinds() {
        SplittableRandom random = new SplittableRandom(17);
        for (int run = 0; run < 200; run++) {
            double[] values = random.doubles(1 + random.nextInt(25), -0.2, 1.2)
                    .map(value -> Math.rint(10 * value) / 10)
                    .toArray();
            double penalty = random.nextDouble(0.05, 1.5);

            assertThat(path(penalty, values).cost()).isEqualTo(least(penalty, values), within(1e-9));
            assertThat(costOf(path(penalty, values).starts(), penalty, values))
                    .isEqualTo(least(penalty, values), within(1e-9));
        }
    }

    private static LevelPath path(double penalty, double... values) {
        LevelPath path = new LevelPath(GRID, NOISE, penalty, values.length);
        for (double value : values) {
            path.append(value);
        }
        return path;
    }

    /** The recurrence as it is written, over all levels at each point. */
    private static double least(double penalty, double... values) {
        double[] cost = new double[GRID.levels()];
        double best = 0;
        for (double value : values) {
            for (int level = 0; level < cost.length; level++) {
                cost[level] = Math.min(cost[level], best + penalty) + gain(value, level);
            }
            best = Arrays.stream(cost).min().orElseThrow();
        }
        return best;
    }

    /** What these stretches cost, each on its best level. */
    private static double costOf(int[] starts, double penalty, double... values) {
        Stretches stretches = new Stretches(values, starts);
        double cost = penalty * starts.length;
        for (int i = 0; i < stretches.count(); i++) {
            double best = 0;
            for (int level = 0; level < GRID.levels(); level++) {
                double sum = 0;
                for (double value : stretches.of(i)) {
                    sum += gain(value, level);
                }
                best = Math.min(best, sum);
            }
            cost += best;
        }
        return cost;
    }

    private static double gain(double value, int level) {
        double distance = value - GRID.at(level);
        return Math.min(distance * distance - 0.81, 0);
    }
}
