package dev.bengal.site.content;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Phase;
import dev.bengal.site.PageFault;
import dev.bengal.site.content.SiteContent.Attachment;
import dev.bengal.site.incremental.SiteMemory;
import dev.bengal.site.work.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Finds the pages of a site and reads what stands above their text. */
public final class Discovery {
    private final Path folder;
    private final String siteTitle;
    private final boolean drafts;
    private final Workers workers;
    private final long startNanos = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    private final PerformanceCollector collector;
    private final List<PageFault> faults;
    private final List<String> warnings;

    /**
     * A discovery in {@code root/content}.
     *
     * @param drafts whether drafts are pages too
     * @param faults gets pages that cannot be built
     * @param warnings gets sentences
     */
    public Discovery(
            Path root,
            String siteTitle,
            boolean drafts,
            Workers workers,
            PerformanceCollector collector,
            List<PageFault> faults,
            List<String> warnings) {
        this.folder = root.resolve("content");
        this.siteTitle = siteTitle;
        this.drafts = drafts;
        this.workers = workers;
        this.collector = collector;
        this.faults = faults;
        this.warnings = warnings;
    }

    /** Finds the files. */
    public ContentFiles walk() {
        try (Phase phase = collector.phase("walk")) {
            ContentFiles files = ContentWalk.of(folder);
            phase.recordItems(files.pages().size() + files.attachments().size());
            return files;
        }
    }

    /**
     * Reads and arranges what was found, a phase each.
     *
     * @param memory of the build before; gets what is read
     */
    public SiteContent discover(ContentFiles files, SiteMemory memory) {
        faults.addAll(files.faults());
        warnings.addAll(files.warnings());
        List<Page> pages;
        try (Phase phase = collector.phase("front matter")) {
            pages = read(files.pages(), new Sources(folder, files.stamps(), memory, startNanos));
            phase.recordItems(files.pages().size());
        }
        try (Phase phase = collector.phase("sections")) {
            List<Page> settled = new Addresses(faults, warnings).settle(pages);
            phase.recordItems(settled.size());
            return new SiteContent(folder, NodeTree.of(settled, siteTitle), attachments(files, settled));
        }
    }

    private List<Page> read(List<String> names, Sources sources) {
        PageReader reader = new PageReader(folder, siteTitle, drafts);
        Page[] pages = new Page[names.size()];
        PageFault[] failed = new PageFault[names.size()];
        workers.share(names.size(), () -> i -> {
            try {
                Optional<Page> page = reader.read(names.get(i), sources);
                if (page.isPresent()) {
                    pages[i] = page.get();
                }
            } catch (PageException e) {
                failed[i] = e.fault("content/" + names.get(i));
            }
        });
        Arrays.stream(failed).filter(Objects::nonNull).forEach(faults::add);
        return new ArrayList<>(Arrays.stream(pages).filter(Objects::nonNull).toList());
    }

    private List<Attachment> attachments(ContentFiles files, List<Page> pages) {
        Map<String, Page> indexes = new HashMap<>();
        pages.stream().filter(Page::isIndex).forEach(page -> indexes.put(page.folder(), page));
        return files.attachments().stream()
                .map(source -> Attachment.of(folder, source, indexes.get(Page.folderOf(source))))
                .toList();
    }
}
