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
    private static final Set<String> TIMES = words("""
            ns nanosecond nanoseconds us µs μs microsecond microseconds ms millisecond milliseconds
            s sec secs second seconds min mins minute minutes h hr hrs hour hours day days""");
    private static final Set<String> SIZES = words("""
            b byte bytes kb kilobyte kilobytes mb megabyte megabytes gb gigabyte gigabytes tb terabyte terabytes
            kib kibibyte kibibytes mib mebibyte mebibytes gib gibibyte gibibytes tib tebibyte tebibytes""");
    private static final Set<String> OTHER_COSTS =
            words("alloc allocs allocation allocations instruction instructions cycle cycles");

    private Metrics() {}

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }

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

    /** Less is better of times and sizes and of what each of something costs, more of what is done in a time; else it is not known. */
    static Direction direction(String unit) {
        String word = unit.strip().toLowerCase(Locale.ROOT);
        int slash = word.indexOf('/');
        if (slash < 0) {
            return isTimeOrSize(word) ? Direction.LOWER : Direction.NONE;
        }
        if (TIMES.contains(word.substring(slash + 1))) {
            return Direction.HIGHER;
        }
        // Go has units such as p99-ns/op.
        String counted = word.substring(word.lastIndexOf('-', slash) + 1, slash);
        return isTimeOrSize(counted) || OTHER_COSTS.contains(counted) ? Direction.LOWER : Direction.NONE;
    }

    private static boolean isTimeOrSize(String word) {
        return TIMES.contains(word) || SIZES.contains(word);
    }
}
