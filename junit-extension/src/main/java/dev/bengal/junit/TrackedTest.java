package dev.bengal.junit;

import dev.bengal.model.Measurement;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A test that passed, and what each of its runs took. */
record TrackedTest(TestName name, List<Reading> readings) {
    TrackedTest {
        Objects.requireNonNull(name, "name");
        readings = List.copyOf(readings);
    }

    /** The median of the runs; empty where a run was not measured. */
    OptionalDouble median(TestMetric metric) {
        double[] samples = samples(metric).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        int middle = samples.length / 2;
        if (samples.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                samples.length % 2 == 1 ? samples[middle] : (samples[middle - 1] + samples[middle]) / 2);
    }

    /** For the record: one for each metric that was measured; samples where there were several runs. */
    Stream<Measurement> measurements() {
        return Arrays.stream(TestMetric.values())
                .flatMap(metric -> median(metric).stream()
                        .mapToObj(value -> new Measurement(
                                metric.of(name),
                                value,
                                readings.size() > 1 ? samples(metric) : List.of(),
                                metric.source(),
                                true)));
    }

    private List<Double> samples(TestMetric metric) {
        List<Double> samples = readings.stream()
                .flatMap(reading -> reading.value(metric).stream().boxed())
                .toList();
        return samples.size() == readings.size() ? samples : List.of();
    }
}
