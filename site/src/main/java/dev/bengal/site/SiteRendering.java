package dev.bengal.site;

import dev.bengal.collector.PerformanceCollector;
import dev.bengal.collector.Phase;
import dev.bengal.site.config.Configuration;
import dev.bengal.site.content.Node;
import dev.bengal.site.content.Page;
import dev.bengal.site.content.PageException;
import dev.bengal.site.content.SiteContent;
import dev.bengal.site.content.SiteContent.Attachment;
import dev.bengal.site.content.SiteLinks;
import dev.bengal.site.content.SitePath;
import dev.bengal.site.content.Term;
import dev.bengal.site.markdown.MarkdownRenderer;
import dev.bengal.site.markdown.RenderedText;
import dev.bengal.site.output.ListedPage;
import dev.bengal.site.output.OutputFolder;
import dev.bengal.site.theme.Assets;
import dev.bengal.site.theme.FileTree;
import dev.bengal.site.theme.PageModel;
import dev.bengal.site.theme.Templates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The second phase: assets, pages, and the lists that no file stands for. */
final class SiteRendering {
    private final Configuration configuration;
    private final Path root;
    private final OutputFolder output;
    private final SiteContent content;
    private final PerformanceCollector collector;
    private final SiteLinks links;
    private final List<ListedPage> listed = new ArrayList<>();
    private long pages;
    private long generated;
    private long assets;

    SiteRendering(
            Configuration configuration,
            Path root,
            OutputFolder output,
            SiteContent content,
            PerformanceCollector collector) {
        this.configuration = configuration;
        this.root = root;
        this.output = output;
        this.content = content;
        this.collector = collector;
        this.links = new SiteLinks(configuration.baseUrl());
    }

    RenderedSite run(List<PageFault> faults, List<String> warnings) {
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
        boolean feed = content.nodes().stream()
                .map(Node::page)
                .anyMatch(page -> page != null && page.listing().dated());
        PageModel model = new PageModel(configuration, content, links, templates, feed);
        PageWriter writer = new PageWriter(templates, output, faults);
        try (Phase phase = collector.phase("pages")) {
            renderPages(writer, model, faults, warnings);
            phase.recordItems(pages);
        }
        try (Phase phase = collector.phase("lists")) {
            renderLists(writer, model);
            phase.recordItems(generated);
        }
        try (Phase phase = collector.phase("files")) {
            phase.recordItems(copyFiles(faults, warnings));
        }
        return new RenderedSite(content, output, links, writer, model, listed, pages, generated, assets);
    }

    private void renderPages(PageWriter writer, PageModel model, List<PageFault> faults, List<String> warnings) {
        MarkdownRenderer markdown = new MarkdownRenderer(content, links);
        for (Node node : content.nodes()) {
            Page page = node.page();
            if (page == null) {
                continue;
            }
            try {
                RenderedText text = markdown.render(page, content.text(page));
                text.remarks().forEach(remark -> warnings.add(page.file() + ": " + remark + "."));
                String template = writer.template(node, page, warnings);
                if (writer.writePage(page.file(), page.path(), template, () -> model.of(node, text))) {
                    pages++;
                    list(node, page, text);
                }
            } catch (PageException e) {
                faults.add(e.fault(page.file()));
            }
        }
    }

    private void list(Node node, Page page, RenderedText text) {
        if (!page.listing().hidden()) {
            String description = page.headline().description();
            listed.add(new ListedPage(
                    page.path(),
                    page.headline().title(),
                    description.isEmpty() ? text.excerpt() : description,
                    node.parent() == null ? "" : node.topSection().headline().navTitle(),
                    page.listing().date()));
        }
    }

    private void renderLists(PageWriter writer, PageModel model) {
        for (Node node : content.nodes()) {
            if (node.page() == null && (node.isListed() || node.parent() == null)) {
                String template = node.parent() == null ? "home.html" : "section.html";
                generate(writer, node.path(), template, () -> model.of(node, null));
            }
        }
        for (List<Term> terms : List.of(Term.tags(content), Term.categories(content))) {
            for (Term term : terms) {
                generate(writer, term.path(), "term.html", () -> model.of(term));
            }
            if (!terms.isEmpty()) {
                String kind = terms.get(0).kind();
                generate(writer, "/" + kind + "/", "terms.html", () -> model.of(kind, terms));
            }
        }
    }

    /** Makes a document that no file stands for, unless a page has its address. */
    private void generate(PageWriter writer, String path, String template, PageWriter.Model model) {
        if (!output.has(SitePath.file(path)) && writer.write(path, template, model)) {
            generated++;
        }
    }

    private long copyFiles(List<PageFault> faults, List<String> warnings) {
        long copied = 0;
        for (Attachment attachment : content.attachments()) {
            String name = root.relativize(attachment.file()).toString().replace('\\', '/');
            copied += copy(attachment.file(), attachment.output(), name, faults, warnings);
        }
        Path folder = root.resolve("static");
        try {
            for (String name : FileTree.of(folder)) {
                copied += copy(folder.resolve(name), name, "static/" + name, faults, warnings);
            }
        } catch (IOException e) {
            throw new SiteException(folder + " cannot be read (" + e.getMessage() + ").", e);
        }
        assets += copied;
        return copied;
    }

    private int copy(Path file, String to, String name, List<PageFault> faults, List<String> warnings) {
        try {
            if (output.copy(file, to)) {
                return 1;
            }
            warnings.add(name + " was not copied: a page or another file has its place in the output.");
        } catch (IOException e) {
            faults.add(PageFault.of(name, "cannot be copied (" + e + ")"));
        }
        return 0;
    }
}
