package dev.bengal.formats.reading;

import dev.bengal.formats.BenchmarkName;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Unit;
import java.util.List;
import java.util.Map;

/** hyperfine: seconds become milliseconds, bytes MB. Values are medians; a run that failed makes the whole fail. */
final class HyperfineReader implements FormatReader {
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

    @Override
    public boolean recognises(Content content) {
        return content.isJson()
                && content.json()
                        .at("results")
                        .first()
                        .filter(one -> one.has("command") && one.has("mean"))
                        .isPresent();
    }

    @Override
    public void read(Content content, Runs runs) {
        RunBuilder run = runs.of(Format.HYPERFINE, content);
        for (JsonPlace result : content.json().at("results").elements()) {
            add(run, result);
        }
    }

    private static void add(RunBuilder run, JsonPlace result) {
        String command = result.at("command").text();
        Map<String, String> parameters = ResultReader.parameters(result.at("parameters"));
        Metric time = Metrics.time(new BenchmarkName(command, parameters, BenchmarkName.TIME), Unit.MILLISECONDS);
        List<Double> times = scaled(result.at("times").numbers(), MILLIS_PER_SECOND);
        if (times.isEmpty()) {
            run.add(result.place(), time, result.at("mean").number() * MILLIS_PER_SECOND);
        } else {
            run.addMedian(result.at("times").place(), time, times);
        }
        for (String part : List.of("user", "system")) {
            Double seconds = result.at(part).numberOrNull();
            if (seconds != null) {
                run.add(
                        result.at(part).place(),
                        Metrics.time(new BenchmarkName(command, parameters, part), Unit.MILLISECONDS),
                        seconds * MILLIS_PER_SECOND);
            }
        }
        run.addMedian(
                result.at("memory_usage_byte").place(),
                new Metric(
                        new BenchmarkName(command, parameters, BenchmarkName.MEMORY).metric(),
                        Unit.MEBIBYTES,
                        Direction.LOWER,
                        NoiseClass.NOISY),
                scaled(result.at("memory_usage_byte").numbers(), 1 / BYTES_PER_MEBIBYTE));
        failures(run, result.at("exit_codes"));
    }

    /** A code is null where a signal ended the command. */
    private static void failures(RunBuilder run, JsonPlace codes) {
        long failed = codes.elementsOrNone().stream()
                .filter(code -> !code.isThere() || code.number() != 0)
                .count();
        if (failed > 0) {
            run.failed();
            run.note(codes.place() + ": " + failed + (failed == 1 ? " run" : " runs")
                    + " failed, so that this counts as no baseline.");
        }
    }

    private static List<Double> scaled(List<Double> values, double factor) {
        return values.stream().map(value -> value * factor).toList();
    }
}
