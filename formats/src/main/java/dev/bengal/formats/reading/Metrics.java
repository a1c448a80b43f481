package dev.bengal.formats.reading;

import dev.bengal.formats.BenchmarkName;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Unit;
import java.util.Locale;
import java.util.Set;

/** The metrics that other tools measure. */
final class Metrics {
    private static final Set<String> TIMES = Set.of(
            "ns",
            "us",
            "µs",
            "μs",
            "ms",
            "s",
            "sec",
            "secs",
            "second",
            "seconds",
            "min",
            "minutes",
            "nanoseconds",
            "microseconds",
            "milliseconds");
    private static final Set<String> SIZES =
            Set.of("b", "byte", "bytes", "kb", "mb", "gb", "kib", "mib", "gib", "kilobytes", "megabytes");

    private Metrics() {}

    /** A time, of which less is better. */
    static Metric time(BenchmarkName name, Unit unit) {
        return new Metric(name.metric(), unit, Direction.LOWER, NoiseClass.NOISY);
    }

    /** What a unit says for itself. */
    static Metric ofUnit(BenchmarkName name, String unit) {
        return of(name.metric(), unit, direction(unit));
    }

    static Metric of(String name, String unit, Direction direction) {
        return new Metric(
                name, new Unit(unit.strip()), direction, isAllocation(unit) ? NoiseClass.STEADY : NoiseClass.NOISY);
    }

    private static boolean isAllocation(String unit) {
        return unit.equals("B/op") || unit.equals("allocs/op");
    }

    /** Less is better of times and sizes and of what each operation takes, more of what is done in a time; else it is not known. */
    static Direction direction(String unit) {
        String word = unit.strip().toLowerCase(Locale.ROOT);
        int slash = word.indexOf('/');
        if (slash < 0) {
            return TIMES.contains(word) || SIZES.contains(word) ? Direction.LOWER : Direction.NONE;
        }
        String per = word.substring(slash + 1);
        if (TIMES.contains(per)) {
            return Direction.HIGHER;
        }
        return word.startsWith("op") && slash <= 3 ? Direction.HIGHER : Direction.LOWER;
    }
}
