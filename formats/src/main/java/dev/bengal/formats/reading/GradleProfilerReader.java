package dev.bengal.formats.reading;

import dev.bengal.formats.BenchmarkName;
import dev.bengal.model.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** gradle-profiler: the measured builds of a scenario are samples, warm-ups are left out; values are medians. */
final class GradleProfilerReader implements FormatReader {
    @Override
    public boolean recognises(Content content) {
        return content.isJson()
                && content.json()
                        .at("scenarios")
                        .first()
                        .filter(one -> one.has("definition") && one.has("iterations"))
                        .isPresent();
    }

    @Override
    public void read(Content content, Runs runs) {
        JsonPlace root = content.json();
        RunBuilder run = runs.of(Format.GRADLE_PROFILER, content);
        run.began(Times.parse(root.at("date").textOr("")));
        run.tool("gradle-profiler "
                + root.at("environment").at("profilerVersion").textOr(""));
        for (JsonPlace scenario : root.at("scenarios").elements()) {
            add(run, scenario);
        }
    }

    private static void add(RunBuilder run, JsonPlace scenario) {
        JsonPlace definition = scenario.at("definition");
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String key : List.of("buildTool", "version")) {
            String value = definition.at(key).textOrNull();
            if (value != null) {
                parameters.put(key, value);
            }
        }
        Map<String, String> units = units(scenario.at("samples"));
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (JsonPlace iteration : scenario.at("iterations").elements()) {
            if (iteration.at("phase").textOr("MEASURE").equals("MEASURE")) {
                iteration
                        .at("values")
                        .fields()
                        .forEach((name, value) -> values.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(value.number()));
            }
        }
        values.forEach((name, samples) -> {
            Metric metric = Metrics.ofUnit(
                    new BenchmarkName(definition.at("name").text(), parameters, name), units.getOrDefault(name, "ms"));
            run.addMedian(scenario.place(), metric, samples);
        });
    }

    private static Map<String, String> units(JsonPlace samples) {
        Map<String, String> units = new LinkedHashMap<>();
        for (JsonPlace sample : samples.elementsOrNone()) {
            units.put(sample.at("name").text(), sample.at("unit").textOr("ms"));
        }
        return units;
    }
}
