package dev.bengal.cli;

import dev.bengal.analysis.bench.BenchResult;
import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.MetricsOptions;
import dev.bengal.cli.option.RunCount;
import dev.bengal.cli.recording.BenchRecording;
import dev.bengal.cli.recording.CommandSetup;
import dev.bengal.cli.recording.ScenarioName;
import dev.bengal.cli.terminal.ProgressBar;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.experiment.Bench;
import dev.bengal.experiment.BenchPlan;
import dev.bengal.experiment.BenchStoppedException;
import dev.bengal.experiment.Command;
import dev.bengal.experiment.CommandStreams;
import dev.bengal.experiment.Parameter;
import dev.bengal.experiment.PlannedCommand;
import dev.bengal.experiment.ShellWords;
import dev.bengal.experiment.SignalRelay;
import dev.bengal.report.experiment.BenchNotes;
import dev.bengal.report.experiment.BenchTableRenderer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bengal perf bench}: runs commands again and again, and compares them. */
@picocli.CommandLine.Command(
        name = "bench",
        description = "Runs commands in turn, records every run, and shows how long they take.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:fine",
            "2:wrong usage, or a run failed",
            "129, 130, 143:stopped by SIGHUP, Ctrl-C or SIGTERM; the runs so far are recorded"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  bengal perf bench --warmup 1 -- make -B",
            "  bengal perf bench --runs 20 --command 'sort words.txt' --command 'sort -u words.txt'",
            "  bengal perf bench --parameter jobs=1,2,4 --prepare 'make clean' -- make -j{jobs}"
        })
final class BenchCommand implements Callable<Integer> {
    private static final int SIGNALLED = 128;

    private final Surface surface;
    private final Location location;

    @Parameters(
            arity = "0..*",
            paramLabel = "COMMAND",
            description = "The program and its arguments; no shell is started.")
    private List<String> words = List.of();

    @Option(
            names = "--command",
            paramLabel = "LINE",
            description = "A further command, as one text that is split into words as a shell does. Repeatable.")
    private List<String> lines = List.of();

    @Option(
            names = {"-r", "--runs"},
            paramLabel = "N",
            defaultValue = "10",
            converter = RunCount.class,
            description = "How often each command is measured; ${DEFAULT-VALUE} by default. 6 are the fewest for an"
                    + " interval.")
    private int runs;

    @Option(
            names = {"-w", "--warmup"},
            paramLabel = "N",
            defaultValue = "0",
            converter = RunCount.OrNone.class,
            description = "How often each runs before, unrecorded, to warm the caches; ${DEFAULT-VALUE} by default.")
    private int warmups;

    @Option(
            names = {"-p", "--prepare"},
            paramLabel = "LINE",
            description = "Run this by sh before each run; it is not measured.")
    private @Nullable String prepare;

    @Option(
            names = {"-P", "--parameter"},
            paramLabel = "NAME=A,B,C",
            description = "Run every command with {NAME} replaced by each value. Repeatable, for all combinations.")
    private List<String> parameters = List.of();

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "What a command is called in the history, once for each; by default 'bench' and its program.")
    private List<String> scenarios = List.of();

    @Option(
            names = {"-i", "--ignore-failure"},
            description = "Go on after a run that ended with another exit code than 0.")
    private boolean ignoreFailure;

    @Option(names = "--show-output", description = "Let the commands write to stdout and stderr.")
    private boolean showOutput;

    @Option(
            names = "--keep-arguments",
            description =
                    "Store the commands as they are, in the history and the exports, with the secrets they may hold.")
    private boolean keepArguments;

    @Mixin
    private final BenchExports exports = new BenchExports();

    @Mixin
    private final MetricsOptions metrics = new MetricsOptions();

    BenchCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    /** Options behind the program are the program's. */
    @Spec
    void stopAtTheProgram(CommandSpec spec) {
        spec.parser().stopAtPositional(true);
    }

    @Override
    public Integer call() throws IOException {
        scenarios.forEach(ScenarioName::of);
        BenchPlan plan = new BenchPlan(planned(), warmups, runs, ignoreFailure);
        exports.requireWritable(location);
        nameCommands(plan);
        try (SignalRelay signals = SignalRelay.install();
                ProgressBar progress = new ProgressBar(surface, plan.total())) {
            CommandSetup setup = CommandSetup.of(location, metrics, keepArguments, signals, surface);
            Bench bench = new Bench(
                    plan,
                    setup.recorder(),
                    signals,
                    location.workingFolder(),
                    showOutput ? CommandStreams.shown() : CommandStreams.discarded(),
                    new BenchRecording(setup.project().directory(), surface, progress));
            BenchResult result = bench.run(keepArguments);
            progress.close();
            setup.shared().deliver(setup.project().directory(), setup.project().name(), surface);
            conclude(result);
            return 0;
        } catch (BenchStoppedException e) {
            surface.err()
                    .println("bengal: stopped by a signal; " + e.runs() + (e.runs() == 1 ? " run is" : " runs are")
                            + " recorded.");
            return SIGNALLED + e.signal();
        }
    }

    private List<PlannedCommand> planned() {
        List<Command> commands = new ArrayList<>();
        if (!words.isEmpty()) {
            commands.add(new Command(words));
        }
        lines.forEach(line -> commands.add(new Command(ShellWords.of(line))));
        return BenchPlan.commands(
                commands, scenarios, parameters.stream().map(Parameter::of).toList(), Optional.ofNullable(prepare));
    }

    /** The table calls the commands by their scenarios. */
    private void nameCommands(BenchPlan plan) {
        if (plan.commands().size() > 1) {
            plan.commands()
                    .forEach(planned -> surface.err()
                            .println(planned.scenario() + ": "
                                    + planned.command().line()));
        }
    }

    private void conclude(BenchResult result) throws IOException {
        new BenchTableRenderer().render(result, surface.out());
        surface.out().flush();
        BenchNotes.of(result).forEach(surface::warn);
        exports.write(result, location);
    }
}
