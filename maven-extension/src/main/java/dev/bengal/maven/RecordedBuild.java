package dev.bengal.maven;

import dev.bengal.collector.Instruments;
import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Phase;
import dev.bengal.collector.Surroundings;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Outcome;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.execution.ProjectDependencyGraph;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.helpers.NOPLogger;

/** A build that is being recorded. Safe for use by several threads. */
final class RecordedBuild implements AutoCloseable {
    private final MavenExecutionRequest request;
    private final PerformanceCollector collector;
    private final MetricsDirectory directory;
    private final BuildFacts facts;
    private final Logger logger;
    private final boolean quiet;

    private final ModuleNames names = new ModuleNames();
    private final ModulePhases phases;
    private final RanTests tests = new RanTests();
    private final TestGoals testGoals = new TestGoals(tests);
    private final Downloads downloads;

    private volatile MavenScenario scenario;
    private volatile @Nullable Phase discovery;
    private volatile Reactor reactor = new Reactor(Map.of(), 1);
    private volatile boolean whole = true;

    private RecordedBuild(
            MavenExecutionRequest request,
            BuildFacts facts,
            BuildPlace place,
            Switches switches,
            Instruments instruments,
            Surroundings surroundings,
            Logger logger) {
        this.request = request;
        this.logger = logger;
        Warnings warnings = new Warnings(logger);
        quiet = switches.quiet();
        directory = new MetricsDirectory(place.metrics());
        scenario = MavenScenario.of(request, place.root());
        this.facts = facts;
        downloads = new Downloads(instruments.ticker());
        TrackedBuild tracked = new TrackedBuild(
                place.project(),
                scenario.complete(false, true),
                place.root(),
                List.of(place.metrics()),
                "maven " + facts.mavenVersion());
        collector = new PerformanceCollector(tracked, instruments, surroundings, warnings);
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
        BuildPlace place = BuildPlace.of(top, new Warnings(logger));
        RecordedBuild build =
                new RecordedBuild(request, facts, place, switches, instruments, Surroundings.ofThisProcess(), logger);
        build.collector.recordInterruptionsIn(build.directory, build.new Completion());
        build.collector.startBuild();
        return build;
    }

    /**
     * Goes through a build of nothing, whose record nobody keeps: what is loaded and runs for the first time does so here, where
     * nobody waits for it.
     */
    static void rehearse(Instruments instruments) {
        MavenExecutionRequest nothing = new DefaultMavenExecutionRequest().setPom(new File("pom.xml"));
        Logger silent = NOPLogger.NOP_LOGGER;
        FirstBuild.rehearse();
        Surroundings.ofThisProcess().close();
        RecordedBuild build = new RecordedBuild(
                nothing,
                BuildFacts.of(nothing, true),
                BuildPlace.of(Path.of(""), new Warnings(silent)),
                new Switches(false, true, false),
                instruments,
                Surroundings.unknown(),
                silent);
        build.collector.startBuild();
        build.collector.phase("outer").phase("inner").close();
        BuildMetrics record = build.complete(build.collector.endBuild(BuildStats.of(Outcome.SUCCESS)));
        RecordEncoder.line(record);
        build.summary(record);
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
            case ForkStarted -> phases.mojoStarted(event.getProject(), event.getMojoExecution());
            // The goal that forked does not start then, and so has no other end.
            case ForkFailed -> phases.mojoEnded(event.getMojoExecution(), Outcome.FAILED, null);
            case MojoStarted -> {
                testGoals.started(event.getMojoExecution());
                phases.mojoStarted(event.getProject(), event.getMojoExecution());
            }
            case MojoSucceeded -> mojoEnded(event, Outcome.SUCCESS);
            case MojoFailed -> mojoEnded(event, Outcome.FAILED);
            default -> {}
        }
    }

    /** What Maven told cannot be recorded: it may have been a download, or which profiles are on. */
    void missed() {
        whole = false;
    }

    private void mojoEnded(ExecutionEvent event, Outcome outcome) {
        Long tests = null;
        try {
            tests = testGoals.ended(event.getProject(), event.getMojoExecution());
        } finally {
            phases.mojoEnded(event.getMojoExecution(), outcome, tests);
        }
    }

    private void discovered(MavenSession session) {
        closeDiscovery(Outcome.SUCCESS);
        names.know(session.getProjects());
        try {
            scenario = scenario.with(PropertyProfiles.of(session.getProjects(), request));
        } finally {
            reactor = reactor(session.getProjectDependencyGraph());
        }
        try {
            TestsParent.handOn(collector.buildId(), session.getProjects(), session.getUserProperties());
        } catch (RuntimeException | LinkageError e) {
            logger.warn("Bengal records runs of tests as if this build were none of theirs: {}", String.valueOf(e));
        }
    }

    private Reactor reactor(ProjectDependencyGraph graph) {
        Map<String, List<String>> needs = new LinkedHashMap<>();
        for (MavenProject module : graph.getSortedProjects()) {
            List<String> needed = new ArrayList<>();
            for (MavenProject other : graph.getUpstreamProjects(module, false)) {
                needed.add(names.phase(other));
            }
            needs.put(names.phase(module), needed);
        }
        return new Reactor(needs, facts.threads());
    }

    private void closeDiscovery(Outcome outcome) {
        Phase open = discovery;
        discovery = null;
        if (open != null) {
            open.outcome(outcome);
            open.close();
        }
    }

    /** Ends the build and saves it; a build that a signal is ending at this moment counts as interrupted. */
    void end(boolean failed) {
        closeDiscovery(failed ? Outcome.FAILED : Outcome.SUCCESS);
        Outcome outcome = isGoingDown() ? Outcome.INTERRUPTED : failed ? Outcome.FAILED : Outcome.SUCCESS;
        BuildMetrics build = completed(collector.endBuild(BuildStats.of(outcome)));
        if (collector.save(build, directory) && !quiet && build.outcome() != Outcome.INTERRUPTED) {
            logger.info(summary(build));
        }
    }

    /** With all that Maven told of it; where that cannot be said, as it was measured. */
    private BuildMetrics completed(BuildMetrics measured) {
        BuildMetrics told = measured;
        try {
            told = complete(measured);
        } catch (RuntimeException | LinkageError e) {
            missed();
            logger.warn("Bengal does not record what Maven told of this build: {}", String.valueOf(e));
        }
        return told.in(scenario.complete(downloads.isAny(), whole));
    }

    private String summary(BuildMetrics build) {
        return SummaryLine.of(build, reactor.needs().size(), tests.ran(), downloads.count())
                + SummaryLine.pointer(build, directory.baseline().of(build));
    }

    private BuildMetrics complete(BuildMetrics measured) {
        return new CompletedRecord(phases.lifecycle()).of(measured, facts, reactor, downloads, tests);
    }

    /** Then no hook can be removed, and to ask for one that is none changes nothing. */
    private static boolean isGoingDown() {
        try {
            Runtime.getRuntime().removeShutdownHook(Thread.currentThread());
            return false;
        } catch (IllegalStateException e) {
            return true;
        }
    }

    /** A build that was not saved by now is not recorded. */
    @Override
    public void close() {
        collector.close();
        SoleRecorder.release(request);
        TestsParent.takeBack(collector.buildId(), request.getUserProperties());
    }

    /** Not a lambda, which would be made at run time, in every build. */
    private record Warnings(Logger logger) implements Consumer<String> {
        @Override
        public void accept(String sentence) {
            logger.warn("Bengal: {}", sentence);
        }
    }

    /** Of a build that a signal ends. */
    private final class Completion implements UnaryOperator<BuildMetrics> {
        @Override
        public BuildMetrics apply(BuildMetrics measured) {
            return completed(measured);
        }
    }
}
