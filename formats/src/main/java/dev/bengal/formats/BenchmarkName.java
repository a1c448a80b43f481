package dev.bengal.formats;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What another tool measured, as the name of a metric: {@code org.acme.Parse.small{mode=avgt,size=10}#time} is the benchmark, what
 * else tells it from others of this name, and what was measured of it.
 *
 * @param benchmark as its tool calls it, not blank
 * @param parameters in the order of their names; empty for none
 * @param measure without {@code #}, which becomes {@code _}
 */
public record BenchmarkName(String benchmark, Map<String, String> parameters, String measure) {
    /** The measure of a time. */
    public static final String TIME = "time";

    /** The measure of memory. */
    public static final String MEMORY = "memory";

    public BenchmarkName {
        if (benchmark.isBlank()) {
            throw new IllegalArgumentException("benchmark name is blank");
        }
        parameters = Map.copyOf(parameters);
        measure = measure.replace('#', '_');
    }

    /** A benchmark without parameters. */
    public static BenchmarkName of(String benchmark, String measure) {
        return new BenchmarkName(benchmark, Map.of(), measure);
    }

    /** The name of the metric. */
    public String metric() {
        return label() + "#" + measure;
    }

    /** Without the measure. */
    public String label() {
        return parameters.isEmpty()
                ? benchmark
                : benchmark
                        + new TreeMap<>(parameters)
                                .entrySet().stream()
                                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                                        .collect(Collectors.joining(",", "{", "}"));
    }

    /** Takes the name of a metric apart; empty where it is none of these. Parameters that hold commas or braces stay in the name. */
    public static Optional<BenchmarkName> parse(String metric) {
        int hash = metric.lastIndexOf('#');
        if (hash <= 0
                || hash == metric.length() - 1
                || metric.substring(0, hash).isBlank()) {
            return Optional.empty();
        }
        String label = metric.substring(0, hash);
        String measure = metric.substring(hash + 1);
        int brace = label.lastIndexOf('{');
        if (brace > 0 && label.endsWith("}") && !label.substring(0, brace).isBlank()) {
            Optional<Map<String, String>> parameters = parameters(label.substring(brace + 1, label.length() - 1));
            if (parameters.isPresent()) {
                return Optional.of(new BenchmarkName(label.substring(0, brace), parameters.get(), measure));
            }
        }
        return Optional.of(of(label, measure));
    }

    private static Optional<Map<String, String>> parameters(String text) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : text.split(",", -1)) {
            int equals = pair.indexOf('=');
            if (equals <= 0 || parameters.put(pair.substring(0, equals), pair.substring(equals + 1)) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
