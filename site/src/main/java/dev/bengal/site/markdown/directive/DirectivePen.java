package dev.bengal.site.markdown.directive;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.content.Slug;
import dev.bengal.site.markdown.tree.Children;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** What all directives are written with. For one document. */
public final class DirectivePen {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private int groups;

    public DirectivePen(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    /** What it writes to. */
    public HtmlWriter html() {
        return html;
    }

    /** Writes a node as its kind is written. */
    public void render(Node node) {
        context.render(node);
    }

    /** The name of another group of tabs. */
    public String nextGroup() {
        return "tabs:" + ++groups;
    }

    /** The beginning of an element on a line of its own; its attributes as names and values in turn. */
    public void open(String tag, String... attributes) {
        open(tag, attributes(attributes));
    }

    /** The same with its attributes by name. */
    public void open(String tag, Map<String, String> attributes) {
        html.line();
        html.tag(tag, attributes);
        html.line();
    }

    /** The end of an element; all but a paragraph's on a line of its own. */
    public void close(String tag) {
        if (!tag.equals("p")) {
            html.line();
        }
        html.tag("/" + tag);
        html.line();
    }

    /** Words in a {@code span}. */
    public void span(String name, String words) {
        html.tag("span", attributes("class", name));
        html.text(words);
        html.tag("/span");
    }

    /** Words as a paragraph; nothing for none. */
    public void paragraph(String name, String words) {
        if (!words.isEmpty()) {
            html.line();
            html.tag("p", attributes("class", name));
            html.text(words);
            close("p");
        }
    }

    /** The words in a badge; nothing for none. */
    public void badge(String words) {
        if (!words.isEmpty()) {
            html.text(" ");
            span("badge", words);
        }
    }

    /** The title, or else the name in words, and the badge of the options. */
    public void title(Directive directive) {
        Directive.Title title = directive.title();
        if (title == null) {
            html.text(Slug.title(directive.name()));
        } else {
            context.render(title);
        }
        badge(directive.options().getOrDefault("badge", ""));
    }

    /** The title above a box, if it has one. */
    public void heading(Directive directive) {
        Directive.Title title = directive.title();
        if (title != null) {
            between(title);
        }
    }

    /** What is in a cell or the like: a single paragraph stands there without one. */
    public void flow(Node around) {
        Node only = around.getFirstChild();
        boolean isPlain = only instanceof Paragraph && only.getNext() == null;
        Children.of(isPlain ? only : around).forEach(context::render);
    }

    /** A child that stands between those which a directive arranges. */
    public void between(Node child) {
        if (child instanceof Directive.Title) {
            html.tag("p", attributes("class", "directive-title"));
            context.render(child);
            close("p");
        } else {
            context.render(child);
        }
    }

    /** All in it but its title. */
    public void body(Directive directive) {
        Children.of(directive)
                .filter(child -> !(child instanceof Directive.Title))
                .forEach(context::render);
    }

    /** The directives of some names that lie directly in another. */
    public static List<Directive> named(Directive around, Set<String> names) {
        return Children.of(around)
                .filter(Directive.class::isInstance)
                .map(Directive.class::cast)
                .filter(child -> names.contains(child.name()))
                .toList();
    }

    /** The attributes of the element that a directive is: its classes, and the classes and the id that its options give it. */
    public static Map<String, String> own(Directive directive, String classes, String... more) {
        Map<String, String> attributes = new LinkedHashMap<>();
        String all = (classes + Measure.classes(directive.options().getOrDefault("class", ""))).strip();
        if (!all.isEmpty()) {
            attributes.put("class", all);
        }
        if (!directive.id().isEmpty()) {
            attributes.put("id", directive.id());
        }
        attributes.putAll(attributes(more));
        return attributes;
    }
}
