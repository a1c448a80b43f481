package dev.bengal.formats.reading;

import dev.bengal.formats.BenchmarkName;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * JMH: a benchmark is told from others by its mode, its parameters and, beyond one, its threads. Values are JMH's scores, samples all
 * iterations of all forks.
 */
final class JmhReader implements FormatReader {
    /** A histogram of more values than that is not written out. */
    private static final long MOST_SAMPLES = 20_000;

    @Override
    public boolean recognises(Content content) {
        return content.isJson()
                && content.json()
                        .first()
                        .filter(one -> one.has("benchmark") && one.has("mode") && one.has("primaryMetric"))
                        .isPresent();
    }

    @Override
    public void read(Content content, Runs runs) {
        RunBuilder run = runs.of(Format.JMH, content);
        for (JsonPlace benchmark : content.json().elements()) {
            String version = benchmark.at("jmhVersion").textOrNull();
            run.tool(version == null ? "jmh" : "jmh " + version);
            Map<String, String> parameters = ResultReader.parameters(benchmark.at("params"));
            parameters.put("mode", benchmark.at("mode").text());
            Long threads = benchmark.at("threads").wholeOrNull();
            if (threads != null && threads != 1) {
                parameters.put("threads", threads.toString());
            }
            String name = benchmark.at("benchmark").text();
            add(run, new BenchmarkName(name, parameters, "score"), benchmark.at("primaryMetric"), true);
            JsonPlace secondary = benchmark.at("secondaryMetrics");
            if (secondary.isThere()) {
                secondary
                        .fields()
                        .forEach((key, metric) -> add(
                                run, new BenchmarkName(name, parameters, key.replace("\u00B7", "")), metric, false));
            }
        }
    }

    private static void add(RunBuilder run, BenchmarkName name, JsonPlace metric, boolean isPrimary) {
        String unit = metric.at("scoreUnit").textOr("");
        double score = metric.at("score").number();
        Metric described = isPrimary || unit.endsWith("/op") || unit.startsWith("ops/")
                ? Metrics.ofUnit(name, unit)
                : Metrics.of(name.metric(), unit, Direction.NONE);
        run.add(metric.place(), described, score, samples(run, metric));
    }

    private static double[] samples(RunBuilder run, JsonPlace metric) {
        List<Double> samples = new ArrayList<>();
        for (JsonPlace fork : metric.at("rawData").elementsOrNone()) {
            samples.addAll(fork.numbers());
        }
        JsonPlace histogram = metric.at("rawDataHistogram");
        if (samples.isEmpty() && histogram.isThere() && !spread(histogram, samples)) {
            run.note(histogram.place() + " counts more than " + MOST_SAMPLES
                    + " values; they are not kept, only their score.");
        }
        return samples.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Forks of iterations of pairs of a value and how often it came. */
    private static boolean spread(JsonPlace histogram, List<Double> samples) {
        for (JsonPlace fork : histogram.elements()) {
            for (JsonPlace iteration : fork.elements()) {
                for (JsonPlace pair : iteration.elements()) {
                    List<Double> valueAndCount = pair.numbers();
                    if (valueAndCount.size() != 2) {
                        throw pair.malformed("should be a value and a count");
                    }
                    double count = valueAndCount.get(1);
                    if (!(count >= 0) || samples.size() + count > MOST_SAMPLES) {
                        samples.clear();
                        return false;
                    }
                    for (int i = 0; i < (int) count; i++) {
                        samples.add(valueAndCount.get(0));
                    }
                }
            }
        }
        return true;
    }
}
