package dev.bengal.formats.reading;

import dev.bengal.formats.BenchmarkName;
import dev.bengal.model.Commit;
import dev.bengal.model.Machine;
import dev.bengal.model.Metric;
import dev.bengal.model.Unit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** pytest-benchmark: seconds become microseconds. Values are medians; the samples are there where the file was written with them. */
final class PytestBenchmarkReader implements FormatReader {
    private static final double MICROS_PER_SECOND = 1e6;

    @Override
    public boolean recognises(Content content) {
        return content.isJson()
                && content.json().has("machine_info")
                && content.json().has("benchmarks");
    }

    @Override
    public void read(Content content, Runs runs) {
        JsonPlace root = content.json();
        Commit commit = commit(root.at("commit_info"));
        RunBuilder run = runs.of(Format.PYTEST_BENCHMARK, content, commit == null ? "" : commit.hash());
        run.commit(commit);
        run.began(Times.parse(root.at("datetime").textOr("")));
        run.machine(machine(root.at("machine_info")));
        run.tool("pytest-benchmark " + root.at("version").textOr(""));
        for (JsonPlace benchmark : root.at("benchmarks").elements()) {
            JsonPlace stats = benchmark.at("stats");
            JsonPlace name = benchmark.has("fullname") ? benchmark.at("fullname") : benchmark.at("name");
            Metric time = Metrics.time(BenchmarkName.of(name.text(), BenchmarkName.TIME), new Unit("us"));
            List<Double> data = stats.at("data").numbers();
            double[] samples = data.stream()
                    .mapToDouble(second -> second * MICROS_PER_SECOND)
                    .toArray();
            run.add(stats.place(), time, stats.at("median").number() * MICROS_PER_SECOND, samples);
        }
    }

    private static @Nullable Commit commit(JsonPlace info) {
        String id = info.at("id").textOrNull();
        if (id == null || id.equals("unknown")) {
            return null;
        }
        return new Commit(
                id,
                info.at("branch").textOrNull(),
                List.of(),
                info.at("dirty").node().isBoolean() ? info.at("dirty").node().booleanValue() : null,
                Times.parse(info.at("time").textOr("")));
    }

    private static Machine machine(JsonPlace info) {
        JsonPlace cpu = info.at("cpu");
        String model = cpu.at("brand_raw").textOrNull();
        return new Machine(
                info.at("system").textOr("unknown").toLowerCase(Locale.ROOT),
                info.at("machine").textOrNull(),
                cpu.at("count").wholeOrNull(),
                model == null ? cpu.at("brand").textOrNull() : model,
                null,
                null,
                null);
    }
}
