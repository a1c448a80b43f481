package dev.bengal.model;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which places in the code allocated most, and what that rests on.
 *
 * @param sites the largest first
 * @param samples how many allocations were seen, over all sites
 * @param truncatedAfterMebibytes where the recording grew too large and was stopped early: what had been allocated by then, in
 *     MiB; null for a recording of the whole build
 */
public record TopAllocators(
        List<AllocationSite> sites, long samples, @Nullable Double truncatedAfterMebibytes) {
    /**
     * Says that allocation was recorded, and how many samples there are. The recorder costs time and memory of its own, so
     * that a build with this measurement is not quite like its neighbours.
     */
    public static final Metric RECORDED =
            new Metric("allocations_recorded", Unit.COUNT, Direction.NONE, NoiseClass.NOISY);

    /** Says that the recording was stopped early. */
    public static final Metric TRUNCATED =
            new Metric("allocations_truncated_after_mb", Unit.MEBIBYTES, Direction.NONE, NoiseClass.NOISY);

    private static final String SOURCE = "flight recorder";

    public TopAllocators {
        sites = List.copyOf(sites);
    }

    /** Those of a build, or empty where its allocation was not recorded. */
    public static Optional<TopAllocators> of(BuildMetrics build) {
        Optional<Double> samples = value(build, RECORDED);
        if (samples.isEmpty() && build.topAllocators().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TopAllocators(
                build.topAllocators(),
                Math.round(samples.orElse(0.0)),
                value(build, TRUNCATED).orElse(null)));
    }

    /** Whether the allocation of this build was recorded. */
    public static boolean isRecorded(BuildMetrics build) {
        return of(build).isPresent();
    }

    /**
     * Whether recording the allocation of a build changes this metric of it. The recorder takes time and memory, which are
     * noisy by nature; it allocates next to nothing, and counts stay what they are.
     */
    public static boolean disturbs(Metric metric) {
        return metric.noise() == NoiseClass.NOISY;
    }

    private static Optional<Double> value(BuildMetrics build, Metric metric) {
        return build.measurements().stream()
                .filter(measurement -> measurement.metric().name().equals(metric.name()))
                .map(Measurement::value)
                .findFirst();
    }

    /** What a record says of them beside the sites. */
    List<Measurement> measurements() {
        Measurement recorded = new Measurement(RECORDED, samples, List.of(), SOURCE, true);
        return truncatedAfterMebibytes == null
                ? List.of(recorded)
                : List.of(recorded, new Measurement(TRUNCATED, truncatedAfterMebibytes, List.of(), SOURCE, true));
    }
}
