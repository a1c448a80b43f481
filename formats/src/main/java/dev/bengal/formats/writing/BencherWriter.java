package dev.bengal.formats.writing;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.formats.BenchmarkName;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Measurement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bencher Metric Format: of each metric its value and, where it has samples, their least and greatest. It carries neither units nor
 * directions. What an import called {@code benchmark#measure} goes back to these two; of everything else the benchmark is the scenario.
 * Builds of several scenarios, projects or environments are told apart behind the benchmark's name.
 */
public final class BencherWriter {
    /** Writes one object; of builds that measured the same, the last one counts. */
    public void write(List<BuildMetrics> builds, Appendable out) throws IOException {
        Map<String, Map<String, Value>> benchmarks = new LinkedHashMap<>();
        DistinctNames names = new DistinctNames(builds);
        for (BuildMetrics build : builds) {
            for (Exported one : Exported.of(build)) {
                Optional<BenchmarkName> name =
                        one.isImported() ? BenchmarkName.parse(one.metric().name()) : Optional.empty();
                benchmarks
                        .computeIfAbsent(
                                names.of(
                                        build,
                                        name.map(BenchmarkName::label)
                                                .orElse(build.identity()
                                                        .scenario()
                                                        .name())),
                                key -> new LinkedHashMap<>())
                        .put(
                                name.map(BenchmarkName::measure)
                                        .orElse(one.metric().name()),
                                Value.of(one));
            }
        }
        out.append(JsonOutput.pretty(json -> write(json, benchmarks)));
    }

    private static void write(JsonGenerator json, Map<String, Map<String, Value>> benchmarks) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Map<String, Value>> benchmark : benchmarks.entrySet()) {
            json.writeObjectFieldStart(benchmark.getKey());
            for (Map.Entry<String, Value> measure : benchmark.getValue().entrySet()) {
                json.writeObjectFieldStart(measure.getKey());
                measure.getValue().write(json);
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private record Value(
            double value, @Nullable Double lower, @Nullable Double upper) {
        static Value of(Exported one) {
            Measurement measurement = one.measurement();
            if (measurement == null || measurement.samples().size() < 2) {
                return new Value(one.value(), null, null);
            }
            List<Double> sorted = new ArrayList<>(measurement.samples());
            sorted.sort(null);
            return new Value(one.value(), sorted.get(0), sorted.get(sorted.size() - 1));
        }

        void write(JsonGenerator json) throws IOException {
            JsonOutput.number(json, "value", value);
            if (lower != null && upper != null) {
                JsonOutput.number(json, "lower_value", lower);
                JsonOutput.number(json, "upper_value", upper);
            }
        }
    }
}
