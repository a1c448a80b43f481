package dev.bengal.junit;

import dev.bengal.model.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The limits of a test, each in its metric's unit. */
record Budget(Map<TestMetric, Double> limits) {
    static final Budget NONE = new Budget(Map.of());

    private static final MathContext SHORT = new MathContext(4);

    Budget {
        limits = limits.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(limits));
    }

    /** @throws ExtensionConfigurationException where a limit is negative or no number */
    static Budget of(PerformanceBudget annotation) {
        Map<TestMetric, Double> limits = new EnumMap<>(TestMetric.class);
        limits.put(TestMetric.DURATION, annotation.millis());
        limits.put(TestMetric.ALLOCATED, annotation.allocatedMb());
        limits.put(TestMetric.PROCESS_ALLOCATED, annotation.processAllocatedMb());
        limits.put(TestMetric.RSS_PEAK, annotation.rssMb());
        limits.put(TestMetric.LIVE_HEAP, annotation.liveHeapMb());
        limits.put(TestMetric.RETAINED, annotation.retainedMb());
        limits.values().removeIf(limit -> limit == PerformanceBudget.UNLIMITED);
        limits.forEach((metric, limit) -> {
            if (!(limit >= 0)) {
                throw new ExtensionConfigurationException("@PerformanceBudget: the limit for " + metric.key() + " is "
                        + limit + "; it must be 0 or more.");
            }
        });
        return new Budget(limits);
    }

    /** Whether the limits can only be held against a heap without garbage. */
    boolean needsCollection() {
        return limits.containsKey(TestMetric.LIVE_HEAP) || limits.containsKey(TestMetric.RETAINED);
    }

    /** A sentence where the test took more than it may. */
    Optional<String> excess(TrackedTest test) {
        List<String> excesses = limits.entrySet().stream()
                .flatMap(entry -> excess(entry.getKey(), entry.getValue(), test).stream())
                .toList();
        return excesses.isEmpty()
                ? Optional.empty()
                : Optional.of(test.name() + " is over its performance budget: it "
                        + String.join(" and ", excesses)
                        + (test.readings().size() > 1
                                ? ", by the median of " + test.readings().size() + " runs."
                                : "."));
    }

    private static Optional<String> excess(TestMetric metric, double limit, TrackedTest test) {
        OptionalDouble reading = test.median(metric);
        if (reading.isEmpty() || reading.getAsDouble() <= limit) {
            return Optional.empty();
        }
        String shown = amount(reading.getAsDouble(), SHORT, metric.unit());
        String shownLimit = amount(limit, MathContext.DECIMAL64, metric.unit());
        if (shown.equals(shownLimit)) {
            shown = amount(reading.getAsDouble(), MathContext.DECIMAL64, metric.unit());
        }
        return Optional.of(metric.phrase(shown) + " (" + metric.key() + ", limit " + shownLimit + ")");
    }

    /** A sentence where a limit could not be held against anything. */
    Optional<String> skipped(TrackedTest test) {
        String unread = limits.keySet().stream()
                .filter(metric -> test.median(metric).isEmpty())
                .map(metric -> metric.key() + " (" + metric.absence() + ")")
                .collect(Collectors.joining(" and "));
        return unread.isEmpty()
                ? Optional.empty()
                : Optional.of("The performance budget of " + test.name() + " was not judged in full: it limits "
                        + unread + ", which could not be measured.");
    }

    private static String amount(double value, MathContext precision, Unit unit) {
        return new BigDecimal(value).round(precision).stripTrailingZeros().toPlainString() + " " + unit.symbol();
    }
}
