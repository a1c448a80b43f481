package dev.bengal.site;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Phase;
import dev.bengal.site.config.Configuration;
import dev.bengal.site.incremental.MemoryFile;
import dev.bengal.site.output.OutputFolder;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The third phase: what a site has besides its pages. A file of {@code static/} covers the one made here. */
final class Postprocess {
    private final Configuration configuration;
    private final RenderedSite site;
    private final MemoryFile memory;
    private final PerformanceCollector collector;
    private final OutputFolder output;

    Postprocess(Configuration configuration, RenderedSite site, MemoryFile memory, PerformanceCollector collector) {
        this.configuration = configuration;
        this.site = site;
        this.memory = memory;
        this.collector = collector;
        this.output = site.press().output();
    }

    /** Makes the files; answers how many of them are pages. */
    long run(List<PageFault> faults, List<String> warnings) {
        new ListFiles(configuration, site, collector).make();
        Documents documents = new Documents(site.press(), site.press().content());
        long pages = notFound(documents, faults);
        redirect(documents, faults, warnings);
        settle(faults.isEmpty(), warnings);
        return pages;
    }

    private long notFound(Documents documents, List<PageFault> faults) {
        try (Phase phase = collector.phase("not found")) {
            Optional<Document> document = documents.notFound();
            long pages = make(document.stream().toList(), faults);
            phase.recordItems(pages);
            return pages;
        }
    }

    private void redirect(Documents documents, List<PageFault> faults, List<String> warnings) {
        try (Phase phase = collector.phase("redirects")) {
            phase.recordItems(make(documents.redirects(warnings), faults));
        }
    }

    private long make(List<Document> documents, List<PageFault> faults) {
        List<Made> made = site.run().make(documents);
        made.stream().map(Made::fault).filter(Objects::nonNull).forEach(faults::add);
        return made.stream().filter(Made::isThere).count();
    }

    /** Deletes what is stale, and notes for the next build what this one did. */
    private void settle(boolean complete, List<String> warnings) {
        try (Phase phase = collector.phase("stale")) {
            phase.recordItems(output.settle(complete));
        } catch (IOException e) {
            warnings.add("Files of earlier builds were left in the output: " + e + ".");
        }
        try (Phase phase = collector.phase("write cache")) {
            memory.write(site.press().memory());
            phase.recordItems(site.pages());
        } catch (IOException e) {
            warnings.add("The next build will be a full one, for nothing could be noted for it: " + e + ".");
        }
    }
}
