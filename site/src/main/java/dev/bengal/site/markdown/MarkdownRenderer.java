package dev.bengal.site.markdown;

import dev.bengal.site.content.Inquiry;
import dev.bengal.site.content.Page;
import dev.bengal.site.content.SiteLinks;
import dev.bengal.site.content.SourceText;
import dev.bengal.site.markdown.directive.DirectiveParser;
import dev.bengal.site.markdown.formula.DollarParser;
import dev.bengal.site.markdown.formula.FormulaBlockParser;
import dev.bengal.site.markdown.glossary.Glossaries;
import dev.bengal.site.markdown.include.FragmentParser;
import dev.bengal.site.markdown.link.PageLinks;
import dev.bengal.site.markdown.link.TablePipes;
import dev.bengal.site.markdown.link.WikiLinkParser;
import dev.bengal.site.markdown.role.RoleParser;
import dev.bengal.site.markdown.tree.PlainText;
import dev.bengal.site.markdown.tree.Remarks;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Renders the text of pages. Safe for use by several threads. */
public final class MarkdownRenderer {
    /** Far beyond what a person nests, and far below what the stack bears. */
    private static final int MAX_NESTING = 100;

    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create(), TaskListItemsExtension.create());

    private final SiteLinks links;
    private final MarkupSettings settings;
    private final Glossaries glossaries = new Glossaries();
    private final Parser parser;
    /** Knows the line of each node, which takes time, and so it is for texts on which there is something to say. */
    private final Parser locating;

    private final HtmlRenderer renderer;

    /** A renderer whose links are written like this. */
    public MarkdownRenderer(SiteLinks links, MarkupSettings settings) {
        this.links = links;
        this.settings = settings;
        this.parser = parser(IncludeSourceSpans.NONE, settings.math());
        this.locating = parser(IncludeSourceSpans.BLOCKS_AND_INLINES, settings.math());
        this.renderer = HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(!settings.unsafe())
                .nodeRendererFactory(ExtraNodes::new)
                .attributeProviderFactory(context -> MarkdownRenderer::makeAccessible)
                .build();
    }

    private static Parser parser(IncludeSourceSpans spans, boolean math) {
        Parser.Builder builder = Parser.builder()
                .extensions(EXTENSIONS)
                .includeSourceSpans(spans)
                .customBlockParserFactory(new DirectiveParser.Factory())
                .customInlineContentParserFactory(new RoleParser.Factory())
                .linkProcessor(new WikiLinkParser())
                .maxOpenBlockParsers(MAX_NESTING)
                .maxInlineNesting(MAX_NESTING);
        if (math) {
            builder.customBlockParserFactory(new FormulaBlockParser.Factory())
                    .customInlineContentParserFactory(new DollarParser.Factory());
        }
        return builder.build();
    }

    /**
     * Renders the text of a page.
     *
     * @param inquiry through which it learns all that it shows of the rest of the site
     */
    public RenderedText render(Page page, SourceText source, Inquiry inquiry) {
        Reading reading = read(page, source, inquiry, parser);
        if (!reading.remarks.isEmpty()) {
            reading = read(page, source, inquiry, locating);
        }
        Node document = reading.document;
        List<Heading> headings = reading.headings;
        Heading title = null;
        String titleHtml = "";
        if (document.getFirstChild() instanceof AnchoredHeading first && first.level() == 1) {
            title = headings.get(0);
            headings = headings.subList(1, headings.size());
            titleHtml = inline(first);
            first.unlink();
        }
        return new RenderedText(
                title,
                titleHtml,
                renderer.render(document),
                headings,
                Excerpt.of(document),
                PlainText.words(document),
                reading.showsChildren,
                reading.remarks.sentences());
    }

    private Reading read(Page page, SourceText source, Inquiry inquiry, Parser chosen) {
        FragmentParser fragments = markdown -> chosen.parse(TablePipes.escape(markdown));
        Node document = fragments.parse(source.body());
        Remarks remarks = new Remarks(new Remarks.Source(page.file(), source.bodyLine()), document);
        TreePass pass = new TreePass(
                page, inquiry, new PageLinks(inquiry, links, page), settings, glossaries, fragments, remarks);
        pass.runWhole(document);
        return new Reading(document, pass.headings(), pass.showsChildren(), remarks);
    }

    private String inline(AnchoredHeading heading) {
        StringBuilder html = new StringBuilder();
        for (Node child = heading.getFirstChild(); child != null; child = child.getNext()) {
            html.append(renderer.render(child));
        }
        return html.toString();
    }

    /** Code scrolls by the keyboard, and the box of a task says what it means. */
    private static void makeAccessible(Node node, String tag, Map<String, String> attributes) {
        if (tag.equals("pre") && (node instanceof FencedCodeBlock || node instanceof IndentedCodeBlock)) {
            attributes.put("tabindex", "0");
        }
        if (tag.equals("input")) {
            attributes.put("aria-label", attributes.containsKey("checked") ? "Done" : "To do");
        }
    }

    /** A text as a tree that is ready to be written. */
    private record Reading(Node document, List<Heading> headings, boolean showsChildren, Remarks remarks) {}
}
