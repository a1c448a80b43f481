package dev.bengal.analysis.changepoint;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Watches a series grow and tells of a change as soon as it is seen; of each once. It never looks ahead: what it says after a build
 * rests on that build and those before it. A build costs one look at the last {@value #WINDOW} at most, whatever came before.
 *
 * <p>Not thread-safe.
 */
public final class ChangeAlarm {
    private static final int WINDOW = 300;
    /** A change is told when so many builds stand on the new level; one fewer and outliers in a row look like one. */
    private static final int FEWEST_AFTER = 5;
    /** The estimate of where a change lies moves while builds come; so near to the last one it is still that. */
    private static final int SAME = 12;
    /** An alarm holds in this many looks, one after the other, before it is given. */
    private static final int LOOKS = 4;

    private final ChangePointDetector detector = new ChangePointDetector();
    private double[] values = new double[64];
    private int[] machines = new int[64];
    private int size;
    private int lastAlarm = -SAME;
    private int seen = -1;
    private int looks;

    /**
     * Takes the next build.
     *
     * @param value finite
     * @param machine a number that is the same for the same machine; 0 where there is only one
     * @return the first build of a new level, counted from 0, or empty
     */
    public OptionalInt append(double value, int machine) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
            machines = Arrays.copyOf(machines, 2 * size);
        }
        values[size] = value;
        machines[size++] = machine;
        return look();
    }

    private OptionalInt look() {
        int from = Math.max(0, size - WINDOW);
        List<ChangePoint> changes =
                detector.detect(Arrays.copyOfRange(values, from, size), Arrays.copyOfRange(machines, from, size));
        OptionalInt newest = changes.stream()
                .filter(change -> change.kind() == ChangePoint.Kind.STEP)
                .mapToInt(change -> from + change.index())
                .filter(index -> index > lastAlarm + SAME && size - index >= FEWEST_AFTER)
                .max();
        if (newest.isEmpty()) {
            looks = 0;
            return newest;
        }
        looks = Math.abs(newest.getAsInt() - seen) <= SAME ? looks + 1 : 1;
        seen = newest.getAsInt();
        if (looks < LOOKS) {
            return OptionalInt.empty();
        }
        lastAlarm = seen;
        looks = 0;
        return newest;
    }
}
