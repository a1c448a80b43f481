package dev.bengal.site.content;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Phase;
import dev.bengal.site.PageFault;
import dev.bengal.site.Publication;
import dev.bengal.site.Withheld;
import dev.bengal.site.content.FrontMatter.Layer;
import dev.bengal.site.content.SiteContent.Attachment;
import dev.bengal.site.incremental.Checksum;
import dev.bengal.site.incremental.SiteMemory;
import dev.bengal.site.incremental.SourceRecord;
import dev.bengal.site.work.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Finds the pages of a site and reads what stands above their text. */
public final class Discovery {
    private final Path folder;
    private final String siteTitle;
    private final Publication publication;
    private final Workers workers;
    private final long startNanos = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    private final PerformanceCollector collector;
    private final List<PageFault> faults;
    private final List<String> warnings;
    private long headers;
    private Withheld withheld = Withheld.NOTHING;
    /** What links elsewhere may name, by file; files without any are not in it. */
    private final Map<String, List<String>> targets = new HashMap<>();

    /**
     * A discovery in {@code root/content}.
     *
     * @param publication which pages are published
     * @param faults gets pages that cannot be built
     * @param warnings gets sentences
     */
    public Discovery(
            Path root,
            String siteTitle,
            Publication publication,
            Workers workers,
            PerformanceCollector collector,
            List<PageFault> faults,
            List<String> warnings) {
        this.folder = root.resolve("content");
        this.siteTitle = siteTitle;
        this.publication = publication;
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
            return new SiteContent(
                    folder, NodeTree.of(settled, siteTitle), attachments(files, settled), headers, targets);
        }
    }

    private List<Page> read(List<String> names, Sources sources) {
        SourceRecord[] records = new SourceRecord[names.size()];
        each(names, i -> records[i] = sources.read(names.get(i)));
        headers = headers(names, records);
        Cascades cascades = Cascades.of(names, records, warnings);
        PageReader reader = new PageReader(folder, siteTitle);
        Page[] pages = new Page[names.size()];
        Standing[] standings = new Standing[names.size()];
        each(names, i -> {
            SourceRecord record = records[i];
            if (record != null) {
                FrontMatter front = front(names.get(i), record, cascades);
                standings[i] = Standing.of(front, publication);
                if (standings[i] == Standing.PUBLISHED) {
                    pages[i] = reader.read(names.get(i), front);
                }
            }
        });
        for (int i = 0; i < records.length; i++) {
            if (records[i] != null && !records[i].targets().isEmpty()) {
                targets.put(names.get(i), records[i].targets());
            }
        }
        List<Standing> all = Arrays.asList(standings);
        withheld =
                new Withheld(Collections.frequency(all, Standing.DRAFT), Collections.frequency(all, Standing.FUTURE));
        return new ArrayList<>(Arrays.stream(pages).filter(Objects::nonNull).toList());
    }

    private static long headers(List<String> names, @Nullable SourceRecord[] records) {
        Checksum checksum = new Checksum();
        for (int i = 0; i < records.length; i++) {
            SourceRecord record = records[i];
            checksum.add(names.get(i)).add(record == null ? 0 : record.header());
        }
        return checksum.value();
    }

    private static FrontMatter front(String source, SourceRecord record, Cascades cascades) {
        Layer own = new Layer(record.frontMatter(), "content/" + source, record.headerLine());
        return new FrontMatter(own, cascades.of(source));
    }

    /** What was read and is not published. */
    public Withheld withheld() {
        return withheld;
    }

    /** Does something with each file, on all threads; what fails is a fault of that file. */
    private void each(List<String> names, Reading reading) {
        PageFault[] failed = new PageFault[names.size()];
        workers.share(names.size(), () -> i -> {
            try {
                reading.read(i);
            } catch (PageException e) {
                failed[i] = e.fault("content/" + names.get(i));
            }
        });
        Arrays.stream(failed).filter(Objects::nonNull).forEach(faults::add);
    }

    /** What is done with one of the files. */
    @FunctionalInterface
    private interface Reading {
        void read(int number) throws PageException;
    }

    private List<Attachment> attachments(ContentFiles files, List<Page> pages) {
        Map<String, Page> indexes = new HashMap<>();
        pages.stream().filter(Page::isIndex).forEach(page -> indexes.put(page.folder(), page));
        return files.attachments().stream()
                .map(source -> Attachment.of(folder, source, indexes.get(Page.folderOf(source))))
                .toList();
    }
}
