package dev.bengal.site.content;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Phase;
import dev.bengal.site.PageFault;
import dev.bengal.site.content.SiteContent.Attachment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the pages of a site and reads what stands above their text. */
public final class Discovery {
    private final Path folder;
    private final String siteTitle;
    private final PerformanceCollector collector;
    private final List<PageFault> faults;
    private final List<String> warnings;

    /**
     * A discovery in {@code root/content}.
     *
     * @param faults gets pages that cannot be built
     * @param warnings gets sentences
     */
    public Discovery(
            Path root,
            String siteTitle,
            PerformanceCollector collector,
            List<PageFault> faults,
            List<String> warnings) {
        this.folder = root.resolve("content");
        this.siteTitle = siteTitle;
        this.collector = collector;
        this.faults = faults;
        this.warnings = warnings;
    }

    /** Walks, reads and arranges, a phase each. */
    public SiteContent discover() {
        ContentFiles files;
        try (Phase phase = collector.phase("walk")) {
            files = ContentWalk.of(folder);
            faults.addAll(files.faults());
            warnings.addAll(files.warnings());
            phase.recordItems(files.pages().size() + files.attachments().size());
        }
        List<Page> pages;
        try (Phase phase = collector.phase("front matter")) {
            pages = read(files.pages());
            phase.recordItems(files.pages().size());
        }
        try (Phase phase = collector.phase("sections")) {
            List<Page> settled = new Addresses(faults, warnings).settle(pages);
            phase.recordItems(settled.size());
            return new SiteContent(folder, NodeTree.of(settled, siteTitle), attachments(files, settled));
        }
    }

    private List<Page> read(List<String> sources) {
        PageReader reader = new PageReader(folder, siteTitle);
        List<Page> pages = new ArrayList<>(sources.size());
        for (String source : sources) {
            try {
                reader.read(source).ifPresent(pages::add);
            } catch (PageException e) {
                faults.add(e.fault("content/" + source));
            }
        }
        return pages;
    }

    private List<Attachment> attachments(ContentFiles files, List<Page> pages) {
        Map<String, Page> indexes = new HashMap<>();
        pages.stream().filter(Page::isIndex).forEach(page -> indexes.put(page.folder(), page));
        return files.attachments().stream()
                .map(source -> Attachment.of(folder, source, indexes.get(Page.folderOf(source))))
                .toList();
    }
}
