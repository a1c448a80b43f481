package dev.bengal.analysis.changepoint;

import java.util.Arrays;
import java.util.Optional;

/**
 * Sees where steps lead back, again and again, to levels that were there before. Changes of what is built do not; machines and
 * modes of one machine do.
 *
 * <p>The rule is this project's own and no test of a hypothesis: three returns, and four of ten of all steps. Levels 5, 9, 5, 9, 5 are
 * numbered 0, 1, 0, 1, 0 with three returns of three possible ones; the two first levels of a series cannot be returns. Its numbers
 * were chosen with made-up series beside the development set, and what it brings is in {@code benchmarks/README.md}.
 */
final class ToAndFro {
    private static final int FEWEST_RETURNS = 3;
    private static final double SHARE = 0.4;

    private ToAndFro() {}

    /**
     * For each value the number of its level, where levels come again; else empty.
     *
     * @param noise within it, two levels are one
     */
    static Optional<int[]> levels(Stretches stretches, double noise) {
        double[] levels = stretches.levels();
        double[] known = new double[levels.length];
        int[] number = new int[levels.length];
        int count = 0;
        int returns = 0;
        for (int i = 0; i < levels.length; i++) {
            int again = nearest(known, count, levels[i], noise, i == 0 ? -1 : number[i - 1]);
            number[i] = again < 0 ? count : again;
            if (again < 0) {
                known[count++] = levels[i];
            } else {
                returns++;
            }
        }
        boolean often = returns >= FEWEST_RETURNS && returns >= SHARE * (levels.length - 2);
        return often ? Optional.of(spread(stretches, number)) : Optional.empty();
    }

    private static int nearest(double[] known, int count, double level, double noise, int not) {
        int nearest = -1;
        double least = noise;
        for (int i = 0; i < count; i++) {
            double distance = Math.abs(known[i] - level);
            if (i != not && distance < least) {
                nearest = i;
                least = distance;
            }
        }
        return nearest;
    }

    private static int[] spread(Stretches stretches, int[] number) {
        int[] numbers = new int[stretches.values().length];
        for (int i = 0; i < number.length; i++) {
            Arrays.fill(numbers, stretches.from(i), stretches.to(i), number[i]);
        }
        return numbers;
    }
}
