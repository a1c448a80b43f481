package dev.bengal.analysis.changepoint;

import dev.bengal.analysis.statistics.Effect;
import dev.bengal.analysis.statistics.HodgesLehmann;
import dev.bengal.analysis.statistics.Scale;
import dev.bengal.model.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Finds where a series stepped: by the cheapest path through it (see {@link LevelPath}), of whose steps each must then hold
 * against the noise. The same series gives the same answer always. Without state, and safe for many threads.
 *
 * <p>Machines that take turns are set off against each other first. Where a series has only one machine, machines that nobody
 * named are looked for, up to {@value #MOST_SEARCHED} builds.
 */
public final class ChangePointDetector {
    /** Below this many builds nothing is judged. */
    public static final int FEWEST_BUILDS = 20;

    /** A level of fewer builds is none yet. */
    public static final int FEWEST_A_SIDE = 3;

    private static final int PROVISIONAL_BUILDS = 5;
    private static final int REFINEMENTS = 2;
    /** In longer series nobody's machines are not looked for, which would take ten times as long as all else. */
    private static final int MOST_SEARCHED = 2000;

    private static final int EFFECT_BUILDS = 30;
    private static final double CONFIDENCE = 0.95;

    /** The changes of a series, in its order; the fingerprints of the environments are the machines. */
    public List<ChangePoint> detect(Series series) {
        List<Series.Point> points = series.points();
        Map<String, Integer> machines = new HashMap<>();
        int[] machine = points.stream()
                .mapToInt(point -> machines.computeIfAbsent(point.fingerprint(), print -> machines.size()))
                .toArray();
        double[] values = points.stream().mapToDouble(Series.Point::value).toArray();
        return detect(values, machine).stream()
                .map(change -> placed(change, series))
                .toList();
    }

    /**
     * A step that a commit made lies between the builds of two commits. Where it was found among those of one, a few of them strayed; where
     * more than a few lie on either side, the same commit stands on both levels, and none is to blame.
     */
    private static ChangePoint placed(ChangePoint change, Series series) {
        int index = change.index();
        int start = series.startOfCommit(index);
        int end = series.endOfCommit(index);
        ChangePoint.Kind kind = change.kind();
        if (kind == ChangePoint.Kind.STEP && index > start) {
            boolean isOfTheNext =
                    end - index < index - start && end < series.points().size();
            if (Math.min(index - start, end - index) >= FEWEST_A_SIDE) {
                kind = ChangePoint.Kind.ENVIRONMENT;
            } else if (isOfTheNext) {
                index = end;
                start = end;
            }
        }
        // Before a drift from the first build on, there is none but that one.
        int lastGood = kind == ChangePoint.Kind.ENVIRONMENT ? index - 1 : Math.max(0, start - 1);
        return new ChangePoint(index, lastGood, change.effect(), kind, change.state());
    }

    /** The changes of values that were all measured on one machine, or on machines that nobody knows. */
    public List<ChangePoint> detect(double... values) {
        return detect(values, new int[values.length]);
    }

    /**
     * The changes, in order.
     *
     * @param values finite
     * @param machine for each value a number that is the same for the same machine
     */
    public List<ChangePoint> detect(double[] values, int[] machine) {
        if (values.length != machine.length) {
            throw new IllegalArgumentException(
                    values.length + " values, but the machines of " + machine.length + "; each value has one");
        }
        Scale scale = Scale.of(values);
        if (values.length < FEWEST_BUILDS) {
            return List.of();
        }
        double[] scaled = scale.of(values, 0, values.length);
        StepSearch.Found found = search(scaled, numbered(machine)).settled();
        List<ChangePoint> changes = new ArrayList<>();
        for (int i = 0; i < found.starts().length; i++) {
            changes.add(change(found, i, scale));
        }
        changes.addAll(drifts(found, scale));
        changes.sort(Comparator.comparingInt(ChangePoint::index));
        return List.copyOf(changes);
    }

    private static int[] numbered(int[] machine) {
        if (isOne(machine)) {
            return new int[machine.length];
        }
        Map<Integer, Integer> numbers = new HashMap<>();
        return Arrays.stream(machine)
                .map(m -> numbers.computeIfAbsent(m, unknown -> numbers.size()))
                .toArray();
    }

    private static boolean isOne(int[] machine) {
        for (int one : machine) {
            if (one != machine[0]) {
                return false;
            }
        }
        return true;
    }

    private static StepSearch.Found search(double[] values, int[] machine) {
        boolean named = Arrays.stream(machine).anyMatch(m -> m > 0);
        if (named || values.length > MOST_SEARCHED) {
            return searchWith(values, machine);
        }
        int[] hidden = HiddenMachines.of(values).orElse(machine);
        StepSearch.Found found = searchWith(values, hidden);
        return ToAndFro.levels(steps(found), found.noise())
                .map(levels -> searchWith(values, both(hidden, levels)))
                .orElse(found)
                .withoutBreaks();
    }

    private static Stretches steps(StepSearch.Found found) {
        return new Stretches(found.stretches().values(), found.steps());
    }

    private static int[] both(int[] machine, int[] levels) {
        int most = 1 + Arrays.stream(machine).max().orElse(0);
        return numbered(IntStream.range(0, machine.length)
                .map(i -> levels[i] * most + machine[i])
                .toArray());
    }

    private static StepSearch.Found searchWith(double[] values, int[] machine) {
        MachineOffsets offsets = MachineOffsets.of(values, machine);
        StepSearch.Found found = StepSearch.in(offsets);
        for (int i = 0; i < REFINEMENTS && offsets.anyLinked(); i++) {
            offsets.refine(found.starts());
            found = StepSearch.in(offsets);
        }
        return found;
    }

    private static ChangePoint change(StepSearch.Found found, int i, Scale scale) {
        Stretches stretches = found.stretches();
        int index = found.starts()[i];
        int after = stretches.to(i + 1) - index;
        return new ChangePoint(
                index,
                index - 1,
                effect(stretches.values(), stretches.from(i), index, stretches.to(i + 1), scale),
                found.breaks().get(index) ? ChangePoint.Kind.ENVIRONMENT : ChangePoint.Kind.STEP,
                i + 1 == found.starts().length && after <= PROVISIONAL_BUILDS
                        ? ChangePoint.State.PROVISIONAL
                        : ChangePoint.State.CONFIRMED);
    }

    private static Effect effect(double[] values, int from, int index, int to, Scale scale) {
        double[] before = Arrays.copyOfRange(values, Math.max(from, index - EFFECT_BUILDS), index);
        double[] after = Arrays.copyOfRange(values, index, Math.min(to, index + EFFECT_BUILDS));
        HodgesLehmann pairs = HodgesLehmann.of(before, after);
        return scale.effect(pairs.shift(), pairs.interval(CONFIDENCE));
    }

    /**
     * One for each stretch of which a straight line explained a step better: from its first third to its last. Where that interval has no
     * change in it there is none: what rises and falls again has its slopes, too.
     */
    private static List<ChangePoint> drifts(StepSearch.Found found, Scale scale) {
        Stretches stretches = found.stretches();
        List<ChangePoint> drifts = new ArrayList<>();
        for (int i = 0; i < stretches.count(); i++) {
            int from = stretches.from(i);
            int to = stretches.to(i);
            int third = (to - from) / 3;
            if (third > 0 && found.drifts().stream().anyMatch(place -> from < place && place < to)) {
                double[] values = stretches.of(i);
                double[] middleGone = Arrays.copyOf(values, 2 * third);
                System.arraycopy(values, values.length - third, middleGone, third, third);
                Effect effect = effect(middleGone, 0, third, 2 * third, scale);
                if (!effect.interval().contains(0)) {
                    drifts.add(new ChangePoint(
                            from, Math.max(0, from - 1), effect, ChangePoint.Kind.DRIFT, ChangePoint.State.CONFIRMED));
                }
            }
        }
        return drifts;
    }
}
