package dev.bengal.cli.site;

import dev.bengal.cli.history.Location;
import dev.bengal.cli.history.StoreSetting;
import dev.bengal.cli.recording.Recording;
import dev.bengal.cli.terminal.Surface;
import dev.bengal.collector.CollectorVersion;
import dev.bengal.collector.Instruments;
import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Surroundings;
import dev.bengal.collector.TrackedBuild;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Outcome;
import dev.bengal.model.Scenario;
import dev.bengal.server.preview.PreviewServer;
import dev.bengal.server.preview.Publication;
import dev.bengal.site.BuildOrchestrator;
import dev.bengal.site.Progress;
import dev.bengal.site.SiteBuild;
import dev.bengal.site.SiteException;
import dev.bengal.site.config.Configuration;
import dev.bengal.site.watch.SourceChange;
import java.nio.file.Path;
import java.util.List;

/**
 * Builds a site again and again in one process. Each build is what {@code bengal build} would do; it is shown as soon as it is
 * there, and then recorded. A failed one changes nothing but what is shown.
 */
public final class PreviewBuilds {
    private final Surface surface;
    private final Location location;
    private final SiteOptions options;
    private final LogOptions log;
    private final PreviewLines lines;
    private final Path root;
    private final Instruments instruments;
    private Configuration configuration;
    private Publication shown;
    private boolean isGood;

    /**
     * Builds the site at this place.
     *
     * @throws SiteException if there is no site
     */
    public PreviewBuilds(Surface surface, Location location, SiteOptions options, LogOptions log, PreviewLines lines) {
        this.surface = surface;
        this.location = location;
        this.options = options;
        this.log = log;
        this.lines = lines;
        root = location.root(options.built.site);
        configuration = LoadedConfiguration.of(root, options.built.environment, options.built.baseUrl)
                .configuration();
        BuildOrchestrator.requireSite(root, options.built.target(root, configuration, location));
        shown = publication();
        instruments = options.noMetrics ? Instruments.timingOnly() : Instruments.ofThisJvm();
    }

    /** What is served, as far as the configuration says by now. */
    public Publication publication() {
        return new Publication(
                options.built.target(root, configuration, location),
                configuration.baseUrl().path());
    }

    /** The build with which it begins. */
    public void first(PreviewServer server) {
        Path target = options.built.target(root, configuration, location);
        boolean isFull = options.full || !BuildOrchestrator.remembers(root, target);
        build(isFull ? Scenario.SITE_SERVE_FULL : Scenario.SITE_SERVE_INCREMENTAL, SourceChange.ANYTHING, server);
    }

    /** A build after a change. */
    public void again(SourceChange change, PreviewServer server) {
        build(Scenario.SITE_SERVE_REBUILD, change, server);
    }

    private void build(Scenario scenario, SourceChange change, PreviewServer server) {
        LoadedConfiguration loaded =
                LoadedConfiguration.of(root, options.built.environment, options.built.baseUrl, configuration);
        configuration = loaded.configuration();
        TrackedBuild build = new TrackedBuild(
                Location.project(root, configuration),
                scenario,
                root,
                List.of(publication().folder()),
                "bengal " + CollectorVersion.NUMBER);
        boolean isFirst = !scenario.equals(Scenario.SITE_SERVE_REBUILD);
        try (PerformanceCollector collector = new PerformanceCollector(
                build,
                instruments,
                options.noMetrics ? Surroundings.unknown() : Surroundings.ofThisProcess(),
                surface::warn)) {
            Recording recording = recording();
            recording.watch(collector);
            log.attach(collector, surface);
            collector.startBuild();
            PreviewOutcome outcome = outcome(loaded, collector, isFirst && options.full);
            show(outcome, change, server);
            BuildMetrics measured = collector.endBuild(outcome.stats());
            lines.tell(outcome, measured, isFirst ? SourceChange.NONE : change);
            if (outcome instanceof PreviewOutcome.Built built) {
                lines.withheld(options.built.publication.remark(built.build().withheld()));
            }
            recording.save(measured, collector);
        }
        surface.flush();
    }

    private Recording recording() {
        return options.noMetrics
                ? Recording.OFF
                : Recording.in(
                        location.metrics(root, configuration, options.metrics.folder),
                        StoreSetting.of(configuration, surface),
                        surface);
    }

    /** This is the outermost edge of one of many builds: whatever fails in it must not end those that follow. */
    private PreviewOutcome outcome(LoadedConfiguration loaded, PerformanceCollector collector, boolean isFull) {
        try {
            loaded.requireSound();
            SiteBuild built = new BuildOrchestrator(
                            configuration,
                            root,
                            publication().folder(),
                            options.build(isFull, Progress.NONE),
                            collector)
                    .build();
            return new PreviewOutcome.Built(built);
        } catch (SiteException e) {
            return new PreviewOutcome.Failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            e.printStackTrace(surface.err());
            return new PreviewOutcome.Failed("This should not have happened; please report it: " + e
                    + ". Where it happened is in the terminal.");
        }
    }

    private void show(PreviewOutcome outcome, SourceChange change, PreviewServer server) {
        if (outcome.stats().outcome() != Outcome.SUCCESS) {
            isGood = false;
            server.show(new FaultPages(root).of(outcome));
            return;
        }
        Publication now = publication();
        if (isGood && now.equals(shown) && outcome.changed() == 0) {
            return;
        }
        boolean isMoved = !now.base().equals(shown.base());
        isGood = true;
        shown = now;
        if (change.isStylesOnly()) {
            server.restyle(now);
        } else {
            server.show(now);
        }
        if (isMoved) {
            lines.moved(server.address());
        }
    }
}
