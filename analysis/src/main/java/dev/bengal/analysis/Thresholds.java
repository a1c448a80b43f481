package dev.bengal.analysis;

import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Scenario;
import dev.bengal.model.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From which growth on each metric counts as worse.
 *
 * @param timeGrowth of everything else too: counts, plain numbers
 * @param memoryGrowth of megabytes with noise
 * @param allocatedGrowth of steady metrics
 * @param overrides the later one wins
 */
public record Thresholds(
        double timeGrowth, double memoryGrowth, double allocatedGrowth, List<LimitOverride> overrides) {
    /** Time 20 %, memory 10 %, allocated bytes 2 %. */
    public static final Thresholds DEFAULT = new Thresholds(0.20, 0.10, 0.02, List.of());

    /** Fifty steps of a record. */
    private static final double LEAST_MEBIBYTES = 0.05;
    /** Ten steps of a record, which has thousandths. */
    private static final double LEAST_STEADY = 0.01;

    public Thresholds {
        overrides = List.copyOf(overrides);
    }

    /** The same with another limit for a metric, in one scenario or, where it is null, in all. */
    public Thresholds with(@Nullable String scenario, String metric, Limit limit) {
        List<LimitOverride> more = new ArrayList<>(overrides);
        more.add(new LimitOverride(scenario, metric, limit));
        return new Thresholds(timeGrowth, memoryGrowth, allocatedGrowth, more);
    }

    /** The limit of a metric; of steady ones with a least change too. Exact ones have none: any change counts. */
    public Limit limit(Scenario scenario, Metric metric) {
        Limit limit = new Limit(growth(metric), leastChange(metric));
        for (LimitOverride override : overrides) {
            if (override.concerns(scenario, metric)) {
                limit = override.limit();
            }
        }
        return limit;
    }

    private double growth(Metric metric) {
        return switch (metric.noise()) {
            case EXACT -> 0;
            case STEADY -> allocatedGrowth;
            case NOISY -> metric.unit().equals(Unit.MEBIBYTES) ? memoryGrowth : timeGrowth;
        };
    }

    /** A steady metric is judged from one build, and of a small value the rounding of the record alone is a share of some percent. */
    private static double leastChange(Metric metric) {
        if (metric.noise() != NoiseClass.STEADY) {
            return 0;
        }
        return metric.unit().equals(Unit.MEBIBYTES) ? LEAST_MEBIBYTES : LEAST_STEADY;
    }

    /**
     * Another limit.
     *
     * @param scenario its name, or null for every one
     * @param metric its name
     */
    public record LimitOverride(@Nullable String scenario, String metric, Limit limit) {
        public LimitOverride {
            Objects.requireNonNull(metric, "metric");
            Objects.requireNonNull(limit, "limit");
        }

        boolean concerns(Scenario of, Metric with) {
            return metric.equals(with.name()) && (scenario == null || scenario.equals(of.name()));
        }
    }
}
