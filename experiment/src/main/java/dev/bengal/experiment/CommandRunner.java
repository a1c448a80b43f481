package dev.bengal.experiment;

import dev.bengal.collector.ChildUsage;
import dev.bengal.collector.Ticker;
import dev.bengal.model.IoVolume;
import dev.bengal.model.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Runs one command at a time and measures it from outside. Nothing else may start processes meanwhile: the kernel sums up the
 * CPU time of all children that were waited for.
 */
final class CommandRunner {
    private static final int NOT_FOUND = 127;
    private static final int NOT_RUNNABLE = 126;

    /** How the JDK tells errno, or Windows' error: {@code error=2, No such file or directory}. */
    private static final Pattern ERROR = Pattern.compile("error=(\\d+), *(.*)");

    /** ENOENT and ENOTDIR; Windows' ERROR_FILE_NOT_FOUND and ERROR_PATH_NOT_FOUND are 2 and 3. */
    private static final List<String> MISSING = List.of("2", "3", "20");

    private final Path folder;
    private final SignalRelay signals;
    private final Ticker ticker;
    private final Consumer<String> warnings;
    private final Set<String> withheld;

    /**
     * A runner of commands that see all of our variables.
     *
     * @param folder in which commands run
     * @param warnings gets a sentence for each thing that failed
     */
    CommandRunner(Path folder, SignalRelay signals, Ticker ticker, Consumer<String> warnings) {
        this(folder, signals, ticker, warnings, Set.of());
    }

    /** @param withheld variables of ours that the commands do not see */
    CommandRunner(Path folder, SignalRelay signals, Ticker ticker, Consumer<String> warnings, Set<String> withheld) {
        this.folder = folder;
        this.signals = signals;
        this.ticker = ticker;
        this.warnings = warnings;
        this.withheld = Set.copyOf(withheld);
    }

    /**
     * Runs a command to its end.
     *
     * @param variables that the command finds in its environment, beside ours
     * @param pattern that finds phases in its output, if that is watched
     */
    CommandReading run(
            Command command, CommandStreams streams, Map<String, String> variables, Optional<PhasePattern> pattern) {
        ProcessBuilder builder = new ProcessBuilder(command.words()).directory(folder.toFile());
        builder.environment().keySet().removeAll(withheld);
        builder.environment().putAll(variables);
        OptionalInt early = signals.received();
        if (early.isPresent()) {
            return notStarted(early.getAsInt());
        }
        OutputPhases phases = new OutputPhases(pattern, ticker);
        CommandStreams.Copying copying = streams.prepare(builder, phases::line, warnings);
        ChildUsage before = ChildUsage.now();
        long start = ticker.nanos();
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            double millis = (ticker.nanos() - start) / 1e6;
            copying.abandon();
            // At Ctrl-C the JDK's own helper may end before it has become the command.
            signals.detach(NOT_RUNNABLE);
            OptionalInt meanwhile = signals.received();
            return meanwhile.isPresent() ? notStarted(meanwhile.getAsInt()) : refused(e, millis);
        }
        TreeSampler sampler = TreeSampler.start(() -> new ProcessTree(Path.of("/proc")).read(process.pid()));
        copying.started(process);
        signals.attach(process);
        int exitCode = waitFor(process);
        long end = ticker.nanos();
        ChildUsage after = ChildUsage.now();
        Optional<TreeReading> memory = sampler.stop(start, end);
        signals.detach(exitCode);
        copying.finish();
        phases.complaint().ifPresent(warnings);
        Outcome outcome = outcome(exitCode);
        return new CommandReading(
                null,
                exitCode,
                outcome,
                (end - start) / 1e6,
                after.userMillisSince(before),
                after.systemMillisSince(before),
                after.ioSince(before),
                memory,
                phases.phases(start, end, outcome),
                phases.unattributedMillis(start, end));
    }

    private Outcome outcome(int exitCode) {
        if (signals.received().isPresent()) {
            return Outcome.INTERRUPTED;
        }
        return exitCode == 0 ? Outcome.SUCCESS : Outcome.FAILED;
    }

    /** Whoever interrupts us does not want it any more. */
    private static CommandReading notStarted(int signal) {
        return new CommandReading(
                null,
                SignalRelay.BY_SIGNAL + signal,
                Outcome.INTERRUPTED,
                0,
                null,
                null,
                IoVolume.UNKNOWN,
                Optional.empty(),
                List.of(),
                0);
    }

    private static CommandReading refused(IOException failure, double wallMillis) {
        Matcher error = ERROR.matcher(String.valueOf(failure.getMessage()));
        boolean known = error.find();
        boolean missing = known && MISSING.contains(error.group(1));
        return new CommandReading(
                known ? error.group(2) : String.valueOf(failure.getMessage()),
                missing ? NOT_FOUND : NOT_RUNNABLE,
                Outcome.FAILED,
                wallMillis,
                null,
                null,
                IoVolume.UNKNOWN,
                Optional.empty(),
                List.of(),
                wallMillis);
    }

    private static int waitFor(Process process) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return process.waitFor();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
