package dev.bengal.benchmarks.history;

import dev.bengal.benchmarks.Estimate;
import dev.bengal.benchmarks.Machine;
import dev.bengal.benchmarks.Stopwatch;
import dev.bengal.journal.Journal;
import dev.bengal.journal.RecordEncoder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code history.sh}: whole processes that ask histories of growing length, and appends to them. */
@Command(name = "history", description = "Asks made-up histories of growing length, and appends to them.")
public final class MeasureHistoryCommand implements Callable<Integer> {
    private static final int APPENDS = 200;
    private static final double BYTES_PER_MEBIBYTE = 1024 * 1024;

    private final Map<String, Map<Integer, String>> rows = new LinkedHashMap<>();
    private final Map<String, Map<Integer, Double>> times = new LinkedHashMap<>();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--builds", split = ",", paramLabel = "N", defaultValue = "1000,10000,100000,1000000")
    private List<Integer> sizes = List.of();

    @Option(names = "--runs", paramLabel = "N", defaultValue = "7", description = "Of each question; ${DEFAULT-VALUE}.")
    private int runs;

    @Option(names = "--work", paramLabel = "DIR", description = "Where the histories lie; they are kept.")
    private Path work = Path.of(System.getProperty("bengal.home", "."), "benchmarks/target/histories");

    @Option(
            names = "--plot",
            paramLabel = "FILE",
            description = "Also draw how each time grows with the history, as an SVG.")
    private @Nullable Path plot;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        String load = Machine.load();
        for (int size : sizes) {
            measure(size);
        }
        out.println("| | "
                + String.join(
                        " | ",
                        sizes.stream()
                                .map(size -> String.format(Locale.ROOT, "%,d", size))
                                .toList()) + " |");
        out.println("|---|" + "---:|".repeat(sizes.size()));
        rows.forEach((name, cells) -> out.println("| " + name + " | "
                + String.join(
                        " | ",
                        sizes.stream().map(size -> cells.getOrDefault(size, "")).toList()) + " |"));
        out.println();
        out.println("Load average before and after: " + load + "; " + Machine.load() + ".");
        out.flush();
        if (plot != null) {
            Files.writeString(plot, new GrowthPlot(times).svg());
        }
        return 0;
    }

    private void measure(int size) throws IOException {
        Path project = work.resolve(Integer.toString(size)).toAbsolutePath();
        Path folder = project.resolve(".bengal-metrics");
        Path history = folder.resolve("history.jsonl");
        if (Files.notExists(history)) {
            new SyntheticHistory(size, 1).writeTo(history);
        }
        Stopwatch stopwatch = Stopwatch.in(work);
        append(size, history);
        for (String part : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(folder.resolve("index.sqlite" + part));
        }
        double first = stopwatch.run(command(project, "-n", "10")).wallMillis();
        time("first question, which makes the index", size, "%,.0f ms", first);
        cell("builds a second while it is made", size, "%,.0f", size / (first / 1000));
        cell("history", size, "%,.1f MiB", Files.size(history) / BYTES_PER_MEBIBYTE);
        if (Files.exists(folder.resolve("index.sqlite"))) {
            long index = Files.size(folder.resolve("index.sqlite"));
            cell("index", size, "%,.1f MiB", index / BYTES_PER_MEBIBYTE);
            cell("index, of the history", size, "%.0f %%", 100.0 * index / Files.size(history));
        }
        ask("`perf -n 10`", size, stopwatch, command(project, "-n", "10"));
        ask("`perf -n 10 --branch main`", size, stopwatch, command(project, "-n", "10", "--branch", "main"));
        ask(
                "`perf -n 10000 -f csv --metric phase.rendering.duration_ms`",
                size,
                stopwatch,
                command(project, "-n", "10000", "-f", "csv", "--metric", "phase.rendering.duration_ms"));
        ask(
                "`perf -n all -f csv --metric total_duration_ms`",
                size,
                stopwatch,
                command(project, "-n", "all", "-f", "csv", "--metric", "total_duration_ms"));
    }

    private static List<String> command(Path project, String... options) {
        List<String> command = new ArrayList<>(
                List.of(System.getProperty("bengal.home", ".") + "/bengal", "perf", "-C", project.toString()));
        command.addAll(List.of(options));
        return command;
    }

    private void ask(String name, int size, Stopwatch stopwatch, List<String> command) throws IOException {
        double[] walls = new double[runs];
        for (int i = 0; i < runs; i++) {
            walls[i] = stopwatch.run(command).wallMillis();
        }
        time(name, size, "%,.0f ms", Estimate.of(walls).median());
    }

    /** In this process, since a process for each would measure the start of a JVM; what is appended is taken off again. */
    private void append(int size, Path history) throws IOException {
        long before = Files.size(history);
        Journal journal = new Journal(history);
        String line = RecordEncoder.line(new SyntheticHistory(1, 2).build(0));
        double[] millis = new double[APPENDS];
        for (int i = 0; i < APPENDS; i++) {
            long start = System.nanoTime();
            journal.append(line);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        try (RandomAccessFile file = new RandomAccessFile(history.toFile(), "rw")) {
            file.setLength(before);
        }
        time(
                "append with flush, median of " + APPENDS,
                size,
                "%.2f ms",
                Estimate.of(millis).median());
    }

    private void time(String name, int size, String format, double millis) {
        times.computeIfAbsent(name, curve -> new LinkedHashMap<>()).put(size, millis);
        cell(name, size, format, millis);
    }

    private void cell(String name, int size, String format, double value) {
        rows.computeIfAbsent(name, row -> new LinkedHashMap<>()).put(size, String.format(Locale.ROOT, format, value));
    }
}
