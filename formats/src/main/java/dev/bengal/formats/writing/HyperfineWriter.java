package dev.bengal.formats.writing;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.formats.BenchmarkName;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Measurement;
import dev.bengal.model.Outcome;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.Unit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * hyperfine's JSON: times alone, in seconds. Of each scenario the wall times of its successful builds are the runs; what an import called
 * {@code command#time}, in milliseconds, goes back to its command, its parameters and its runs. Builds of several scenarios, projects
 * or environments are commands of their own, since their times have nothing in common.
 */
public final class HyperfineWriter {
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

    /** Writes one object. */
    public void write(List<BuildMetrics> builds, Appendable out) throws IOException {
        Map<String, Command> commands = new LinkedHashMap<>();
        DistinctNames names = new DistinctNames(builds);
        for (BuildMetrics build : builds) {
            if (build.outcome() == Outcome.SUCCESS) {
                wall(build, names, commands);
            }
            build.measurements().forEach(one -> imported(one, build, names, commands));
        }
        out.append(JsonOutput.pretty(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("results");
            for (Command command : commands.values()) {
                if (!command.times.isEmpty()) {
                    command.write(json);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }));
    }

    private static void wall(BuildMetrics build, DistinctNames names, Map<String, Command> commands) {
        TotalMetric.DURATION.of(build).ifPresent(millis -> {
            String name = names.of(build, build.identity().scenario().name());
            Command command = commands.computeIfAbsent(name, key -> new Command(name, Map.of()));
            command.run(millis, build.outcome());
            build.reading("cpu_user_ms").ifPresent(user -> command.users.add(user.value() / MILLIS_PER_SECOND));
            build.reading("cpu_system_ms").ifPresent(system -> command.systems.add(system.value() / MILLIS_PER_SECOND));
            TotalMetric.RSS_PEAK.of(build).ifPresent(command::needed);
        });
    }

    private static void imported(
            Measurement one, BuildMetrics build, DistinctNames names, Map<String, Command> commands) {
        Optional<BenchmarkName> parsed = BenchmarkName.parse(one.metric().name());
        if (parsed.isEmpty()) {
            return;
        }
        BenchmarkName name = parsed.get();
        List<Double> values = one.samples().isEmpty() ? List.of(one.value()) : one.samples();
        boolean isMillis = one.metric().unit().equals(Unit.MILLISECONDS);
        Command command = commands.computeIfAbsent(
                names.of(build, name.label()),
                key -> new Command(names.of(build, name.label(), name.benchmark()), name.parameters()));
        switch (name.measure()) {
            case BenchmarkName.TIME -> {
                if (isMillis) {
                    values.forEach(value -> command.run(value, build.outcome()));
                }
            }
            case "user" -> values.forEach(value -> command.users.add(value / MILLIS_PER_SECOND));
            case "system" -> values.forEach(value -> command.systems.add(value / MILLIS_PER_SECOND));
            case BenchmarkName.MEMORY -> values.forEach(command::needed);
            default -> {}
        }
    }

    private static final class Command {
        private final String name;
        private final Map<String, String> parameters;
        private final List<Double> times = new ArrayList<>();
        private final List<Double> users = new ArrayList<>();
        private final List<Double> systems = new ArrayList<>();
        private final List<Double> memory = new ArrayList<>();
        /** Of the builds that the times are of. */
        private final List<Outcome> outcomes = new ArrayList<>();

        Command(String name, Map<String, String> parameters) {
            this.name = name;
            this.parameters = parameters;
        }

        void run(double millis, Outcome outcome) {
            times.add(millis / MILLIS_PER_SECOND);
            outcomes.add(outcome);
        }

        /** In whole bytes, whatever was left out where it was written in mebibytes. */
        void needed(double mebibytes) {
            memory.add(Math.rint(mebibytes * BYTES_PER_MEBIBYTE));
        }

        void write(JsonGenerator json) throws IOException {
            double[] sorted =
                    times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
            json.writeStartObject();
            json.writeStringField("command", name);
            JsonOutput.number(json, "mean", mean(times));
            JsonOutput.number(json, "stddev", deviation());
            JsonOutput.number(json, "median", (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2);
            JsonOutput.number(json, "user", mean(users));
            JsonOutput.number(json, "system", mean(systems));
            JsonOutput.number(json, "min", sorted[0]);
            JsonOutput.number(json, "max", sorted[sorted.length - 1]);
            numbers(json, "times", times);
            if (memory.size() == times.size()) {
                numbers(json, "memory_usage_byte", memory);
            }
            json.writeArrayFieldStart("exit_codes");
            for (Outcome outcome : outcomes) {
                if (outcome == Outcome.SUCCESS) {
                    json.writeNumber(0);
                } else {
                    json.writeNull();
                }
            }
            json.writeEndArray();
            if (!parameters.isEmpty()) {
                json.writeObjectFieldStart("parameters");
                for (Map.Entry<String, String> parameter : parameters.entrySet()) {
                    json.writeStringField(parameter.getKey(), parameter.getValue());
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        }

        private static void numbers(JsonGenerator json, String key, List<Double> values) throws IOException {
            json.writeArrayFieldStart(key);
            for (Double value : values) {
                JsonOutput.number(json, value);
            }
            json.writeEndArray();
        }

        private static @Nullable Double mean(List<Double> values) {
            return values.isEmpty()
                    ? null
                    : Double.valueOf(values.stream()
                            .mapToDouble(Double::doubleValue)
                            .average()
                            .orElseThrow());
        }

        private @Nullable Double deviation() {
            if (times.size() < 2) {
                return null;
            }
            double mean =
                    times.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
            double squares = Arrays.stream(times.toArray(Double[]::new))
                    .mapToDouble(time -> (time - mean) * (time - mean))
                    .sum();
            return Math.sqrt(squares / (times.size() - 1));
        }
    }
}
