package dev.bengal.junit;

import dev.bengal.collector.Instruments;
import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Measurement;
import dev.bengal.model.Tooling;
import dev.bengal.model.Totals;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** A run of the tests that is being recorded: one or more test plans, one build. Safe for use by several threads. */
final class RecordedRun implements AutoCloseable {
    private final MetricsDirectory directory;
    private final PerformanceCollector collector;
    private final ClassPhases classes;
    private final TestCounts counts = new TestCounts();
    private final Set<String> executing = ConcurrentHashMap.newKeySet();
    private final Map<String, TrackedTest> tracked = new ConcurrentSkipListMap<>();
    private volatile TestPlan plan;

    private RecordedRun(RunSettings settings, boolean parallel, TestPlan plan) {
        this.plan = plan;
        directory = new MetricsDirectory(settings.metrics());
        TrackedBuild build = new TrackedBuild(
                settings.project(),
                settings.scenario(),
                settings.root(),
                List.of(settings.metrics()),
                Tooling.TEST_RUNNER + platformVersion());
        Instruments instruments = ThisJvm.forRun();
        collector = new PerformanceCollector(build, instruments, WithinBuild.ofThisProcess(), Warnings::warn);
        classes = new ClassPhases(collector, parallel ? Optional.of(new OwnWork(instruments)) : Optional.empty());
    }

    /** Begins to record, if this run is to be recorded. */
    static Optional<RecordedRun> start(TestPlan plan) {
        return RunSettings.of(plan.getConfigurationParameters()::get).map(settings -> {
            boolean parallel = Parallelism.isOn(plan.getConfigurationParameters()::get);
            RecordedRun run = new RecordedRun(settings, parallel, plan);
            run.collector.recordInterruptionsIn(run.directory, run::complete);
            run.collector.startBuild();
            OpenRuns.add(run);
            return run;
        });
    }

    private static String platformVersion() {
        return Objects.requireNonNullElse(
                LauncherSession.class.getPackage().getImplementationVersion(), "of unknown version");
    }

    /** Another plan of the same session begins. */
    void plan(TestPlan next) {
        plan = next;
    }

    void started(TestIdentifier test) {
        executing.add(test.getUniqueId());
        if (test.isContainer()) {
            classes.started(test, plan);
        }
        if (test.isTest()) {
            classes.testStarted(test);
        }
    }

    void skipped(TestIdentifier test) {
        counts.skipped(in(test));
    }

    void finished(TestIdentifier test, Status status) {
        executing.remove(test.getUniqueId());
        if (test.isTest()) {
            counts.test(test, status);
            classes.tested(test, plan, status);
        } else {
            counts.container(test, status);
            if (status == Status.ABORTED) {
                counts.skipped(in(test));
            }
        }
        if (test.isContainer()) {
            classes.finished(test, status);
        }
    }

    private Stream<TestIdentifier> in(TestIdentifier test) {
        return Stream.concat(Stream.of(test), plan.getDescendants(test).stream());
    }

    boolean isExecuting(String uniqueId) {
        return executing.contains(uniqueId);
    }

    /** A tracked test passed. One that runs again replaces itself. */
    void add(TrackedTest test) {
        tracked.put(test.name().value(), test);
    }

    /** Ends the build and saves it, if any test was to be run. */
    void save() {
        if (!counts.isEmpty()) {
            BuildMetrics measured = collector.endBuild(BuildStats.of(counts.outcome()));
            collector.save(complete(measured), directory);
        }
    }

    /** With what is known by now. */
    private BuildMetrics complete(BuildMetrics measured) {
        List<Measurement> measurements = Stream.concat(
                        counts.measurements(), tracked.values().stream().flatMap(TrackedTest::measurements))
                .toList();
        return new BuildMetrics(
                measured.identity(),
                measured.stats(),
                measured.commit(),
                measured.ci(),
                withEstimates(measured.totals()),
                classes.withOwnWork(measured.phases()),
                measured.topAllocators(),
                measurements,
                measured.environment());
    }

    private Totals withEstimates(Totals totals) {
        return new Totals(
                totals.time(),
                totals.memory(),
                totals.gc(),
                totals.io(),
                Stream.concat(totals.estimates().stream(), classes.estimates().stream())
                        .toList());
    }

    @Override
    public void close() {
        OpenRuns.remove(this);
        collector.close();
    }
}
