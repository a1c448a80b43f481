package dev.bengal.model;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What every phase has a key for, and how the phases of one name answer it together. The metric is called {@code
 * phase.NAME.KEY}, such as {@code phase.rendering.duration_ms}.
 */
public enum PhaseMetric {
    /** Wall time. */
    DURATION("duration_ms", Unit.MILLISECONDS, NoiseClass.NOISY),
    /** CPU time. */
    CPU("cpu_ms", Unit.MILLISECONDS, NoiseClass.NOISY),
    /** Bytes allocated. */
    ALLOCATED("allocated_mb", Unit.MEBIBYTES, NoiseClass.STEADY),
    /** Resident set at its end less that at its start. */
    MEMORY_DELTA("memory_delta_mb", Unit.MEBIBYTES, NoiseClass.NOISY),
    /** The highest resident set. */
    MEMORY_PEAK("memory_peak_mb", Unit.MEBIBYTES, NoiseClass.NOISY),
    /** The most heap in use right after a collection. */
    LIVE_HEAP("heap_live_mb", Unit.MEBIBYTES, NoiseClass.NOISY),
    /** The most heap in use. */
    PEAK_HEAP("heap_peak_mb", Unit.MEBIBYTES, NoiseClass.NOISY),
    /** Garbage collections. */
    GC_COUNT("gc_count", Unit.COUNT, NoiseClass.NOISY),
    /** Time in them. */
    GC_TIME("gc_ms", Unit.MILLISECONDS, NoiseClass.NOISY),
    /** Read from storage. */
    IO_READ("io_read_mb", Unit.MEBIBYTES, NoiseClass.NOISY),
    /** Sent to storage. */
    IO_WRITTEN("io_write_mb", Unit.MEBIBYTES, NoiseClass.NOISY),
    /** What it worked through. */
    ITEMS("items_processed", Unit.COUNT, NoiseClass.EXACT);

    /** All of them, in their order. */
    public static final List<PhaseMetric> ALL = List.of(values());

    private static final String PREFIX = "phase.";

    /** So many phases' metrics are remembered, by the hash of the phase. */
    private static final int PLACES = 256;

    /** Longer names are rarely the same. */
    private static final int LONGEST = 64;

    private final String key;
    private final Unit unit;
    private final NoiseClass noise;

    /** Thousands of builds name the same few phases, and a name that is put together anew is hashed anew by all who look for it. */
    private final @Nullable Named[] lately = new @Nullable Named[PLACES];

    PhaseMetric(String key, Unit unit, NoiseClass noise) {
        this.key = key;
        this.unit = unit;
        this.noise = noise;
    }

    /** The key in a phase's record, such as {@code duration_ms}. */
    public String key() {
        return key;
    }

    /** The metric of the phases of this name. */
    public Metric metric(String phase) {
        if (phase.length() > LONGEST) {
            return anew(phase);
        }
        int hash = phase.hashCode();
        int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
        Named known = lately[place];
        if (known == null || !known.phase().equals(phase)) {
            known = new Named(phase, anew(phase));
            lately[place] = known;
        }
        return known.metric();
    }

    private Metric anew(String phase) {
        return new Metric(PREFIX + phase + '.' + key, unit, this == ITEMS ? Direction.NONE : Direction.LOWER, noise);
    }

    private record Named(String phase, Metric metric) {}

    /** Which phase and which of its metrics a name such as {@code phase.rendering.duration_ms} means; empty for any other name. */
    public static Optional<OfPhase> parse(String name) {
        int dot = name.lastIndexOf('.');
        if (name.startsWith(PREFIX) && dot > PREFIX.length()) {
            String key = name.substring(dot + 1);
            for (PhaseMetric metric : ALL) {
                if (metric.key.equals(key)) {
                    return Optional.of(new OfPhase(name.substring(PREFIX.length(), dot), metric));
                }
            }
        }
        return Optional.empty();
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
            Double value = reading(phase);
            if (value == null) {
                return OptionalDouble.empty();
            }
            result = OptionalDouble.of(result.isEmpty() ? value : together(result.getAsDouble(), value));
        }
        return result;
    }

    /** A peak is not made higher by another one. */
    private double together(double one, double other) {
        return this == MEMORY_PEAK || this == LIVE_HEAP || this == PEAK_HEAP ? Math.max(one, other) : one + other;
    }

    private @Nullable Double reading(PhaseMetrics phase) {
        return switch (this) {
            case DURATION -> phase.durationMillis();
            case CPU -> phase.cpuMillis();
            case ALLOCATED -> phase.memory().allocatedMebibytes();
            case MEMORY_DELTA -> phase.memory().deltaMebibytes();
            case MEMORY_PEAK -> phase.memory().peakMebibytes();
            case LIVE_HEAP -> phase.memory().liveHeapMebibytes();
            case PEAK_HEAP -> phase.memory().peakHeapMebibytes();
            case GC_COUNT -> asDouble(phase.gc().count());
            case GC_TIME -> phase.gc().millis();
            case IO_READ -> phase.io().readMebibytes();
            case IO_WRITTEN -> phase.io().writtenMebibytes();
            case ITEMS -> asDouble(phase.itemsProcessed());
        };
    }

    private static @Nullable Double asDouble(@Nullable Long count) {
        return count == null ? null : count.doubleValue();
    }
}
