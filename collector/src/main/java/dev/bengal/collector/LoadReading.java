package dev.bengal.collector;

import dev.bengal.model.MachineLoad;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How busy the machine was up to one moment, as Linux counts it; two of them make a {@link MachineLoad}.
 *
 * @param load1m the load average over the last minute
 * @param cpuTicks of all CPUs in all states since boot
 * @param stealTicks of those, the ones a hypervisor gave to others
 * @param pressureMicros in which something waited for a CPU, since boot
 * @param nanos when it was read
 */
record LoadReading(
        OptionalDouble load1m,
        OptionalLong cpuTicks,
        OptionalLong stealTicks,
        OptionalLong pressureMicros,
        long nanos) {
    static final LoadReading NONE = new LoadReading(
            OptionalDouble.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), 0);

    private static final double CONTENDED_STEAL_PERCENT = 5;
    private static final double CONTENDED_PRESSURE_PERCENT = 50;
    private static final int STEAL_FIELD = 8;
    private static final int FIELDS_WITHOUT_GUEST = 9;
    private static final Pattern SOME_TOTAL = Pattern.compile("(?m)^some .*total=(\\d+)$");

    static LoadReading parse(String loadavg, String stat, String pressure, long nanos) {
        try {
            String[] load = loadavg.split(" ");
            String[] cpu = stat.split("\n", 2)[0].trim().split(" +");
            Matcher some = SOME_TOTAL.matcher(pressure);
            boolean cpuKnown = cpu.length > STEAL_FIELD;
            return new LoadReading(
                    load[0].isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(load[0])),
                    cpuKnown ? OptionalLong.of(sum(cpu)) : OptionalLong.empty(),
                    cpuKnown ? OptionalLong.of(Long.parseLong(cpu[STEAL_FIELD])) : OptionalLong.empty(),
                    some.find() ? OptionalLong.of(Long.parseLong(some.group(1))) : OptionalLong.empty(),
                    nanos);
        } catch (NumberFormatException e) {
            return NONE;
        }
    }

    private static long sum(String[] cpu) {
        long ticks = 0;
        for (int field = 1; field < FIELDS_WITHOUT_GUEST; field++) {
            ticks += Long.parseLong(cpu[field]);
        }
        return ticks;
    }

    MachineLoad since(LoadReading start) {
        Double steal = percent(
                Usage.difference(start.stealTicks, stealTicks, 1), Usage.difference(start.cpuTicks, cpuTicks, 1));
        Double pressure =
                percent(Usage.difference(start.pressureMicros, pressureMicros, 1), (nanos - start.nanos) / 1000.0);
        return new MachineLoad(
                load1m.isEmpty() ? null : load1m.getAsDouble(), steal, pressure, contended(steal, pressure));
    }

    private static @Nullable Boolean contended(@Nullable Double steal, @Nullable Double pressure) {
        if (steal == null && pressure == null) {
            return null;
        }
        return (steal != null && steal >= CONTENDED_STEAL_PERCENT)
                || (pressure != null && pressure >= CONTENDED_PRESSURE_PERCENT);
    }

    /** Null where a counter went back, as that of steal does when a virtual machine moves to another host. */
    private static @Nullable Double percent(@Nullable Double part, @Nullable Double whole) {
        return part == null || whole == null || part < 0 || whole <= 0 ? null : Double.valueOf(100 * part / whole);
    }
}
