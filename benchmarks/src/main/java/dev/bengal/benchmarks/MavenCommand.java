package dev.bengal.benchmarks;

import dev.bengal.benchmarks.SiteBenchmark.Pair;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code maven.sh}: what recording a build by Maven costs. */
@Command(
        name = "maven",
        description = "Measures a build by Maven, whole processes, without the extension and with it, in pairs.")
final class MavenCommand implements Callable<Integer> {
    private static final String WITHOUT = "without";
    private static final String OTHER = "other";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--jar", paramLabel = "FILE", required = true, description = "The extension.")
    @SuppressWarnings("NullAway.Init")
    private Path jar;

    @Option(names = "--pairs", paramLabel = "N", defaultValue = "20", description = "By default ${DEFAULT-VALUE}.")
    private int pairs;

    @Option(names = "--skipped", description = "The other side of a pair has the extension and -Dbengal.skip.")
    private boolean skipped;

    @Option(
            names = "--runs",
            paramLabel = "FILE",
            required = true,
            description = "Where the pairs are kept; those that are there already count too.")
    @SuppressWarnings("NullAway.Init")
    private Path runs;

    @Parameters(paramLabel = "COMMAND", arity = "1..*", description = "The build.")
    private List<String> build = List.of();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        String loadBefore = Machine.load();
        Path folder = runs.toAbsolutePath().getParent();
        Stopwatch stopwatch = Stopwatch.in(folder == null ? Path.of("") : folder);
        PairFile file = new PairFile(runs);
        measure(stopwatch, file);
        List<Pair> all = file.read();
        out.println("| pairs | | without | " + (skipped ? "`-Dbengal.skip`" : "recorded")
                + " | difference | of the build |");
        out.println("|---:|---|---:|---:|---:|---:|");
        Comparison.of(all, ProcessCost::wallMillis).ifPresent(wall -> row(out, all.size() + "", "wall", wall));
        Comparison.of(all, ProcessCost::cpuMillis).ifPresent(cpu -> row(out, "", "CPU", cpu));
        out.println();
        out.println("Load average before and after: " + loadBefore + "; " + Machine.load() + ".");
        out.flush();
        return 0;
    }

    private void measure(Stopwatch stopwatch, PairFile file) throws IOException {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put(WITHOUT, command("", build));
        List<String> other = new ArrayList<>(build);
        if (skipped) {
            other.add("-Dbengal.skip");
        }
        commands.put(OTHER, command("-Dmaven.ext.class.path=" + jar, other));
        Map<String, List<ProcessCost>> costs = new Rounds(commands, stopwatch).run(pairs);
        for (int i = 0; i < pairs; i++) {
            file.append(new Pair(
                    costs.getOrDefault(WITHOUT, List.of()).get(i),
                    costs.getOrDefault(OTHER, List.of()).get(i)));
        }
    }

    /** Without the lines that an installed extension has in the user's file. */
    private static List<String> command(String options, List<String> build) {
        List<String> command = new ArrayList<>(List.of("env", "MAVEN_SKIP_RC=1", "MAVEN_OPTS=" + options));
        command.addAll(build);
        return command;
    }

    private static void row(PrintWriter out, String size, String name, Comparison comparison) {
        out.println(String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f ms | %,.0f ms | %s ms | %s %% |",
                size,
                name,
                comparison.base(),
                comparison.other(),
                ResultTable.estimate("%+,.0f", comparison.difference()),
                ResultTable.estimate("%+.1f", comparison.percent())));
    }
}
