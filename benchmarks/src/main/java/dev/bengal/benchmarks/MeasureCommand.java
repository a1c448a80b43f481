package dev.bengal.benchmarks;

import dev.bengal.benchmarks.SiteBenchmark.Pair;
import dev.bengal.model.BuildMetrics;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code site.sh measure}: the table for each size. */
@Command(name = "measure", description = "Measures recorded builds against those with --no-metrics.")
final class MeasureCommand implements Callable<Integer> {
    private static final int LARGE = 5000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--bengal",
            paramLabel = "FILE",
            defaultValue = "${sys:bengal.home}/bengal",
            description = "The command that is measured; by default that of this checkout.")
    @SuppressWarnings("NullAway.Init")
    private Path bengal;

    @Option(
            names = "--pages",
            paramLabel = "N",
            split = ",",
            defaultValue = "100,1000,10000",
            description = "Sizes of the sites; by default ${DEFAULT-VALUE}.")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--pairs",
            paramLabel = "N",
            description = "How many pairs of builds; by default 20, and 10 for a site of " + LARGE
                    + " pages or more. 6 are the fewest for an interval.")
    private @Nullable Integer pairs;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "Of the sites; by default 1.")
    private long seed;

    @Option(
            names = "--output",
            paramLabel = "KIND",
            defaultValue = "FULL",
            description =
                    "FULL: every build writes every page; UNCHANGED: every build finds its pages there already. By"
                            + " default ${DEFAULT-VALUE}.")
    private Rewriting rewriting = Rewriting.FULL;

    @Option(
            names = "--control",
            description = "Record none of the builds: both columns are --no-metrics, and what they differ in is noise.")
    private boolean control;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = "${sys:bengal.home}/benchmarks/target/sites",
            description =
                    "Where the sites lie; by default benchmarks/target/sites. They are kept: deleting a large tree makes the next runs slower.")
    @SuppressWarnings("NullAway.Init")
    private Path work;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Stopwatch stopwatch = Stopwatch.in(work);
        ResultTable table = new ResultTable();
        String loadBefore = Machine.load();
        Optional<BuildMetrics> newest = Optional.empty();
        for (int pages : sizes) {
            SiteBenchmark benchmark = new SiteBenchmark(
                    List.of(bengal.toAbsolutePath().toString()),
                    new SyntheticSite(pages, seed),
                    work.resolve("site-" + pages + "-" + seed),
                    rewriting,
                    control,
                    stopwatch);
            List<Pair> measured = benchmark.measure(
                    Objects.requireNonNullElse(pairs, pages < LARGE ? 20 : 10), pair -> keep(pages, pair));
            table.add(pages, measured);
            newest = benchmark.newest();
        }
        out.print(table);
        out.println();
        newest.ifPresent(build -> out.println(Machine.of(build.environment())));
        out.println("Load average before and after: " + loadBefore + "; " + Machine.load() + ".");
        out.flush();
        return 0;
    }

    /** Every run goes to {@code runs.csv} too, so that a median can be doubted. */
    private void keep(int pages, Pair pair) {
        try {
            Path file = work.resolve("runs.csv");
            String header = Files.exists(file)
                    ? ""
                    : "pages,output,control,wall_ms,cpu_ms,peak_mb,tracked_wall_ms,tracked_cpu_ms,tracked_peak_mb\n";
            Files.writeString(
                    file,
                    header
                            + "%d,%s,%s,%s,%s\n"
                                    .formatted(
                                            pages, rewriting, control, cells(pair.untracked()), cells(pair.tracked())),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cells(ProcessCost cost) {
        return String.format(Locale.ROOT, "%.1f,%s,%s", cost.wallMillis(), cost.cpuMillis(), cost.peakMebibytes());
    }
}
