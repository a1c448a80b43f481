package dev.bengal.formats.reading;

import dev.bengal.formats.BenchmarkName;
import dev.bengal.model.Direction;
import java.util.Map;

/** Bencher Metric Format. It names no units; what is known of the usual measures is added, of others no way is better. */
final class BencherReader implements FormatReader {
    private static final Map<String, String> UNITS = Map.of(
            "latency",
            "ns",
            "throughput",
            "ops/s",
            "build-time",
            "s",
            "file-size",
            "B",
            "instructions",
            "instructions");

    @Override
    public boolean recognises(Content content) {
        return content.isJson()
                && content.json().isObject()
                && content.json().node().size() > 0
                && content.json().fields().values().stream().allMatch(BencherReader::isBenchmark);
    }

    private static boolean isBenchmark(JsonPlace benchmark) {
        return benchmark.isObject()
                && benchmark.node().size() > 0
                && benchmark.fields().values().stream().allMatch(measure -> measure.has("value"));
    }

    @Override
    public void read(Content content, Runs runs) {
        RunBuilder run = runs.of(Format.BENCHER, content);
        content.json().fields().forEach((benchmark, measures) -> {
            if (benchmark.isBlank()) {
                throw measures.malformed("should have a name that is not blank");
            }
            measures.fields().forEach((measure, value) -> {
                String unit = UNITS.getOrDefault(measure, "");
                Direction direction = measure.equals("instructions") ? Direction.LOWER : Metrics.direction(unit);
                run.add(
                        value.place(),
                        Metrics.of(BenchmarkName.of(benchmark, measure).metric(), unit, direction),
                        value.at("value").number());
            });
        });
    }
}
