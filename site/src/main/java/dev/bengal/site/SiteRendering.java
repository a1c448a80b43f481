package dev.bengal.site;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Phase;
import dev.bengal.site.config.Configuration;
import dev.bengal.site.content.Answers;
import dev.bengal.site.content.DatedLists;
import dev.bengal.site.content.Node;
import dev.bengal.site.content.Page;
import dev.bengal.site.content.SiteContent;
import dev.bengal.site.content.SiteLinks;
import dev.bengal.site.content.Term;
import dev.bengal.site.data.DataFiles;
import dev.bengal.site.incremental.Checksum;
import dev.bengal.site.incremental.ModelChecksum;
import dev.bengal.site.incremental.SiteMemory;
import dev.bengal.site.markdown.MarkdownRenderer;
import dev.bengal.site.markdown.MarkupSettings;
import dev.bengal.site.menu.Menus;
import dev.bengal.site.output.ListedPage;
import dev.bengal.site.output.OutputFolder;
import dev.bengal.site.theme.Assets;
import dev.bengal.site.theme.PageModel;
import dev.bengal.site.theme.Templates;
import dev.bengal.site.work.Lazy;
import dev.bengal.site.work.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The second phase: assets, pages, and the lists that no file stands for. */
final class SiteRendering {
    private final Configuration configuration;
    private final Path root;
    private final OutputFolder output;
    private final SiteContent content;
    private final SiteMemory memory;
    private final Workers workers;
    private final Progress progress;
    private final PerformanceCollector collector;
    private final SiteLinks links;
    private final List<List<Term>> taxonomies;
    private final DatedLists dated;
    private final List<ListedPage> listed = new ArrayList<>();
    private long pages;
    private long generated;
    private long assets;
    private long anew;

    SiteRendering(
            Configuration configuration,
            Path root,
            OutputFolder output,
            SiteContent content,
            SiteMemory memory,
            Workers workers,
            Progress progress,
            PerformanceCollector collector) {
        this.configuration = configuration;
        this.root = root;
        this.output = output;
        this.content = content;
        this.memory = memory;
        this.workers = workers;
        this.progress = progress;
        this.collector = collector;
        this.links = new SiteLinks(configuration.baseUrl());
        this.taxonomies = List.of(Term.tags(content), Term.categories(content));
        this.dated = new DatedLists(content, taxonomies);
    }

    RenderedSite run(List<PageFault> faults, List<String> warnings) {
        Press press = press(warnings);
        PressRun run = new PressRun(press, workers, progress);
        Documents documents = new Documents(press, content);
        try (Phase phase = collector.phase("pages")) {
            List<Document> wanted = documents.pages(faults);
            List<Made> made = run.make(wanted, phase);
            for (int i = 0; i < made.size(); i++) {
                conclude(wanted.get(i), made.get(i), documents, faults, warnings);
            }
            phase.recordItems(pages);
        }
        try (Phase phase = collector.phase("lists")) {
            List<Document> wanted = documents.parts(warnings);
            run.make(wanted).forEach(made -> count(made, faults));
            phase.recordItems(wanted.size());
        }
        try (Phase phase = collector.phase("taxonomies")) {
            List<Document> wanted = documents.taxonomies(taxonomies, warnings);
            run.make(wanted).forEach(made -> count(made, faults));
            phase.recordItems(wanted.size());
        }
        try (Phase phase = collector.phase("files")) {
            long copied = new CopiedFiles(root, output, memory, workers).copy(content.attachments(), faults, warnings);
            phase.recordItems(copied);
            assets += copied;
        }
        return new RenderedSite(press, run, links, listed, dated, pages, generated, assets, anew);
    }

    private Press press(List<String> warnings) {
        Assets published;
        try (Phase phase = collector.phase("assets")) {
            boolean fingerprint =
                    !configuration.string("assets.fingerprint").orElse("true").equals("false");
            published = Assets.publish(root, output, links, fingerprint);
            phase.recordItems(published.size());
            assets += published.size();
        }
        Templates templates;
        try (Phase phase = collector.phase("templates")) {
            templates = new Templates(root, published);
            phase.recordItems(templates.size());
        }
        DataFiles data;
        try (Phase phase = collector.phase("data")) {
            data = DataFiles.of(root);
            phase.recordItems(data.size());
        }
        Map<String, Object> menus;
        try (Phase phase = collector.phase("menus")) {
            menus = new Menus(
                            configuration,
                            root,
                            content,
                            links,
                            data.tree(),
                            Documents.taxonomyPaths(taxonomies),
                            warnings)
                    .model();
            phase.recordItems(menus.size());
        }
        boolean feed = content.nodes().stream()
                .map(Node::page)
                .anyMatch(page -> page != null && page.listing().dated());
        long checksum = SiteChecksum.of(configuration, root, templates, published);
        long arrangement = new Checksum()
                .add(checksum)
                .add(content.checksum())
                .add(new ModelChecksum().of(menus))
                .value();
        return new Press(
                content,
                new Lazy<>(() -> new MarkdownRenderer(links, MarkupSettings.of(configuration))),
                new PageModel(configuration, content, links, templates, menus, data.tree(), dated, feed),
                templates,
                output,
                new Answers(root, content),
                memory,
                checksum,
                arrangement,
                memory.arrange(arrangement));
    }

    private void conclude(
            Document document, Made made, Documents documents, List<PageFault> faults, List<String> warnings) {
        Document.Text text = document.text();
        if (text == null) {
            count(made, faults);
            return;
        }
        Page page = text.page();
        made.remarks().forEach(remark -> warnings.add(remark + "."));
        documents.remarkOnTemplate(page).ifPresent(warnings::add);
        if (made.fault() != null) {
            faults.add(made.fault());
            return;
        }
        pages++;
        anew += made.anew() ? 1 : 0;
        list(text.node(), page, made.excerpt());
    }

    private void count(Made made, List<PageFault> faults) {
        if (made.fault() != null) {
            faults.add(made.fault());
        } else {
            generated++;
            anew += made.anew() ? 1 : 0;
        }
    }

    private void list(Node node, Page page, String excerpt) {
        if (!page.listing().hidden()) {
            String description = page.headline().description();
            listed.add(new ListedPage(
                    page.path(),
                    page.headline().title(),
                    description.isEmpty() ? excerpt : description,
                    node.parent() == null ? "" : node.topSection().headline().navTitle(),
                    page.listing().date()));
        }
    }
}
