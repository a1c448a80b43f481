package dev.bengal.benchmarks;

import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code start.sh}: what it takes to start a command that has little to do, with class data and without. */
@Command(
        name = "start",
        description = "Measures short commands, whole processes, with the launcher's class data and without.")
final class StartCommand implements Callable<Integer> {
    private static final String BARE = "the JVM alone, an empty program";
    private static final SyntheticSite SITE = new SyntheticSite(10, 1);

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final MeasuredCommand bengal = new MeasuredCommand();

    @Option(
            names = "--builds",
            paramLabel = "N",
            split = ",",
            defaultValue = "10,200",
            description = "Lengths of the histories; by default ${DEFAULT-VALUE}.")
    private List<Integer> lengths = List.of();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How often each command runs; by default ${DEFAULT-VALUE}. 6 are the fewest for an interval.")
    private int rounds;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            defaultValue = "${sys:bengal.home}/benchmarks/target/start",
            description = "Where the histories lie; by default benchmarks/target/start.")
    @SuppressWarnings("NullAway.Init")
    private Path work;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Stopwatch stopwatch = Stopwatch.in(work);
        String loadBefore = Machine.load();
        stopwatch.run(bengal("now", "--version"));
        if (!stopwatch.printed().startsWith("bengal ")) {
            throw new IllegalStateException("there is no class data to measure:\n" + stopwatch.printed());
        }
        BuildMetrics build = oneBuild(stopwatch);
        Map<String, List<String>> commands = commands(build);
        Map<String, List<ProcessCost>> costs = new Rounds(commands, stopwatch).run(rounds);
        StartTable table = new StartTable(costs.getOrDefault(BARE, List.of()));
        costs.forEach(table::add);
        out.print(table);
        out.println();
        out.println(rounds + " rounds. " + Machine.of(build.environment()));
        out.println("Load average before and after: " + loadBefore + "; " + Machine.load() + ".");
        out.flush();
        return 0;
    }

    private BuildMetrics oneBuild(Stopwatch stopwatch) throws IOException {
        Path folder = work.resolve("site");
        SITE.writeTo(folder);
        stopwatch.run(bengal("auto", "build", folder.toString(), "--environment", SyntheticSite.EDITIONS.get(0)));
        return JournalStore.of(new MetricsDirectory(folder.resolve(MetricsDirectory.NAME)), "start")
                .latest(BuildFilter.ALL, 1)
                .get(0)
                .build();
    }

    private Map<String, List<String>> commands(BuildMetrics build) throws IOException {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put(BARE, bare());
        addBoth(commands, "`bengal --version`", "--version");
        for (int length : lengths) {
            Path root = work.resolve("history-" + length);
            new RepeatedHistory(build, length).writeTo(root);
            addBoth(commands, "`bengal perf`, " + length + " builds", "perf", "-C", root.toString());
        }
        return commands;
    }

    private void addBoth(Map<String, List<String>> commands, String name, String... arguments) {
        commands.put(name + ", without", bengal("off", arguments));
        commands.put(name + ", with class data", bengal("auto", arguments));
    }

    private List<String> bengal(String classData, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of("env", "BENGAL_CLASS_DATA=" + classData, bengal.path().toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** With the launcher's options, and after {@code env} like the others. */
    private static List<String> bare() {
        return List.of(
                "env",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:TLABSize=64k",
                "-XX:-ResizeTLAB",
                "-cp",
                System.getProperty("java.class.path"),
                EmptyProgram.class.getName());
    }
}
