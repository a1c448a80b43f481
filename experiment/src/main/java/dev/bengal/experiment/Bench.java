package dev.bengal.experiment;

import dev.bengal.analysis.bench.BenchResult;
import dev.bengal.analysis.bench.BenchedCommand;
import dev.bengal.analysis.bench.CommandRun;
import dev.bengal.analysis.bench.RunSummary;
import dev.bengal.collector.Ticker;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Measurement;
import dev.bengal.model.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Runs commands in turn, round by round, so that a busy spell of the machine hits all of them. Every other round goes the
 * other way around, since each command finds what the one before it left in the caches.
 */
public final class Bench {
    private final BenchPlan plan;
    private final CommandRecorder recorder;
    private final SignalRelay signals;
    private final Path folder;
    private final CommandStreams streams;
    private final BenchListener listener;
    private final List<List<CommandRun>> runs = new ArrayList<>();
    private int done;

    /**
     * A bench that has not begun.
     *
     * @param folder in which the preparations run
     * @param streams of the commands and their preparations
     */
    public Bench(
            BenchPlan plan,
            CommandRecorder recorder,
            SignalRelay signals,
            Path folder,
            CommandStreams streams,
            BenchListener listener) {
        this.plan = plan;
        this.recorder = recorder;
        this.signals = signals;
        this.folder = folder;
        this.streams = streams;
        this.listener = listener;
        plan.commands().forEach(command -> runs.add(new ArrayList<>()));
    }

    /**
     * Runs all of it, once.
     *
     * @param tellsWords whether the result may hold the commands themselves
     * @throws ExperimentException where a run fails, unless failures are ignored; and where a preparation fails
     * @throws BenchStoppedException after a signal
     */
    public BenchResult run(boolean tellsWords) {
        for (int warmup = 1; warmup <= plan.warmups(); warmup++) {
            for (int i : order(warmup)) {
                warmUp(plan.commands().get(i), warmup);
            }
        }
        for (int round = 1; round <= plan.runs(); round++) {
            for (int i : order(round)) {
                measure(i, round);
            }
        }
        return result(tellsWords);
    }

    private List<Integer> order(int round) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < plan.commands().size(); i++) {
            order.add(i);
        }
        if (round % 2 == 0) {
            Collections.reverse(order);
        }
        return order;
    }

    private void warmUp(PlannedCommand planned, int warmup) {
        begin(planned);
        CommandReading reading = runner().run(planned.command(), streams, Map.of(), Optional.empty());
        end();
        requireSuccess("warm-up run " + warmup, planned, reading.exitCode(), reading.refusal());
    }

    private void measure(int index, int round) {
        PlannedCommand planned = plan.commands().get(index);
        begin(planned);
        RecordedCommand run = recorder.run(planned.command(), planned.scenario(), streams, Optional.empty());
        runs.get(index).add(reading(run));
        boolean complete = round == plan.runs() && run.build().outcome() != Outcome.INTERRUPTED;
        listener.ran(complete ? withSamples(run, runs.get(index)) : run);
        end();
        requireSuccess("run " + round, planned, run.exitCode(), run.refusal().orElse(null));
    }

    private void begin(PlannedCommand planned) {
        listener.running(planned, done);
        if (planned.preparation().isPresent()) {
            String line = planned.preparation().get();
            CommandReading prepared =
                    runner().run(new Command(List.of("sh", "-c", line)), streams, Map.of(), Optional.empty());
            stopAfterSignal();
            if (prepared.exitCode() != 0) {
                throw new ExperimentException("the preparation '" + line + "' ended with exit code "
                        + prepared.exitCode() + ". --show-output shows what it says.");
            }
        }
    }

    private void end() {
        done++;
        stopAfterSignal();
    }

    private void stopAfterSignal() {
        OptionalInt signal = signals.received();
        if (signal.isPresent()) {
            throw new BenchStoppedException(
                    signal.getAsInt(), runs.stream().mapToInt(List::size).sum());
        }
    }

    private void requireSuccess(String which, PlannedCommand planned, int exitCode, @Nullable String refusal) {
        if (refusal != null) {
            throw new ExperimentException(planned.command().words().get(0) + " cannot be run: " + refusal
                    + ". A line with words is given by --command; what needs a shell, by sh -c '...'.");
        }
        if (exitCode != 0 && !plan.ignoresFailure()) {
            throw new ExperimentException(which + " of " + planned.scenario() + " ended with exit code " + exitCode
                    + ". --show-output shows what it says; --ignore-failure goes on all the same.");
        }
    }

    private CommandRunner runner() {
        return new CommandRunner(folder, signals, Ticker.SYSTEM, nothingCopied -> {});
    }

    private static CommandRun reading(RecordedCommand run) {
        BuildMetrics build = run.build();
        Double wall = build.totals().time().wallMillis();
        return new CommandRun(
                build.identity().id(),
                wall == null ? 0 : wall,
                value(build, CommandMetric.CPU_USER.name()),
                value(build, CommandMetric.CPU_SYSTEM.name()),
                build.totals().memory().rssPeakMebibytes(),
                run.exitCode());
    }

    private static @Nullable Double value(BuildMetrics build, String metric) {
        return build.measurements().stream()
                .filter(measurement -> measurement.metric().name().equals(metric))
                .map(Measurement::value)
                .findFirst()
                .orElse(null);
    }

    private static RecordedCommand withSamples(RecordedCommand run, List<CommandRun> all) {
        BuildMetrics build = run.build();
        List<Measurement> measurements = new ArrayList<>(build.measurements());
        measurements.add(new Measurement(
                CommandMetric.BENCH_DURATION,
                RunSummary.of(all).wall().median(),
                all.stream().map(CommandRun::wallMillis).toList(),
                "median of " + all.size() + (all.size() == 1 ? " run" : " runs"),
                true));
        return new RecordedCommand(
                new BuildMetrics(
                        build.identity(),
                        build.stats(),
                        build.commit(),
                        build.ci(),
                        build.totals(),
                        build.phases(),
                        build.topAllocators(),
                        measurements,
                        build.environment()),
                run.exitCode(),
                run.refusal());
    }

    private BenchResult result(boolean tellsWords) {
        List<BenchedCommand> commands = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            PlannedCommand planned = plan.commands().get(i);
            commands.add(new BenchedCommand(
                    planned.scenario(),
                    tellsWords ? planned.command().line() : null,
                    planned.parameters(),
                    runs.get(i)));
        }
        return BenchResult.of(commands, plan.warmups());
    }
}
