package dev.bengal.benchmarks.sites;

import dev.bengal.benchmarks.Machine;
import dev.bengal.benchmarks.MeasuredCommand;
import dev.bengal.benchmarks.ProcessCost;
import dev.bengal.benchmarks.StartTable;
import dev.bengal.benchmarks.Stopwatch;
import dev.bengal.benchmarks.SyntheticSite;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code sites.sh}: cold full builds of whole processes, the generators in turn and every other round backwards, then Bengal's
 * incremental builds. The output is deleted between the runs, and not within what is measured.
 */
@Command(name = "sites", description = "Measures Bengal beside other site generators on the same content.")
public final class SitesCommand implements Callable<Integer> {
    private static final String UNCHANGED = "Bengal, nothing changed";
    private static final String EDITED = "Bengal, one page edited";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final MeasuredCommand bengal = new MeasuredCommand();

    @Mixin
    private final Peers peers = new Peers();

    @Option(names = "--alone", description = "Measure Bengal alone, for the sake of its incremental builds.")
    private boolean alone;

    @Option(
            names = "--pages",
            paramLabel = "N",
            split = ",",
            defaultValue = "100,1000,10000",
            description = "Sizes of the sites; by default ${DEFAULT-VALUE}.")
    private List<Integer> sizes = List.of();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "7",
            description = "How often each is built; by default ${DEFAULT-VALUE}. 6 are the fewest for an interval.")
    private int rounds;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = "/dev/shm/bengal-sites",
            description =
                    "Where sites and output lie: a file system in memory, or the disk is measured; by default ${DEFAULT-VALUE}.")
    @SuppressWarnings("NullAway.Init")
    private Path work;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Stopwatch stopwatch = Stopwatch.in(work);
        if (!alone) {
            introducePeers(stopwatch, out);
        }
        for (int size : sizes) {
            String before = Machine.load();
            Map<String, List<ProcessCost>> costs = measure(new SyntheticSite(size, 1), stopwatch);
            StartTable table =
                    new StartTable(costs.getOrDefault(generators().get(0).name(), List.of()));
            costs.forEach(table::add);
            out.printf(
                    Locale.ROOT,
                    "%n%,d pages, %d rounds; load %s before, %s after%n%n",
                    size,
                    rounds,
                    before,
                    Machine.load());
            out.print(table);
            printWhatIsLacking(out);
            out.flush();
        }
        return 0;
    }

    private void introducePeers(Stopwatch stopwatch, PrintWriter out) throws IOException {
        stopwatch.run(List.of("hugo", "version"));
        out.println(stopwatch.printed().strip());
        peers.absent().forEach(out::println);
    }

    private void printWhatIsLacking(PrintWriter out) {
        for (Generator generator : generators()) {
            if (!generator.lacks().isEmpty()) {
                out.println(generator.name() + " does less, without " + generator.lacks() + ".");
            }
        }
    }

    private List<Generator> generators() {
        if (alone) {
            return List.of(new BengalGenerator(bengal.path()));
        }
        List<Generator> generators = new ArrayList<>(List.of(new HugoGenerator(), new BengalGenerator(bengal.path())));
        generators.addAll(peers.present());
        return generators;
    }

    private Map<String, List<ProcessCost>> measure(SyntheticSite site, Stopwatch stopwatch) throws IOException {
        List<Generator> generators = generators();
        Map<String, List<ProcessCost>> costs = new LinkedHashMap<>();
        for (Generator generator : generators) {
            generator.write(site, folder(generator, site));
            costs.put(generator.name(), new ArrayList<>());
        }
        costs.put(UNCHANGED, new ArrayList<>());
        costs.put(EDITED, new ArrayList<>());
        for (int round = 0; round <= rounds; round++) {
            for (int i = 0; i < generators.size(); i++) {
                Generator generator = generators.get(round % 2 == 0 ? i : generators.size() - 1 - i);
                Map<String, ProcessCost> taken = build(generator, site, round, stopwatch);
                if (round > 0) {
                    taken.forEach((name, cost) ->
                            costs.getOrDefault(name, new ArrayList<>()).add(cost));
                }
            }
        }
        return costs;
    }

    private Map<String, ProcessCost> build(Generator generator, SyntheticSite site, int round, Stopwatch stopwatch)
            throws IOException {
        Path folder = folder(generator, site);
        Path output = work.resolve("out-" + generator.name());
        new Tree(output).delete();
        new Tree(folder.resolve(".bengal-cache")).delete();
        List<String> command = generator.command(folder, output);
        Map<String, ProcessCost> costs = new LinkedHashMap<>();
        costs.put(generator.name(), stopwatch.run(command));
        requirePages(generator, site, output);
        if (generator instanceof BengalGenerator) {
            costs.put(UNCHANGED, stopwatch.run(command));
            edit(folder, round);
            costs.put(EDITED, stopwatch.run(command));
        }
        new Tree(output).delete();
        return costs;
    }

    private static void requirePages(Generator generator, SyntheticSite site, Path output) {
        List<String> missing = site.addresses().stream()
                .filter(address -> !Files.isRegularFile(output.resolve(address.substring(1) + "index.html")))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException(generator.name() + " made " + missing.size() + " of " + site.pages()
                    + " pages not, the first at " + missing.get(0) + ". Look at what its command prints.");
        }
    }

    /** Adds a sentence to the home page. The site is written anew with the next benchmark. */
    private static void edit(Path folder, int round) throws IOException {
        Path page = folder.resolve("content/_index.md");
        String text = Files.readString(page);
        Files.writeString(page, text.replaceFirst("\n*(Edit \\d+\\.\n)?$", "\n\nEdit " + round + ".\n"));
    }

    private Path folder(Generator generator, SyntheticSite site) {
        return work.resolve(generator.name() + "-" + site.pages());
    }
}
