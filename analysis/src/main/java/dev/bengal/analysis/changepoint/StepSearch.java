package dev.bengal.analysis.changepoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One pass over a series: the cheapest path, and of its steps those that hold. */
final class StepSearch {
    /**
     * Of a change, in variances of the noise times the logarithm of the length; half of it is the usual one for two numbers.
     *
     * @see <a href="https://doi.org/10.1016/0167-7152(88)90118-6">Yao, 1988: Schwarz' criterion for change points</a>
     */
    private static final double PENALTY = 4;

    private final double[] values;
    private final List<Integer> places;
    private final List<Candidate.@Nullable Judged> judged;
    private final BitSet breaks;
    private final List<Integer> drifts = new ArrayList<>();
    private final Noise noise;

    private StepSearch(double[] values, int[] starts, BitSet breaks, Noise noise) {
        this.values = values;
        this.breaks = breaks;
        this.noise = noise;
        this.places = new ArrayList<>(Arrays.stream(starts).boxed().toList());
        this.judged = new ArrayList<>();
    }

    /** What is found with these offsets. */
    static Found in(MachineOffsets offsets) {
        double[] values = offsets.adjusted();
        Noise noise = Noise.of(values);
        BitSet breaks = new BitSet(values.length);
        double penalty = PENALTY * noise.scale() * noise.scale() * noise.inflation() * Math.log(values.length);
        LevelPath path = new LevelPath(Grid.over(values, noise.scale()), noise.scale(), penalty, values.length);
        for (int i = 0; i < values.length; i++) {
            breaks.set(i, offsets.breaksAt(i));
            if (breaks.get(i)) {
                path.breakHere();
            }
            path.append(values[i]);
        }
        int[] starts = withBreaks(path.starts(), breaks);
        StepSearch search = new StepSearch(values, starts, breaks, noise.beside(new Stretches(values, starts)));
        return search.verified();
    }

    private static int[] withBreaks(int[] starts, BitSet breaks) {
        BitSet places = (BitSet) breaks.clone();
        for (int start : starts) {
            places.set(start);
        }
        return places.stream().toArray();
    }

    /** Takes the weakest out, one after the other, until all hold; its neighbours are judged anew each time. */
    private Found verified() {
        for (int i = 0; i < places.size(); i++) {
            judged.add(judge(i));
        }
        for (int weakest = weakest(); weakest >= 0; weakest = weakest()) {
            remove(weakest);
        }
        int[] starts = places.stream().mapToInt(Integer::intValue).toArray();
        return new Found(new Stretches(values, starts), breaks, drifts, noise.scale());
    }

    private Candidate.@Nullable Judged judge(int i) {
        int place = places.get(i);
        int from = i == 0 ? 0 : places.get(i - 1);
        int to = i + 1 == places.size() ? values.length : places.get(i + 1);
        return breaks.get(place)
                ? null
                : Candidate.at(values, from, place, to, noise).judge();
    }

    private int weakest() {
        int weakest = -1;
        Candidate.@Nullable Judged least = null;
        for (int i = 0; i < judged.size(); i++) {
            Candidate.Judged one = judged.get(i);
            if (one != null && one.fault() != Candidate.Fault.NONE && (least == null || one.isWeakerThan(least))) {
                weakest = i;
                least = one;
            }
        }
        return weakest;
    }

    private void remove(int i) {
        Candidate.Judged removed = judged.remove(i);
        int place = places.remove(i);
        if (removed != null && removed.fault() == Candidate.Fault.DRIFT) {
            drifts.add(place);
        }
        if (i > 0) {
            judged.set(i - 1, judge(i - 1));
        }
        if (i < places.size()) {
            judged.set(i, judge(i));
        }
    }

    /**
     * What a pass found.
     *
     * @param breaks where the machine changed and nothing links the two
     * @param drifts places that a straight line explains better
     * @param noise the standard deviation of the bulk of the values
     */
    record Found(Stretches stretches, BitSet breaks, List<Integer> drifts, double noise) {
        /**
         * The same with each step where it lies most likely. Beside it, a value that is wild to both levels costs the path as much on either
         * side; it belongs to the level that it is nearer to, else a build that was off by little just before a large step would be blamed for it.
         */
        Found settled() {
            double[] values = stretches.values();
            double[] levels = stretches.levels();
            int[] settled = starts().clone();
            for (int i = 0; i < settled.length; i++) {
                int first = (i == 0 ? 0 : settled[i - 1]) + ChangePointDetector.FEWEST_A_SIDE;
                int last = stretches.to(i + 1) - ChangePointDetector.FEWEST_A_SIDE;
                boolean isStep = !breaks.get(settled[i]);
                while (isStep && settled[i] < last && isWildButNearer(values[settled[i]], levels[i], levels[i + 1])) {
                    settled[i]++;
                }
                while (isStep
                        && settled[i] > first
                        && isWildButNearer(values[settled[i] - 1], levels[i + 1], levels[i])) {
                    settled[i]--;
                }
            }
            return new Found(new Stretches(values, settled), breaks, drifts, noise);
        }

        private boolean isWildButNearer(double value, double level, double other) {
            double distance = Math.abs(value - level);
            return distance >= LevelPath.BOUND * noise && distance < Math.abs(value - other);
        }

        /** The places of steps and breaks in order. */
        int[] starts() {
            return stretches.starts();
        }

        /** The same without the breaks, where machines are only guessed and not to be blamed. */
        Found withoutBreaks() {
            Stretches steps = new Stretches(stretches.values(), steps());
            return new Found(steps, new BitSet(), drifts, noise);
        }

        /** Those of steps alone. */
        int[] steps() {
            return Arrays.stream(stretches.starts())
                    .filter(start -> !breaks.get(start))
                    .toArray();
        }
    }
}
