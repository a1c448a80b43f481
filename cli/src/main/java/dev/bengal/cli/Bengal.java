package dev.bengal.cli;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.experiment.ExperimentException;
import dev.bengal.forge.ForgeException;
import dev.bengal.formats.FormatsException;
import dev.bengal.journal.JournalException;
import dev.bengal.report.text.Label;
import dev.bengal.site.SiteException;
import dev.bengal.store.AmbiguousCommitException;
import dev.bengal.store.IndexException;
import dev.bengal.store.SharedStoreException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code bengal}. */
@Command(
        name = "bengal",
        description = "Records what builds take (time, memory, allocation, phase by phase) and shows the trend.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "2:wrong usage or a failure"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  bengal build docs      build the site in docs/ and record the build",
            "  bengal perf -C docs    show its last builds and the trend",
            "  bengal perf run -- make test    run any command and record it"
        })
final class Bengal implements Runnable {
    private static final int FAILURE = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "-C",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "The project's root folder, instead of looking for it from here upward.")
    void setFolder(Path folder) {
        location.moveTo(folder);
    }

    private final Location location;

    private Bengal(Location location) {
        this.location = location;
    }

    /** Runs a command line and tells the exit code; nothing is thrown. */
    static int run(Surface surface, Path workingFolder, String... arguments) {
        Optional<PlainPerf> perf = PlainPerf.of(arguments);
        Optional<PlainBuild> build = PlainBuild.of(arguments);
        if (perf.isEmpty() && build.isEmpty()) {
            return run(Verbs.among(arguments), surface, workingFolder, arguments);
        }
        try {
            Location location = new Location(workingFolder, surface.variables());
            return perf.isPresent()
                    ? perf.get().run(surface, location)
                    : build.get().run(surface, location);
        } catch (Exception e) {
            return explain(e, surface.err());
        }
    }

    private static int run(Verbs verbs, Surface surface, Path workingFolder, String... arguments) {
        for (String argument : arguments) {
            // Java takes arguments apart by the locale; what it could not read would be recorded, or run, as something
            // else.
            if (argument.indexOf('\uFFFD') >= 0) {
                surface.err()
                        .println("bengal: the argument '" + argument
                                + "' has letters that Java cannot read in this locale;"
                                + " nothing was run. Set LC_ALL=C.UTF-8, or another locale that knows them.");
                return FAILURE;
            }
        }
        Location location = new Location(workingFolder, surface.variables());
        CommandLine commandLine = verbs.addTo(
                new CommandLine(new Bengal(location), new Commands(surface, location, CommandLine.defaultFactory())));
        // An argument of a recorded command may begin with @, and is no file of arguments for us.
        commandLine.setExpandAtFiles(false);
        // A folder may be called as a command is, such as docs.
        commandLine.setAllowSubcommandsAsOptionParameters(true);
        commandLine.setOut(surface.out());
        commandLine.setErr(surface.err());
        commandLine.setExecutionExceptionHandler((failure, command, typed) -> explain(failure, command.getErr()));
        commandLine.setParameterExceptionHandler((failure, typed) ->
                verbs.isAll() ? explainUsage(failure) : run(Verbs.ALL, surface, workingFolder, arguments));
        commandLine.setExitCodeExceptionMapper(failure -> FAILURE);
        return commandLine.execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int explain(Exception failure, PrintWriter err) {
        boolean expected = failure instanceof CommandException
                || failure instanceof SiteException
                || failure instanceof ExperimentException
                || failure instanceof ForgeException
                || failure instanceof FormatsException
                || failure instanceof JournalException
                || failure instanceof AmbiguousCommitException
                || failure instanceof IndexException
                || failure instanceof SharedStoreException;
        if (expected) {
            // It may quote what stands in a file of somebody else's.
            err.println("bengal: "
                    + String.valueOf(failure.getMessage())
                            .lines()
                            .map(Label::printable)
                            .collect(Collectors.joining("\n")));
        } else {
            err.println("bengal: this should not have happened; please report it with what follows:");
            failure.printStackTrace(err);
        }
        return FAILURE;
    }

    private static int explainUsage(ParameterException failure) {
        ParameterException fault = outermost(failure);
        CommandLine command = fault.getCommandLine();
        command.getErr().println("bengal: " + Objects.requireNonNullElse(fault.getMessage(), "wrong usage"));
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return FAILURE;
    }

    /** An option that a command does not know may have left its value to be read as the command below, which then lacks something. */
    private static ParameterException outermost(ParameterException failure) {
        ParameterException fault = failure;
        for (CommandLine around = failure.getCommandLine().getParent(); around != null; around = around.getParent()) {
            List<String> unknown = around.getUnmatchedArguments();
            if (!unknown.isEmpty()) {
                fault = new UnmatchedArgumentException(around, unknown);
            }
        }
        return fault;
    }
}
