package dev.bengal.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What every phase has a key for, and how the phases of one name answer it together. The metric is called {@code
 * phase.NAME.KEY}, such as {@code phase.rendering.duration_ms}.
 */
public enum PhaseMetric {
    /** Wall time. */
    DURATION("duration_ms", Unit.MILLISECONDS, NoiseClass.NOISY, Double::sum, PhaseMetrics::durationMillis),
    /** CPU time. */
    CPU("cpu_ms", Unit.MILLISECONDS, NoiseClass.NOISY, Double::sum, PhaseMetrics::cpuMillis),
    /** Bytes allocated. */
    ALLOCATED(
            "allocated_mb",
            Unit.MEBIBYTES,
            NoiseClass.STEADY,
            Double::sum,
            phase -> phase.memory().allocatedMebibytes()),
    /** Resident set at its end less that at its start. */
    MEMORY_DELTA(
            "memory_delta_mb",
            Unit.MEBIBYTES,
            NoiseClass.NOISY,
            Double::sum,
            phase -> phase.memory().deltaMebibytes()),
    /** The highest resident set. */
    MEMORY_PEAK(
            "memory_peak_mb",
            Unit.MEBIBYTES,
            NoiseClass.NOISY,
            Math::max,
            phase -> phase.memory().peakMebibytes()),
    /** The most heap in use right after a collection. */
    LIVE_HEAP(
            "heap_live_mb",
            Unit.MEBIBYTES,
            NoiseClass.NOISY,
            Math::max,
            phase -> phase.memory().liveHeapMebibytes()),
    /** The most heap in use. */
    PEAK_HEAP(
            "heap_peak_mb",
            Unit.MEBIBYTES,
            NoiseClass.NOISY,
            Math::max,
            phase -> phase.memory().peakHeapMebibytes()),
    /** Garbage collections. */
    GC_COUNT(
            "gc_count",
            Unit.COUNT,
            NoiseClass.NOISY,
            Double::sum,
            phase -> asDouble(phase.gc().count())),
    /** Time in them. */
    GC_TIME(
            "gc_ms",
            Unit.MILLISECONDS,
            NoiseClass.NOISY,
            Double::sum,
            phase -> phase.gc().millis()),
    /** Read from storage. */
    IO_READ(
            "io_read_mb",
            Unit.MEBIBYTES,
            NoiseClass.NOISY,
            Double::sum,
            phase -> phase.io().readMebibytes()),
    /** Sent to storage. */
    IO_WRITTEN(
            "io_write_mb",
            Unit.MEBIBYTES,
            NoiseClass.NOISY,
            Double::sum,
            phase -> phase.io().writtenMebibytes()),
    /** What it worked through. */
    ITEMS("items_processed", Unit.COUNT, NoiseClass.EXACT, Double::sum, phase -> asDouble(phase.itemsProcessed()));

    /** All of them, in their order. */
    public static final List<PhaseMetric> ALL = List.of(values());

    private static final String PREFIX = "phase.";

    private final String key;
    private final Unit unit;
    private final NoiseClass noise;
    private final DoubleBinaryOperator together;
    private final Function<PhaseMetrics, @Nullable Double> reading;

    PhaseMetric(
            String key,
            Unit unit,
            NoiseClass noise,
            DoubleBinaryOperator together,
            Function<PhaseMetrics, @Nullable Double> reading) {
        this.key = key;
        this.unit = unit;
        this.noise = noise;
        this.together = together;
        this.reading = reading;
    }

    /** The key in a phase's record, such as {@code duration_ms}. */
    public String key() {
        return key;
    }

    /** The metric of the phases of this name. */
    public Metric metric(String phase) {
        return new Metric(PREFIX + phase + '.' + key, unit, this == ITEMS ? Direction.NONE : Direction.LOWER, noise);
    }

    /** Which phase and which of its metrics a name such as {@code phase.rendering.duration_ms} means; empty for any other name. */
    public static Optional<OfPhase> parse(String name) {
        int dot = name.lastIndexOf('.');
        return !name.startsWith(PREFIX) || dot <= PREFIX.length()
                ? Optional.empty()
                : ALL.stream()
                        .filter(metric -> metric.key.equals(name.substring(dot + 1)))
                        .findFirst()
                        .map(metric -> new OfPhase(name.substring(PREFIX.length(), dot), metric));
    }

    /**
     * The whole name of a phase's metric that is named without the leading {@code phase.}, as {@code
     * module.core.mojo.surefire:test.duration_ms}; empty for any other name.
     */
    public static Optional<String> completed(String name) {
        return name.startsWith(PREFIX) ? Optional.empty() : parse(PREFIX + name).map(asked -> PREFIX + name);
    }

    /** A metric of the phases of one name. */
    public record OfPhase(String phase, PhaseMetric metric) {}

    /**
     * What phases of one name took together: the sum, of peaks the highest. Where any of them did not measure it, a sum would
     * tell too little, and there is none.
     *
     * @param phases of one name; empty gives nothing
     */
    public OptionalDouble of(List<PhaseMetrics> phases) {
        OptionalDouble result = OptionalDouble.empty();
        for (PhaseMetrics phase : phases) {
            Double value = reading.apply(phase);
            if (value == null) {
                return OptionalDouble.empty();
            }
            result = OptionalDouble.of(result.isEmpty() ? value : together.applyAsDouble(result.getAsDouble(), value));
        }
        return result;
    }

    private static @Nullable Double asDouble(@Nullable Long count) {
        return count == null ? null : count.doubleValue();
    }
}
