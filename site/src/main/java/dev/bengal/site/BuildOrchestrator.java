package dev.bengal.site;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Phase;
import dev.bengal.model.BuildStats;
import dev.bengal.model.Outcome;
import dev.bengal.site.config.Configuration;
import dev.bengal.site.config.ConfigurationCheck;
import dev.bengal.site.content.Discovery;
import dev.bengal.site.content.SiteContent;
import dev.bengal.site.incremental.MemoryFile;
import dev.bengal.site.incremental.SiteMemory;
import dev.bengal.site.output.OutputFolder;
import dev.bengal.site.work.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * The pipeline of a site build: {@code output}, {@code discovery}, {@code rendering}, {@code postprocess}, each a phase, most with
 * children.
 *
 * <p>The same input gives the same bytes, on any number of threads, and whatever was built before. The text of a page is in
 * memory only while it is rendered.
 */
public final class BuildOrchestrator {
    private final Configuration configuration;
    private final Path root;
    private final Path output;
    private final BuildOptions options;
    private final PerformanceCollector collector;
    private final List<PageFault> faults = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /**
     * A build of a site that is there.
     *
     * @param root the folder of the site, with {@code content/} in it
     * @param output the folder for the result; made where there is none, and never emptied
     * @param collector one whose build has been started by the time {@link #build} is called
     * @throws SiteException if there is no site in {@code root}, or the output would lie among its sources
     */
    public BuildOrchestrator(
            Configuration configuration, Path root, Path output, BuildOptions options, PerformanceCollector collector) {
        this.configuration = configuration;
        this.options = options;
        this.root = root.toAbsolutePath().normalize();
        this.output = output.toAbsolutePath().normalize();
        this.collector = collector;
        requireSite(this.root, this.output);
    }

    /**
     * Builds the site. A page that cannot be built is a fault in the answer; the others are written.
     *
     * @throws SiteException if a template is broken, or the output cannot be written
     */
    public SiteBuild build() {
        Opened opened =
                phase("output", opening -> open(), it -> it.folder().files().size());
        try (OutputFolder folder = opened.folder();
                Workers workers = new Workers(options.jobs())) {
            return build(folder, opened.file(), workers);
        }
    }

    private Opened open() {
        OutputFolder folder = new OutputFolder(root, output);
        return new Opened(folder, new MemoryFile(root, folder.folder()));
    }

    private SiteBuild build(OutputFolder folder, MemoryFile file, Workers workers) {
        phase(
                "configuration",
                checking -> warnings.addAll(ConfigurationCheck.warnings(configuration)),
                odd -> configuration.entries().size());
        Found found = phase(
                "discovery",
                discovery -> discover(discovery, file, workers),
                it -> it.content().nodes().size());
        RenderedSite rendered = phase(
                "rendering",
                rendering -> new SiteRendering(
                                configuration,
                                root,
                                folder,
                                found.content(),
                                found.memory(),
                                workers,
                                options.progress(),
                                collector)
                        .run(faults, warnings),
                RenderedSite::pages);
        long extra = phase(
                "postprocess",
                postprocess -> new Postprocess(configuration, rendered, file, collector).run(faults, warnings),
                written -> rendered.pages());
        Outcome outcome = faults.isEmpty() ? Outcome.SUCCESS : Outcome.FAILED;
        BuildStats stats = new BuildStats(
                outcome, rendered.pages(), rendered.pages() + rendered.generated() + extra, rendered.assets());
        return new SiteBuild(
                stats,
                List.copyOf(new TreeSet<>(faults)),
                warnings,
                found.withheld(),
                rendered.anew(),
                folder.changed(),
                folder.folder());
    }

    private Found discover(Phase phase, MemoryFile file, Workers workers) {
        Discovery discovery =
                new Discovery(root, configuration.title(), options.publication(), workers, collector, faults, warnings);
        return workers.both(
                discovery::walk,
                () -> recall(phase, file),
                (files, memory) -> new Found(discovery.discover(files, memory), discovery.withheld(), memory));
    }

    private SiteMemory recall(Phase discovery, MemoryFile file) {
        if (options.full()) {
            return SiteMemory.empty();
        }
        try (Phase phase = discovery.phase("read cache")) {
            SiteMemory memory = file.read();
            phase.recordItems(memory.size());
            return memory;
        }
    }

    /**
     * Whether there is a memory of a build of this site into this folder, so that a build makes only what changed.
     *
     * @param output need not be there
     */
    public static boolean remembers(Path root, Path output) {
        try {
            return new MemoryFile(root.toAbsolutePath().normalize(), output.toRealPath()).isThere();
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Says at once what no build of a site could do with.
     *
     * @param output need not be there
     * @throws SiteException if there is no site in {@code root}, or the output would lie among its sources
     */
    public static void requireSite(Path root, Path output) {
        Path folder = root.toAbsolutePath().normalize();
        requireOutputApart(folder, output.toAbsolutePath().normalize());
        requireContent(folder);
    }

    private static void requireContent(Path root) {
        if (!Files.isDirectory(root)) {
            throw new SiteException(
                    "There is no folder " + root + "; name the folder of a site, which holds content/.");
        }
        Path content = root.resolve("content");
        if (!Files.isDirectory(content)) {
            throw new SiteException("There is no folder " + content + "; a site has its Markdown files there.");
        }
    }

    private static void requireOutputApart(Path root, Path output) {
        for (String own : List.of("content", "templates", "assets", "static", "data", "config")) {
            Path folder = root.resolve(own);
            if (isMixed(folder, output) || isMixed(real(folder), real(output))) {
                throw new SiteException("The output folder " + output + " would mix with the site's own " + folder
                        + "; choose another one, such as " + root.resolve("public") + ".");
            }
        }
    }

    private static boolean isMixed(Path one, Path other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    /** Where a path leads through links, as far as it exists. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            Path parent = path.getParent();
            return parent == null ? path : real(parent).resolve(String.valueOf(path.getFileName()));
        }
    }

    /** Where the result goes, and what is known of it. */
    private record Opened(OutputFolder folder, MemoryFile file) {}

    private record Found(SiteContent content, Withheld withheld, SiteMemory memory) {}

    private <T> T phase(String name, Function<Phase, T> work, ToLongFunction<T> items) {
        try (Phase phase = collector.phase(name)) {
            try {
                T result = work.apply(phase);
                phase.recordItems(items.applyAsLong(result));
                return result;
            } catch (RuntimeException e) {
                phase.outcome(Outcome.FAILED);
                throw e;
            }
        }
    }
}
