package dev.bengal.junit;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalDouble;

/** What one run of a test took, each in its metric's unit; what could not be measured is missing. */
record Reading(Map<TestMetric, Double> values) {
    Reading {
        values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(values));
    }

    OptionalDouble value(TestMetric metric) {
        Double value = values.get(metric);
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
