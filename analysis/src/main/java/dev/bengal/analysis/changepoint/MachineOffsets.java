package dev.bengal.analysis.changepoint;

import dev.bengal.analysis.statistics.OrderStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How much higher the same build comes out on one machine than on another, from a series whose builds ran on several.
 *
 * <p>Machines that took turns often enough are linked: their offset is the median difference of neighbours. Between others
 * nothing is known, and where the series goes from the one to the other is a break. With 10, 12, 10, 12, 10, 13 on machines a and b by turns the
 * differences b - a are 2, 2, 2, 2 and 3: b measures 2 more.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177704172">Hodges and Lehmann, 1963: the median difference as the estimate that belongs
 *     to the sign test</a>
 */
final class MachineOffsets {
    /** So many changes between two machines tell their offset. */
    static final int FEWEST_TURNS = 5;

    private final double[] values;
    private final int[] machine;
    private final double[] offset;
    private final int[] group;

    private MachineOffsets(double[] values, int[] machine) {
        int machines = Arrays.stream(machine).max().orElse(0) + 1;
        this.values = values;
        this.machine = machine;
        this.offset = new double[machines];
        this.group = IntStream.range(0, machines).toArray();
    }

    /**
     * Estimates them.
     *
     * @param machine for each value a small number, from 0
     */
    static MachineOffsets of(double[] values, int[] machine) {
        MachineOffsets offsets = new MachineOffsets(values, machine);
        offsets.turns().stream()
                .filter(turns -> turns.differences().size() >= FEWEST_TURNS)
                .sorted(Comparator.comparingInt(turns -> -turns.differences().size()))
                .forEach(offsets::link);
        return offsets;
    }

    private List<Turns> turns() {
        Map<List<Integer>, Turns> turns = new LinkedHashMap<>();
        for (int i = 1; i < values.length; i++) {
            int from = Math.min(machine[i - 1], machine[i]);
            int to = Math.max(machine[i - 1], machine[i]);
            if (from != to) {
                double up = values[i] - values[i - 1];
                turns.computeIfAbsent(List.of(from, to), pair -> new Turns(from, to, new ArrayList<>()))
                        .differences()
                        .add(machine[i] == to ? up : -up);
            }
        }
        return List.copyOf(turns.values());
    }

    private void link(Turns turns) {
        int from = group[turns.from()];
        int to = group[turns.to()];
        double shift = offset[turns.from()] + turns.median() - offset[turns.to()];
        for (int m = 0; from != to && m < group.length; m++) {
            if (group[m] == to) {
                group[m] = from;
                offset[m] += shift;
            }
        }
    }

    /** The values as one machine of each group would have measured them. */
    double[] adjusted() {
        double[] adjusted = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            adjusted[i] = values[i] - offset[machine[i]];
        }
        return adjusted;
    }

    /** Whether the value at {@code index} is on a machine that is not linked to that of the value before. */
    boolean breaksAt(int index) {
        return index > 0 && group[machine[index]] != group[machine[index - 1]];
    }

    /** Whether any two machines are linked. */
    boolean anyLinked() {
        return IntStream.range(0, group.length).anyMatch(m -> group[m] != m);
    }

    /**
     * Sharpens the offsets by all builds of each machine, once it is known where the series stepped: the median of what its builds
     * differ from their stretch's level by is added. One round of the median polish of a table with stretches and machines, by
     * Tukey, Exploratory Data Analysis, Addison-Wesley 1977, chapter 11.
     */
    void refine(int[] starts) {
        double[] residuals = new Stretches(adjusted(), starts).residuals();
        for (int m = 0; m < offset.length; m++) {
            int wanted = m;
            double[] own = IntStream.range(0, machine.length)
                    .filter(i -> machine[i] == wanted)
                    .mapToDouble(i -> residuals[i])
                    .toArray();
            offset[m] += own.length == 0 ? 0 : OrderStatistics.medianInPlace(own);
        }
    }

    /**
     * All changes between two machines.
     *
     * @param differences of the neighbours, that on {@code to} less that on {@code from}
     */
    private record Turns(int from, int to, List<Double> differences) {
        double median() {
            return OrderStatistics.medianInPlace(
                    differences.stream().mapToDouble(Double::doubleValue).toArray());
        }
    }
}
