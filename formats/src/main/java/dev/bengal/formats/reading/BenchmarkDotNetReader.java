package dev.bengal.formats.reading;

import dev.bengal.formats.BenchmarkName;
import dev.bengal.model.Direction;
import dev.bengal.model.Machine;
import dev.bengal.model.Metric;
import dev.bengal.model.NoiseClass;
import dev.bengal.model.Unit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * BenchmarkDotNet: medians in nanoseconds, with the values behind them, and allocated bytes. A benchmark that was run by several jobs is
 * told apart by them. One without statistics failed: it is left out with a note.
 */
final class BenchmarkDotNetReader implements FormatReader {
    @Override
    public boolean recognises(Content content) {
        return content.isJson()
                && content.json().has("HostEnvironmentInfo")
                && content.json().has("Benchmarks");
    }

    @Override
    public void read(Content content, Runs runs) {
        JsonPlace host = content.json().at("HostEnvironmentInfo");
        RunBuilder run = runs.of(Format.BENCHMARK_DOT_NET, content);
        run.tool("BenchmarkDotNet " + host.at("BenchmarkDotNetVersion").textOr(""));
        run.machine(new Machine(
                host.at("OsVersion").textOrNull(),
                host.at("Architecture").textOrNull(),
                host.at("LogicalCoreCount").wholeOrNull(),
                host.at("ProcessorName").textOrNull(),
                null,
                null,
                null));
        List<JsonPlace> benchmarks = content.json().at("Benchmarks").elements();
        Set<String> repeated = repeated(benchmarks);
        for (JsonPlace benchmark : benchmarks) {
            String name = name(benchmark);
            add(run, benchmark, name, repeated.contains(name) ? Map.of("job", job(benchmark)) : Map.of());
        }
    }

    private static String name(JsonPlace benchmark) {
        return benchmark.at("FullName").text();
    }

    private static Set<String> repeated(List<JsonPlace> benchmarks) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        benchmarks.stream()
                .map(BenchmarkDotNetReader::name)
                .filter(name -> !seen.add(name))
                .forEach(repeated::add);
        return repeated;
    }

    /** The job stands between the method and the parameters: {@code Sort.Quick: Net8(Runtime=.NET 8.0) [N=10]}. */
    private static String job(JsonPlace benchmark) {
        String info = benchmark.at("DisplayInfo").textOr("");
        int colon = info.indexOf(": ");
        int bracket = info.lastIndexOf(" [");
        return info.substring(colon < 0 ? 0 : colon + 2, bracket > colon ? bracket : info.length());
    }

    private static void add(RunBuilder run, JsonPlace benchmark, String name, Map<String, String> job) {
        JsonPlace statistics = benchmark.at("Statistics");
        if (!statistics.isThere()) {
            run.failed();
            run.note(benchmark.place() + ": " + name + " failed and was left out.");
            return;
        }
        JsonPlace value = statistics.at("Median").isThere() ? statistics.at("Median") : statistics.at("Mean");
        run.add(
                benchmark.place(),
                Metrics.time(new BenchmarkName(name, job, BenchmarkName.TIME), new Unit("ns")),
                value.number(),
                statistics.at("OriginalValues").numbers().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
        Double allocated =
                benchmark.at("Memory").at("BytesAllocatedPerOperation").numberOrNull();
        if (allocated != null) {
            run.add(
                    benchmark.at("Memory").place(),
                    new Metric(
                            new BenchmarkName(name, job, "allocated").metric(),
                            new Unit("B/op"),
                            Direction.LOWER,
                            NoiseClass.STEADY),
                    allocated);
        }
    }
}
