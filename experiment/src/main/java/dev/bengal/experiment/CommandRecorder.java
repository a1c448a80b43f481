package dev.bengal.experiment;

import dev.bengal.collector.ChildUsage;
import dev.bengal.collector.CollectorVersion;
import dev.bengal.collector.Surroundings;
import dev.bengal.collector.Ticker;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.model.BuildId;
import dev.bengal.model.BuildIdentity;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Estimate;
import dev.bengal.model.GcActivity;
import dev.bengal.model.Measurement;
import dev.bengal.model.MemoryTotals;
import dev.bengal.model.Metric;
import dev.bengal.model.Scenario;
import dev.bengal.model.TimeTotals;
import dev.bengal.model.Totals;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs commands and makes a record of each. */
public final class CommandRecorder {
    private static final String METRICS_VARIABLE = "BENGAL_METRICS_DIR";
    private static final double BYTES_PER_MEBIBYTE = 1024.0 * 1024.0;

    private final CommandProject project;
    private final CommandTool tool;
    private final SignalRelay signals;
    private final Supplier<Surroundings> surroundings;
    private final Consumer<String> warnings;
    private final Set<String> withheld;

    /**
     * A recorder for commands of one project.
     *
     * @param surroundings find out commit and machine for one command
     * @param warnings gets a sentence for each thing that failed
     */
    public CommandRecorder(
            CommandProject project,
            CommandTool tool,
            SignalRelay signals,
            Supplier<Surroundings> surroundings,
            Consumer<String> warnings) {
        this(project, tool, signals, surroundings, warnings, Set.of());
    }

    /** @param withheld variables of ours that the commands do not see */
    CommandRecorder(
            CommandProject project,
            CommandTool tool,
            SignalRelay signals,
            Supplier<Surroundings> surroundings,
            Consumer<String> warnings,
            Set<String> withheld) {
        this.project = project;
        this.tool = tool;
        this.signals = signals;
        this.surroundings = surroundings;
        this.warnings = warnings;
        this.withheld = Set.copyOf(withheld);
    }

    /**
     * Runs a command to its end.
     *
     * @param pattern that finds phases in its output, if the streams are watched
     */
    public RecordedCommand run(
            Command command, Scenario scenario, CommandStreams streams, Optional<PhasePattern> pattern) {
        TrackedBuild tracked = new TrackedBuild(
                project.name(),
                scenario,
                project.root(),
                List.of(project.directory().folder()),
                tool.of(command));
        try (Surroundings around = surroundings.get()) {
            around.start(tracked, warnings);
            Instant timestamp = Instant.now();
            BuildId id = BuildId.create(timestamp, new SecureRandom());
            CommandReading reading = new CommandRunner(project.folder(), signals, Ticker.SYSTEM, warnings, withheld)
                    .run(command, streams, variables(id), pattern);
            return new RecordedCommand(
                    record(tracked, id, timestamp, reading, around.findings()),
                    reading.exitCode(),
                    Optional.ofNullable(reading.refusal()));
        }
    }

    private Map<String, String> variables(BuildId id) {
        Map<String, String> variables = new TreeMap<>();
        variables.put(Surroundings.PARENT_BUILD_VARIABLE, id.value());
        if (project.passedOn()) {
            variables.put(
                    METRICS_VARIABLE,
                    project.directory().folder().toAbsolutePath().toString());
        }
        return variables;
    }

    private static BuildMetrics record(
            TrackedBuild tracked, BuildId id, Instant timestamp, CommandReading reading, Surroundings.Findings found) {
        return new BuildMetrics(
                new BuildIdentity(
                        id,
                        found.parentBuild(),
                        timestamp,
                        tracked.project(),
                        tracked.scenario(),
                        CollectorVersion.NUMBER),
                BuildStats.of(reading.outcome()),
                found.commit(),
                found.ci(),
                totals(reading),
                reading.phases(),
                List.of(),
                measurements(reading),
                found.environment());
    }

    /** A command has nothing in memory before it starts, so that its peak is its growth. */
    private static Totals totals(CommandReading reading) {
        Double user = reading.userMillis();
        Double system = reading.systemMillis();
        Double peak = reading.memory()
                .map(memory -> memory.largestBytes() / BYTES_PER_MEBIBYTE)
                .orElse(null);
        return new Totals(
                new TimeTotals(
                        reading.wallMillis(),
                        user == null || system == null ? null : Double.valueOf(user + system),
                        null,
                        // Without phases it would be the whole time once more, and each change of that would be found
                        // twice.
                        reading.phases().isEmpty() ? null : Double.valueOf(reading.unattributedMillis())),
                new MemoryTotals(peak, peak, null, null, null),
                GcActivity.UNKNOWN,
                reading.io(),
                peak == null
                        ? List.of()
                        : List.of(
                                new Estimate("memory_rss_peak_mb", TreeSampler.SOURCE),
                                new Estimate("memory_rss_mb", TreeSampler.SOURCE)));
    }

    private static List<Measurement> measurements(CommandReading reading) {
        List<Measurement> measurements = new ArrayList<>();
        measurements.add(new Measurement(CommandMetric.EXIT_CODE, reading.exitCode(), List.of(), null, true));
        add(measurements, CommandMetric.CPU_USER, reading.userMillis(), ChildUsage.CPU_SOURCE, true);
        add(measurements, CommandMetric.CPU_SYSTEM, reading.systemMillis(), ChildUsage.CPU_SOURCE, true);
        Double tree = reading.memory()
                .map(memory -> memory.sumBytes() / BYTES_PER_MEBIBYTE)
                .orElse(null);
        add(measurements, CommandMetric.MEMORY_TREE, tree, TreeSampler.SOURCE, false);
        return measurements;
    }

    private static void add(
            List<Measurement> measurements, Metric metric, @Nullable Double value, String source, boolean exact) {
        if (value != null) {
            measurements.add(new Measurement(metric, value, List.of(), source, exact));
        }
    }
}
