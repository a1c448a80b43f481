package dev.bengal.site.markdown;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.content.Slug;
import dev.bengal.site.markdown.box.BoxHtml;
import dev.bengal.site.markdown.code.CodeHtml;
import dev.bengal.site.markdown.code.MarkedCode;
import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.formula.DisplayFormula;
import dev.bengal.site.markdown.formula.FormulaBlock;
import dev.bengal.site.markdown.formula.MathHtml;
import dev.bengal.site.markdown.link.WikiLink;
import dev.bengal.site.markdown.navigation.PlaceCardsHtml;
import dev.bengal.site.markdown.navigation.PlaceList;
import dev.bengal.site.markdown.role.Icon;
import dev.bengal.site.markdown.role.Role;
import dev.bengal.site.markdown.role.RoleWriters;
import dev.bengal.site.markdown.table.ScrollBox;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes the nodes that CommonMark does not know. */
final class ExtraNodes implements NodeRenderer {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final DirectivePen pen;
    private final CodeHtml code;

    ExtraNodes(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
        this.pen = new DirectivePen(context);
        this.code = new CodeHtml(html);
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(
                AnchoredHeading.class,
                PlaceList.class,
                Directive.class,
                Directive.Title.class,
                DisplayFormula.class,
                FormulaBlock.class,
                Icon.class,
                MarkedCode.class,
                Role.class,
                ScrollBox.class,
                WikiLink.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof AnchoredHeading heading) {
            heading(heading);
        } else if (node instanceof Directive directive) {
            directive(directive);
        } else if (node instanceof Directive.Title title) {
            children(title);
        } else if (node instanceof Icon icon) {
            html.tag("span", attributes("class", "icon icon-" + Slug.of(icon.name()), "title", icon.name()));
            html.tag("/span");
        } else if (node instanceof ScrollBox box) {
            element(
                    "div",
                    attributes("class", "table-scroll", "tabindex", "0", "role", "region", "aria-label", "Table"),
                    box);
        } else if (node instanceof PlaceList cards) {
            PlaceCardsHtml.write(cards, pen);
        } else if (node instanceof MarkedCode marked) {
            code.write(marked);
        } else if (node instanceof DisplayFormula formula) {
            MathHtml.write(formula, html);
        } else if (node instanceof FormulaBlock block) {
            MathHtml.write(block, html);
        } else if (node instanceof Role role) {
            RoleWriters.write(role, html);
        } else if (node instanceof WikiLink link) {
            brokenLink(link);
        }
    }

    private void heading(AnchoredHeading heading) {
        String tag = "h" + heading.level();
        html.line();
        html.tag(tag, attributes("id", heading.id()));
        children(heading);
        html.tag(
                "a",
                attributes("class", "anchor", "href", "#" + heading.id(), "aria-hidden", "true", "tabindex", "-1"));
        html.raw("#");
        html.tag("/a");
        html.tag("/" + tag);
        html.line();
    }

    private void directive(Directive directive) {
        if (directive.getFirstChild() != null
                && !DirectiveRenderers.of(directive.name()).write(directive, pen)) {
            BoxHtml.write(directive, pen);
        }
    }

    private void brokenLink(WikiLink link) {
        html.tag("span", attributes("class", "broken-link", "title", "No page: " + link.target()));
        html.text(link.words());
        html.tag("/span");
    }

    private void element(String tag, Map<String, String> attributes, Node node) {
        html.line();
        html.tag(tag, attributes);
        children(node);
        html.tag("/" + tag);
        html.line();
    }

    private void children(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
