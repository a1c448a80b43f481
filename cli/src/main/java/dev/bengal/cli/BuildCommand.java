package dev.bengal.cli;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.StoreSetting;
import dev.bengal.cli.recording.Profiling;
import dev.bengal.cli.recording.Recording;
import dev.bengal.cli.site.LoadedConfiguration;
import dev.bengal.cli.site.LogOptions;
import dev.bengal.cli.site.SiteOptions;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.cli.terminal.ProgressLine;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.collector.CollectorVersion;
import dev.bengal.collector.Instruments;
import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Surroundings;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Outcome;
import dev.bengal.model.Scenario;
import dev.bengal.report.build.AllocatorTableRenderer;
import dev.bengal.report.build.BuildLineRenderer;
import dev.bengal.report.build.BuildReport;
import dev.bengal.report.build.PhaseTableRenderer;
import dev.bengal.site.BuildOrchestrator;
import dev.bengal.site.PageFault;
import dev.bengal.site.Progress;
import dev.bengal.site.SiteBuild;
import dev.bengal.site.config.Configuration;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bengal build}: builds a site and records the build. */
@Command(
        name = "build",
        description = "Builds a site, records the build and shows what it took.",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the site is built",
            "1:with --strict: it is built, and there was something to warn of",
            "2:wrong usage, or a page or the whole build failed"
        })
final class BuildCommand implements Callable<Integer> {
    private static final int WARNED = 1;
    private static final int FAILED = 2;
    private static final int LINES_SHOWN = 50;

    private final Surface surface;
    private final Location location;

    @Mixin
    private final SiteOptions options = new SiteOptions();

    @Option(
            names = "--strict",
            description = "Fail where there is something to warn of; the site is written all the same.")
    private boolean strict;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every phase.")
    private boolean verbose;

    @Mixin
    private final LogOptions log = new LogOptions();

    @Mixin
    private final AllocationOption allocations = new AllocationOption();

    BuildCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    /** As a command line says that was read without the parser. */
    BuildCommand(Surface surface, Location location, PlainBuild plain) {
        this(surface, location);
        options.built.site = plain.site() == null ? options.built.site : plain.site();
        options.built.output = plain.output();
        options.built.environment = plain.environment();
        options.full = plain.full();
        options.noMetrics = plain.noMetrics();
        verbose = plain.verbose();
    }

    @Override
    public Integer call() throws IOException {
        options.check();
        Path root = location.root(options.built.site);
        // The probes take their time to load; meanwhile the configuration is read.
        CompletableFuture<Instruments> instruments =
                CompletableFuture.supplyAsync(options.noMetrics ? Instruments::timingOnly : Instruments::ofThisJvm);
        LoadedConfiguration loaded = LoadedConfiguration.of(root, options.built.environment, options.built.baseUrl);
        Configuration configuration = loaded.configuration();
        Path target = options.built.target(root, configuration, location);
        ProgressLine line = new ProgressLine(surface.err(), System::nanoTime);
        TrackedBuild build = new TrackedBuild(
                Location.project(root, configuration),
                options.full || !BuildOrchestrator.remembers(root, target)
                        ? Scenario.SITE_FULL
                        : Scenario.SITE_INCREMENTAL,
                root,
                List.of(target),
                "bengal " + CollectorVersion.NUMBER);
        try (PerformanceCollector collector = new PerformanceCollector(
                build,
                instruments.join(),
                options.noMetrics ? Surroundings.unknown() : Surroundings.ofThisProcess(),
                surface::warn)) {
            BuildOrchestrator orchestrator = new BuildOrchestrator(
                    configuration,
                    root,
                    target,
                    options.build(options.full, surface.isErrTerminal() ? line : Progress.NONE),
                    collector);
            MetricsDirectory directory = location.metrics(root, configuration, options.metrics.folder);
            Recording recording = options.noMetrics
                    ? Recording.OFF
                    : Recording.in(directory, StoreSetting.of(configuration, surface), surface);
            boolean profiled = isProfiled(build.project(), configuration, directory);
            try (Profiling profiling = Profiling.start(profiled, surface)) {
                recording.watch(collector);
                log.attach(collector, surface);
                if (!profiled) {
                    // The rehearsal allocates, too, and would stand among what the build does.
                    recording.rehearse(collector, build);
                }
                collector.startBuild();
                return run(() -> build(loaded, orchestrator, line), collector, recording, profiling);
            }
        }
    }

    private boolean isProfiled(String project, Configuration configuration, MetricsDirectory directory) {
        if (options.noMetrics && allocations.isAsked()) {
            throw new CommandException("--allocations adds to the record, and --no-metrics asks for none.");
        }
        return !options.noMetrics && allocations.isWanted(configuration, JournalStore.of(directory, project));
    }

    private int run(
            Supplier<SiteBuild> pipeline, PerformanceCollector collector, Recording recording, Profiling profiling)
            throws IOException {
        SiteBuild built;
        try {
            built = pipeline.get();
        } catch (RuntimeException | Error e) {
            recording.save(collector.endBuild(BuildStats.of(Outcome.FAILED)), collector);
            throw e;
        }
        BuildMetrics measured = collector.endBuild(built.stats());
        profiling.stop();
        printFaults(built);
        BuildMetrics build = profiling.describe(measured);
        Recording.Result recorded = recording.save(build, collector);
        profiling.keep(build, recorded);
        conclude(build, recorded);
        return exitCode(built);
    }

    private int exitCode(SiteBuild built) {
        if (built.stats().outcome() != Outcome.SUCCESS) {
            return FAILED;
        }
        int warnings = built.warnings().size();
        if (!strict || warnings == 0) {
            return 0;
        }
        surface.err()
                .println("--strict: " + warnings + (warnings == 1 ? " warning" : " warnings")
                        + " above; without --strict this is no failure.");
        return WARNED;
    }

    private static SiteBuild build(LoadedConfiguration loaded, BuildOrchestrator orchestrator, ProgressLine line) {
        loaded.requireSound();
        try (line) {
            return orchestrator.build();
        }
    }

    private void printFaults(SiteBuild built) {
        built.warnings().stream().limit(LINES_SHOWN).forEach(surface::warn);
        if (built.warnings().size() > LINES_SHOWN) {
            surface.warn("... and " + (built.warnings().size() - LINES_SHOWN) + " more");
        }
        options.built.publication.remark(built.withheld()).ifPresent(surface.err()::println);
        List<PageFault> faults = built.faults();
        faults.stream().limit(LINES_SHOWN).forEach(fault -> surface.err().println("error: " + fault));
        if (!faults.isEmpty()) {
            surface.err()
                    .println(faults.size() + (faults.size() == 1 ? " page" : " pages")
                            + " could not be built; pages built: "
                            + built.stats().pageCount());
        }
    }

    private void conclude(BuildMetrics build, Recording.Result recorded) throws IOException {
        BuildReport report = BuildReport.of(build, recorded.usual());
        new BuildLineRenderer().render(report, surface.out());
        if (verbose || recorded.isFirst()) {
            surface.out().println();
            new PhaseTableRenderer().render(report, surface.out());
        }
        if (allocations.isAsked() || verbose) {
            renderAllocators(build);
        }
        if (recorded.isFirst()) {
            String where = location.optionFor(location.root(options.built.site)) + options.metrics.asTyped();
            surface.out().flush();
            surface.err().println();
            surface.err()
                    .println("This was the first build recorded here; the history lies in "
                            + recorded.folder().orElseThrow() + ". To see it: " + surface.command() + " perf" + where);
        }
    }

    private void renderAllocators(BuildMetrics build) throws IOException {
        StringBuilder table = new StringBuilder();
        new AllocatorTableRenderer().render(build, table);
        if (!table.isEmpty()) {
            surface.out().println();
            surface.out().append(table);
        }
    }
}
