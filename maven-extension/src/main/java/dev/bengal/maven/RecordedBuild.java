package dev.bengal.maven;

import dev.bengal.collector.Instruments;
import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Phase;
import dev.bengal.collector.Surroundings;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.ProjectDependencyGraph;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** A build that is being recorded. Safe for use by several threads. */
final class RecordedBuild implements AutoCloseable {
    private final MavenExecutionRequest request;
    private final PerformanceCollector collector;
    private final MetricsDirectory directory;
    private final MavenScenario scenario;
    private final BuildFacts facts;
    private final Logger logger;
    private final boolean quiet;
    private final Thread interruption = new Interruption();

    private final ModuleNames names = new ModuleNames();
    private final ModulePhases phases;
    private final RanTests tests = new RanTests();
    private final TestGoals testGoals = new TestGoals(tests);
    private final Downloads downloads;

    private volatile @Nullable Phase discovery;
    private volatile Reactor reactor = new Reactor(Map.of(), 1);
    private boolean ended;

    private RecordedBuild(
            MavenExecutionRequest request,
            BuildFacts facts,
            BuildPlace place,
            Switches switches,
            Instruments instruments,
            Logger logger) {
        this.request = request;
        this.logger = logger;
        quiet = switches.quiet();
        directory = new MetricsDirectory(place.metrics());
        scenario = MavenScenario.of(request, place.root());
        this.facts = facts;
        downloads = new Downloads(instruments.ticker());
        TrackedBuild tracked = new TrackedBuild(
                place.project(),
                scenario.complete(false),
                place.root(),
                List.of(place.metrics()),
                "maven " + facts.mavenVersion());
        collector = new PerformanceCollector(tracked, instruments, Surroundings.ofThisProcess(), this::warn);
        phases = new ModulePhases(collector, names);
    }

    /** Begins to record. */
    static RecordedBuild start(
            MavenExecutionRequest request,
            BuildFacts facts,
            Switches switches,
            Instruments instruments,
            Logger logger) {
        Path top = request.getMultiModuleProjectDirectory() == null
                ? Objects.requireNonNullElse(
                        request.getPom().toPath().toAbsolutePath().getParent(), Path.of(""))
                : request.getMultiModuleProjectDirectory().toPath();
        BuildPlace place = BuildPlace.of(top, warning -> logger.warn("Bengal: {}", warning));
        RecordedBuild build = new RecordedBuild(request, facts, place, switches, instruments, logger);
        build.collector.startBuild();
        Runtime.getRuntime().addShutdownHook(build.interruption);
        return build;
    }

    private void warn(String sentence) {
        logger.warn("Bengal: {}", sentence);
    }

    Downloads downloads() {
        return downloads;
    }

    void happened(ExecutionEvent event) {
        switch (event.getType()) {
            case ProjectDiscoveryStarted -> discovery = collector.phase("project discovery");
            case SessionStarted -> discovered(event.getSession());
            case ProjectStarted -> phases.moduleStarted(event.getProject());
            case ProjectSucceeded -> phases.moduleEnded(event.getProject(), Outcome.SUCCESS);
            case ProjectFailed -> phases.moduleEnded(event.getProject(), Outcome.FAILED);
            case MojoStarted -> {
                testGoals.started(event.getMojoExecution());
                phases.mojoStarted(event.getProject(), event.getMojoExecution());
            }
            case MojoSucceeded -> mojoEnded(event, Outcome.SUCCESS);
            case MojoFailed -> mojoEnded(event, Outcome.FAILED);
            default -> {}
        }
    }

    private void mojoEnded(ExecutionEvent event, Outcome outcome) {
        phases.mojoEnded(
                event.getMojoExecution(), outcome, testGoals.ended(event.getProject(), event.getMojoExecution()));
    }

    private void discovered(MavenSession session) {
        closeDiscovery(Outcome.SUCCESS);
        names.know(session.getProjects());
        ProjectDependencyGraph graph = session.getProjectDependencyGraph();
        Map<String, List<String>> needs = new LinkedHashMap<>();
        for (MavenProject module : graph.getSortedProjects()) {
            List<String> needed = new ArrayList<>();
            for (MavenProject other : graph.getUpstreamProjects(module, false)) {
                needed.add(names.phase(other));
            }
            needs.put(names.phase(module), needed);
        }
        reactor = new Reactor(needs, facts.threads());
    }

    private void closeDiscovery(Outcome outcome) {
        Phase open = discovery;
        discovery = null;
        if (open != null) {
            open.outcome(outcome);
            open.close();
        }
    }

    /** Ends the build and saves it, once; a build that a signal is ending at this moment counts as interrupted. */
    void end(boolean failed) {
        closeDiscovery(failed ? Outcome.FAILED : Outcome.SUCCESS);
        boolean goingDown = !removeHook();
        save(goingDown ? Outcome.INTERRUPTED : failed ? Outcome.FAILED : Outcome.SUCCESS);
        close();
    }

    private synchronized void save(Outcome outcome) {
        if (ended) {
            return;
        }
        ended = true;
        BuildMetrics build = complete(collector.endBuild(BuildStats.of(outcome)));
        if (collector.save(build, directory) && !quiet && outcome != Outcome.INTERRUPTED) {
            logger.info(SummaryLine.of(build, reactor.needs().size(), tests.ran(), downloads.count())
                    + SummaryLine.pointer(build, directory.baseline().of(build)));
        }
    }

    private BuildMetrics complete(BuildMetrics measured) {
        return new CompletedRecord(scenario.complete(downloads.isAny()), phases.lifecycle())
                .of(measured, facts, reactor, downloads, tests);
    }

    private boolean removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(interruption);
            return true;
        } catch (IllegalStateException e) {
            return false; // The JVM is going down, and the hook runs or has run.
        }
    }

    @Override
    public void close() {
        removeHook();
        collector.close();
        SoleRecorder.release(request);
    }

    /** A signal ends the build. */
    private final class Interruption extends Thread {
        Interruption() {
            super("bengal-interrupted");
        }

        @Override
        public void run() {
            save(Outcome.INTERRUPTED);
        }
    }
}
