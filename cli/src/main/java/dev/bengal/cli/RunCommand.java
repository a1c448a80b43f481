package dev.bengal.cli;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.MetricsOptions;
import dev.bengal.cli.recording.CommandSetup;
import dev.bengal.cli.recording.NestedRecords;
import dev.bengal.cli.recording.Recording;
import dev.bengal.cli.recording.ScenarioName;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.experiment.Command;
import dev.bengal.experiment.CommandStreams;
import dev.bengal.experiment.DefaultScenario;
import dev.bengal.experiment.PhasePattern;
import dev.bengal.experiment.ReadyPhases;
import dev.bengal.experiment.RecordedCommand;
import dev.bengal.experiment.SignalRelay;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Scenario;
import dev.bengal.report.build.BuildReport;
import dev.bengal.report.build.CommandLineRenderer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bengal perf run}: records any command. */
@picocli.CommandLine.Command(
        name = "run",
        description = "Runs a command and records what it took: time, CPU, memory, input and output, exit code.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0-255:that of the command; 128 and the signal's number where a signal ended it",
            "126:the command cannot be run",
            "127:the command was not found",
            "2:wrong usage; then nothing was run"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  bengal perf run -- make test",
            "  bengal perf run --scenario nightly --phase-pattern '^== (.+) ==' -- ./build.sh"
        })
final class RunCommand implements Callable<Integer> {
    private final Surface surface;
    private final Location location;

    @Parameters(
            arity = "1..*",
            paramLabel = "COMMAND",
            description =
                    "The program and its arguments; no shell is started. All that follows the program is its own.")
    private List<String> words = List.of();

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "What this command is called in the history; by default its program, and the sub-command of"
                    + " well-known programs.")
    private @Nullable String scenario;

    @Option(
            names = "--phase-pattern",
            paramLabel = "REGEX",
            description = "A line of output that matches begins a phase: the group 'name' is its name, else the first"
                    + " group, else all that matches. The output then goes through a pipe.")
    private @Nullable String phasePattern;

    @Option(
            names = "--phases",
            paramLabel = "TOOL",
            description = "The same with a ready pattern for the output of ${COMPLETION-CANDIDATES}.")
    private @Nullable ReadyPhases phases;

    @Option(
            names = "--keep-arguments",
            description =
                    "Store the command as it is, with the secrets it may hold, instead of a hash of its arguments.")
    private boolean keepArguments;

    @Option(
            names = "--summary",
            negatable = true,
            description = "Say on stderr what it took; without it, only where stderr is a terminal.")
    private @Nullable Boolean summary;

    @Mixin
    private final MetricsOptions metrics = new MetricsOptions();

    RunCommand(Surface surface, Location location) {
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
        Command command = new Command(words);
        Scenario named = ScenarioName.of(scenario).orElseGet(() -> DefaultScenario.of(command));
        Optional<PhasePattern> pattern = pattern();
        try (SignalRelay signals = SignalRelay.install()) {
            CommandSetup setup = CommandSetup.of(location, metrics, keepArguments, signals, surface);
            MetricsDirectory directory = setup.project().directory();
            NestedRecords nested = NestedRecords.since(directory);
            RecordedCommand run = setup.recorder().run(command, named, streams(pattern), pattern);
            run.refusal().ifPresent(reason -> surface.err().println("bengal: " + words.get(0) + ": " + reason));
            BuildMetrics build = nested.apart(run.build());
            Recording.Result recorded = Recording.keep(build, directory, setup.shared(), surface);
            if (summary == null ? surface.isErrTerminal() : summary) {
                summarise(build, recorded);
            }
            return run.exitCode();
        }
    }

    private Optional<PhasePattern> pattern() {
        if (phases != null && phasePattern != null) {
            throw new CommandException(
                    "--phases and --phase-pattern both say which lines begin a phase; give one of them.");
        }
        return phases == null ? Optional.ofNullable(phasePattern).map(PhasePattern::of) : Optional.of(phases.pattern());
    }

    /** Commands of one scenario may differ, where nobody gave them names: then their times say nothing of each other. */
    private void summarise(BuildMetrics build, Recording.Result recorded) throws IOException {
        Optional<BuildMetrics> other = recorded.previous()
                .filter(before -> !Objects.equals(
                        before.environment().tooling().tool(),
                        build.environment().tooling().tool()));
        new CommandLineRenderer()
                .render(BuildReport.of(build, other.isPresent() ? Map.of() : recorded.usual()), surface.err());
        if (other.isPresent() && scenario == null) {
            surface.err()
                    .println("The run before of scenario '" + build.identity().scenario()
                            + "' had other arguments; --scenario NAME keeps different commands apart.");
        }
    }

    private static CommandStreams streams(Optional<PhasePattern> pattern) {
        return pattern.isEmpty()
                ? CommandStreams.inherited()
                : CommandStreams.watched(
                        new FileOutputStream(FileDescriptor.out), new FileOutputStream(FileDescriptor.err));
    }
}
