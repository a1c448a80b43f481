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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the commands that compare two sides have in common: their options, and the table for each size. */
final class PairBenchmark {
    @Mixin
    private final MeasuredCommand bengal = new MeasuredCommand();

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
            defaultValue = "20",
            description = "How many pairs of builds; by default ${DEFAULT-VALUE}. 6 are the fewest for an interval.")
    private int pairs;

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
            names = "--apart",
            paramLabel = "PHASE",
            description =
                    "Tell the time of a phase apart, such as pages: where it is long, its noise hides what differs"
                            + " elsewhere. All builds print the times of their phases then.")
    private @Nullable String apart;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = "${sys:bengal.home}/benchmarks/target/sites",
            description =
                    "Where the sites lie; by default benchmarks/target/sites. They are kept: deleting a large tree makes the next runs slower.")
    @SuppressWarnings("NullAway.Init")
    private Path work;

    /** Measures each size and prints the table. */
    int run(Sides sides, PrintWriter out) throws IOException {
        Stopwatch stopwatch = Stopwatch.in(work);
        ResultTable table = new ResultTable(sides);
        String loadBefore = Machine.load();
        Optional<BuildMetrics> newest = Optional.empty();
        for (int pages : sizes) {
            SiteBenchmark benchmark = new SiteBenchmark(
                    List.of(bengal.path().toString()),
                    new SyntheticSite(pages, seed),
                    work.resolve("site-" + pages + "-" + seed),
                    rewriting,
                    Optional.ofNullable(apart).map(PhaseApart::new),
                    sides,
                    stopwatch);
            List<Pair> measured = benchmark.measure(pairs, pair -> keep(sides, pages, pair));
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

    /** Every run goes to a file too, such as {@code runs.csv}, so that a median can be doubted. */
    private void keep(Sides sides, int pages, Pair pair) {
        try {
            Path file = work.resolve(sides.name() + (apart == null ? "" : "-apart") + ".csv");
            String more = apart == null ? "" : ",apart,apart_ms,other_apart_ms";
            String header = Files.exists(file)
                    ? ""
                    : "pages,output,base,wall_ms,cpu_ms,peak_mb,other,other_wall_ms,other_cpu_ms,other_peak_mb%s\n"
                            .formatted(more);
            Files.writeString(
                    file,
                    header
                            + "%d,%s,%s,%s,%s,%s%s\n"
                                    .formatted(
                                            pages,
                                            rewriting,
                                            sides.base(),
                                            cells(pair.base()),
                                            sides.other(),
                                            cells(pair.other()),
                                            apart == null
                                                    ? ""
                                                    : "," + apart + ","
                                                            + pair.base().apartMillis() + ","
                                                            + pair.other().apartMillis()),
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
