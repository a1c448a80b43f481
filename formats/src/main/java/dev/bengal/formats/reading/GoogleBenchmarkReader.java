package dev.bengal.formats.reading;

import dev.bengal.formats.BenchmarkName;
import dev.bengal.model.Direction;
import dev.bengal.model.Machine;
import dev.bengal.model.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Google Benchmark: repetitions of one run are its samples, and the value is their median. Where only aggregates are there, it is their
 * median, else their mean. Complexities are no measurements and are left out.
 */
final class GoogleBenchmarkReader implements FormatReader {
    private static final List<String> TIMES = List.of("real_time", "cpu_time");

    /** What describes a row; every other number in it is a counter. */
    private static final Set<String> DESCRIBING = Set.of(
            "family_index",
            "per_family_instance_index",
            "repetitions",
            "repetition_index",
            "threads",
            "iterations",
            "real_time",
            "cpu_time",
            "cpu_coefficient",
            "real_coefficient",
            "rms",
            "allocs_per_iter",
            "max_bytes_used",
            "total_allocated_bytes",
            "net_heap_growth");

    @Override
    public boolean recognises(Content content) {
        return content.isJson()
                && content.json().at("context").isObject()
                && content.json().at("benchmarks").isArray()
                && !content.json().has("machine_info")
                && (content.json().at("context").has("num_cpus")
                        || content.json().at("context").has("library_build_type"));
    }

    @Override
    public void read(Content content, Runs runs) {
        JsonPlace context = content.json().at("context");
        RunBuilder run = runs.of(Format.GOOGLE_BENCHMARK, content);
        run.began(Times.parse(context.at("date").textOr("")));
        run.machine(new Machine(null, null, context.at("num_cpus").wholeOrNull(), null, null, null, null));
        Map<String, Benchmark> benchmarks = new LinkedHashMap<>();
        for (JsonPlace row : content.json().at("benchmarks").elements()) {
            JsonPlace name = row.has("run_name") ? row.at("run_name") : row.at("name");
            benchmarks.computeIfAbsent(name.text(), key -> new Benchmark()).take(row, run);
        }
        benchmarks.forEach((name, benchmark) -> benchmark.addTo(run, name));
    }

    /** The rows of one benchmark. */
    private static final class Benchmark {
        private final List<JsonPlace> repetitions = new ArrayList<>();
        private final Map<Long, String> indices = new LinkedHashMap<>();
        private final Map<String, JsonPlace> aggregates = new LinkedHashMap<>();

        void take(JsonPlace row, RunBuilder run) {
            if (row.at("error_occurred").node().asBoolean(false)
                    || row.at("skipped").node().asBoolean(false)) {
                run.failed();
                run.note(row.place() + " failed and was left out: "
                        + row.at("error_message").textOr("no reason is given") + ".");
            } else if (row.at("run_type").textOr("iteration").equals("aggregate")) {
                aggregates.put(row.at("aggregate_name").textOr(""), row);
            } else if (row.has("real_time")) {
                requireOnce(row);
                repetitions.add(row);
            }
        }

        private void requireOnce(JsonPlace row) {
            Long index = row.at("repetition_index").wholeOrNull();
            if (index != null) {
                String other = indices.putIfAbsent(index, row.place());
                if (other != null) {
                    throw row.malformed("is the same repetition of the same benchmark as " + other);
                }
            }
        }

        void addTo(RunBuilder run, String name) {
            List<JsonPlace> rows = repetitions.isEmpty() ? aggregate() : repetitions;
            if (rows.isEmpty()) {
                return;
            }
            JsonPlace first = rows.get(0);
            for (String time : TIMES) {
                if (first.has(time)) {
                    add(
                            run,
                            rows,
                            time,
                            Metrics.ofUnit(
                                    BenchmarkName.of(name, time),
                                    first.at("time_unit").textOr("ns")));
                }
            }
            first.fields().forEach((key, value) -> {
                if (value.isNumber() && !DESCRIBING.contains(key)) {
                    boolean isRate = key.endsWith("_per_second");
                    add(
                            run,
                            rows,
                            key,
                            Metrics.of(
                                    BenchmarkName.of(name, key).metric(),
                                    isRate ? "/s" : "",
                                    isRate ? Direction.HIGHER : Direction.NONE));
                }
            });
        }

        private List<JsonPlace> aggregate() {
            return Stream.of("median", "mean")
                    .map(aggregates::get)
                    .filter(Objects::nonNull)
                    .filter(row -> row.has("real_time"))
                    .limit(1)
                    .toList();
        }

        private static void add(RunBuilder run, List<JsonPlace> rows, String key, Metric metric) {
            if (rows.size() == 1) {
                run.add(rows.get(0).at(key).place(), metric, rows.get(0).at(key).number());
            } else {
                run.addMedian(
                        rows.get(0).at(key).place(),
                        metric,
                        rows.stream()
                                .filter(row -> row.at(key).isThere())
                                .map(row -> row.at(key).number())
                                .toList());
            }
        }
    }
}
