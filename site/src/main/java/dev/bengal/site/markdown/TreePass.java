package dev.bengal.site.markdown;

import dev.bengal.site.content.Inquiry;
import dev.bengal.site.content.Page;
import dev.bengal.site.markdown.code.LiteralCode;
import dev.bengal.site.markdown.code.MarkedCode;
import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.StrayClosing;
import dev.bengal.site.markdown.formula.DisplayFormula;
import dev.bengal.site.markdown.formula.FormulaBlock;
import dev.bengal.site.markdown.formula.Formulas;
import dev.bengal.site.markdown.glossary.Glossaries;
import dev.bengal.site.markdown.glossary.GlossaryTerms;
import dev.bengal.site.markdown.include.FragmentParser;
import dev.bengal.site.markdown.include.Inclusions;
import dev.bengal.site.markdown.link.PageLinks;
import dev.bengal.site.markdown.link.WikiLink;
import dev.bengal.site.markdown.link.WikiLinks;
import dev.bengal.site.markdown.link.WrittenLinks;
import dev.bengal.site.markdown.navigation.DirectiveLinks;
import dev.bengal.site.markdown.navigation.NavigationLinks;
import dev.bengal.site.markdown.role.Role;
import dev.bengal.site.markdown.role.Roles;
import dev.bengal.site.markdown.table.DataTables;
import dev.bengal.site.markdown.table.ScrollBox;
import dev.bengal.site.markdown.tree.Children;
import dev.bengal.site.markdown.tree.PlainText;
import dev.bengal.site.markdown.tree.Remarks;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;

/** The one pass over the tree of a page: it takes in other files, resolves links and roles, and names headings. */
final class TreePass {
    private final WrittenLinks links;
    private final WikiLinks wikiLinks;
    private final Formulas formulas;
    private final Roles roles;
    private final DirectiveLinks directives;
    private final NavigationLinks navigation;
    private final DataTables tables;
    private final DirectiveCheck check;
    private final Inclusions inclusions;
    private final LiteralCode literal;
    private final GlossaryTerms glossary;
    private final boolean highlight;
    private final HeadingIds ids = new HeadingIds();
    private final List<Heading> headings = new ArrayList<>();
    private final Remarks remarks;

    TreePass(
            Page page,
            Inquiry inquiry,
            PageLinks links,
            MarkupSettings settings,
            Glossaries glossaries,
            FragmentParser parser,
            Remarks remarks) {
        this.remarks = remarks;
        this.links = new WrittenLinks(links, remarks);
        this.highlight = settings.highlight();
        this.wikiLinks = new WikiLinks(links, settings.external(), remarks);
        this.formulas = new Formulas(remarks);
        this.roles = new Roles(wikiLinks, remarks);
        this.directives = new DirectiveLinks(links, this.links);
        this.navigation = new NavigationLinks(links);
        this.tables = new DataTables(inquiry, remarks);
        this.check = new DirectiveCheck(settings.boxes(), remarks);
        this.inclusions = new Inclusions(inquiry, page, parser, this::run, remarks);
        this.literal = new LiteralCode(inclusions, settings.highlight());
        this.glossary = new GlossaryTerms(inquiry, glossaries, parser, this::run, remarks);
    }

    List<Heading> headings() {
        return headings;
    }

    /** Whether cards in it show all that lies in the page's folder. */
    boolean showsChildren() {
        return directives.showsChildren();
    }

    /** All of a page. */
    void runWhole(Node document) {
        run(document);
        wikiLinks.finish();
    }

    private void run(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; ) {
            Node next = node.getNext();
            run(node);
            visit(node);
            node = next;
        }
    }

    private void visit(Node node) {
        remarks.at(node);
        if (node instanceof Link link) {
            links.resolve(link);
        } else if (node instanceof Image image) {
            links.resolve(image);
        } else if (node instanceof WikiLink link) {
            wikiLinks.resolve(link);
        } else if (node instanceof Role role && role.name().equals(Formulas.ROLE)) {
            formulas.look(role);
        } else if (node instanceof Role role) {
            roles.resolve(role);
        } else if (node instanceof org.commonmark.node.Heading heading) {
            anchor(heading);
        } else if (node instanceof TableBlock table) {
            ScrollBox box = new ScrollBox();
            table.insertBefore(box);
            box.appendChild(table);
        } else if (node instanceof FencedCodeBlock fence) {
            MarkedCode.replace(fence, highlight);
        } else if (node instanceof Paragraph paragraph) {
            Formulas.lift(paragraph);
        } else if (node instanceof DisplayFormula formula) {
            formulas.look(formula);
        } else if (node instanceof FormulaBlock block) {
            formulas.look(block);
        } else if (node instanceof StrayClosing) {
            remarks.strayClosing();
            node.unlink();
        } else if (node instanceof Directive directive) {
            directive(directive);
        }
    }

    private void directive(Directive directive) {
        if (!directive.isClosing() && !directive.isMark() && isOutermost(directive)) {
            remarks.say("the directive :::{" + directive.name() + "} is never closed");
        }
        check.options(directive, ids);
        switch (directive.name()) {
            case Inclusions.NAME -> {
                inclusions.resolve(directive);
                return;
            }
            case LiteralCode.NAME -> {
                literal.resolve(directive);
                return;
            }
            case "breadcrumbs", "siblings", "prev-next", "related" -> navigation.resolve(directive);
            case DataTables.NAME -> tables.resolve(directive);
            case "glossary" -> glossary.resolve(directive);
            case Directive.EXCERPT_BREAK -> {
                if (!(directive.getParent() instanceof Document)) {
                    remarks.say("an :::{excerpt-break} stands in a block, and ends no excerpt");
                }
            }
            case "target" -> wikiLinks.target(directive.words());
            default -> directives.resolve(directive);
        }
        check.look(directive);
    }

    /** Inner ones may end with the one around them. */
    private static boolean isOutermost(Directive directive) {
        for (Node node = directive.getParent(); node != null; node = node.getParent()) {
            if (node instanceof Directive) {
                return false;
            }
        }
        return true;
    }

    private void anchor(org.commonmark.node.Heading heading) {
        AnchoredHeading anchored = new AnchoredHeading(heading.getLevel(), ids.of(heading));
        heading.insertBefore(anchored);
        Children.move(heading, anchored);
        heading.unlink();
        headings.add(new Heading(anchored.level(), anchored.id(), PlainText.of(anchored)));
    }
}
