package dev.bengal.cli;

import dev.bengal.collector.Instruments;
import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Surroundings;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.journal.JournalException;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Outcome;
import dev.bengal.model.Scenario;
import dev.bengal.report.BuildLineRenderer;
import dev.bengal.report.BuildReport;
import dev.bengal.report.PerformanceReport;
import dev.bengal.report.PhaseTableRenderer;
import dev.bengal.report.SummaryRenderer;
import dev.bengal.site.BuildOrchestrator;
import dev.bengal.site.PageFault;
import dev.bengal.site.SiteBuild;
import dev.bengal.site.SiteException;
import dev.bengal.site.config.Configuration;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.JournalStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bengal build}: builds a site and records the build. */
@Command(name = "build", description = "Builds a site, records the build and shows what it took.")
final class BuildCommand implements Callable<Integer> {
    private static final int FAILED = 2;
    private static final int FAULTS_SHOWN = 50;

    private final Surface surface;
    private final Location location;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "SITE",
            defaultValue = ".",
            description = "The site's folder, which holds content/; by default this one.")
    private Path site = Path.of(".");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Where the result goes; by default public/ in the site's folder.")
    private @Nullable Path output;

    @Option(
            names = {"-e", "--environment"},
            paramLabel = "NAME",
            description = "Read config/environments/NAME.yaml over the rest.")
    private @Nullable String environment;

    @Option(names = "--no-metrics", description = "Do not record this build.")
    private boolean noMetrics;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every phase.")
    private boolean verbose;

    @Mixin
    private final MetricsOptions metrics = new MetricsOptions();

    BuildCommand(Surface surface, Location location) {
        this.surface = surface;
        this.location = location;
    }

    @Override
    public Integer call() throws IOException {
        Path root = location.root(site);
        // The probes take their time to load; meanwhile the configuration is read.
        CompletableFuture<Instruments> instruments =
                CompletableFuture.supplyAsync(noMetrics ? Instruments::timingOnly : Instruments::ofThisJvm);
        Configuration configuration = Configuration.load(root, environment);
        Path target = output == null ? root.resolve(configuration.outputDir()) : location.typed(output);
        TrackedBuild build = new TrackedBuild(
                Location.project(root, configuration), Scenario.SITE_FULL, root, List.of(target), Version.number());
        if (!Files.isDirectory(root)) {
            throw new SiteException(
                    "There is no folder " + root + "; give the folder of a site, which holds content/.");
        }
        try (PerformanceCollector collector = new PerformanceCollector(
                build,
                instruments.join(),
                noMetrics ? Surroundings.unknown() : Surroundings.ofThisProcess(),
                surface::warn)) {
            MetricsDirectory directory = location.metrics(root, configuration, metrics.folder);
            if (!noMetrics) {
                collector.recordInterruptionsIn(directory);
            }
            return build(new BuildOrchestrator(configuration, root, target, collector), collector, directory);
        }
    }

    private int build(BuildOrchestrator orchestrator, PerformanceCollector collector, MetricsDirectory directory)
            throws IOException {
        collector.startBuild();
        try {
            SiteBuild built = orchestrator.build();
            printFaults(built);
            conclude(collector.endBuild(built.stats()), collector, directory);
            return built.stats().outcome() == Outcome.SUCCESS ? 0 : FAILED;
        } catch (RuntimeException | Error e) {
            record(collector.endBuild(BuildStats.of(Outcome.FAILED)), collector, directory);
            throw e;
        }
    }

    private void printFaults(SiteBuild built) {
        built.warnings().stream().limit(FAULTS_SHOWN).forEach(surface::warn);
        List<PageFault> faults = built.faults();
        faults.stream().limit(FAULTS_SHOWN).forEach(fault -> surface.err().println("error: " + fault));
        if (!faults.isEmpty()) {
            surface.err()
                    .println(faults.size() + (faults.size() == 1 ? " page" : " pages")
                            + " could not be built; the other " + built.stats().pageCount() + " were.");
        }
    }

    private void conclude(BuildMetrics build, PerformanceCollector collector, MetricsDirectory directory)
            throws IOException {
        Recorded recorded = noMetrics ? Recorded.NOT : record(build, collector, directory);
        BuildReport report = BuildReport.of(build, recorded.previous());
        new BuildLineRenderer().render(report, surface.out());
        if (verbose || recorded.first()) {
            surface.out().println();
            new PhaseTableRenderer().render(report, surface.out());
        }
        if (recorded.first()) {
            surface.err().println();
            surface.err()
                    .println("This was the first build recorded here. The history lies in " + directory.folder() + "; '"
                            + perfCommand() + "' shows it.");
        }
    }

    private String perfCommand() {
        return site.equals(Path.of(".")) ? "bengal perf" : "bengal perf -C " + site;
    }

    /** Saves the build, and the summary of its scenario beside it. */
    private Recorded record(BuildMetrics build, PerformanceCollector collector, MetricsDirectory directory) {
        if (noMetrics) {
            return Recorded.NOT;
        }
        try {
            JournalStore store = JournalStore.of(directory, build.identity().project());
            boolean first = store.latest(BuildFilter.ALL, 1).isEmpty();
            List<BuildRecord> baseline = store.latest(BuildFilter.baselineOf(build), 10);
            if (!collector.save(build, directory)) {
                return Recorded.NOT;
            }
            writeSummary(build, baseline, directory);
            Optional<BuildMetrics> previous = baseline.isEmpty() || build.outcome() != Outcome.SUCCESS
                    ? Optional.empty()
                    : Optional.of(baseline.get(baseline.size() - 1).build());
            return new Recorded(first, previous);
        } catch (JournalException e) {
            surface.warn("the history could not be used: " + e.getMessage());
            return Recorded.NOT;
        }
    }

    private void writeSummary(BuildMetrics build, List<BuildRecord> baseline, MetricsDirectory directory) {
        BuildRecord newest = new BuildRecord(build, RecordEncoder.line(build));
        List<BuildRecord> builds = new ArrayList<>(baseline);
        builds.add(newest);
        StringBuilder summary = new StringBuilder();
        try {
            new SummaryRenderer().render(newest, PerformanceReport.of(builds), summary);
            directory.writeSummary(summary.toString());
        } catch (IOException e) {
            throw new JournalException("summary.json could not be drawn: " + e.getMessage(), e);
        }
    }

    /**
     * What the history held when a build was saved.
     *
     * @param first whether it held nothing
     * @param previous the newest build that may be compared
     */
    private record Recorded(boolean first, Optional<BuildMetrics> previous) {
        static final Recorded NOT = new Recorded(false, Optional.empty());
    }
}
