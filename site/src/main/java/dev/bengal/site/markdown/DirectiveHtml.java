package dev.bengal.site.markdown;

import static dev.bengal.site.markdown.ExtraNodes.attributes;

import dev.bengal.site.content.Slug;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes the directives that are more than a box. All of them work without a script. For one document. */
final class DirectiveHtml {
    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private int tabSets;

    DirectiveHtml(HtmlNodeRendererContext context) {
        this.context = context;
        this.html = context.getWriter();
    }

    /** Writes it, or nothing and returns false where it is a box like any other. */
    boolean write(Directive directive) {
        switch (directive.name()) {
            case "dropdown" -> dropdown(directive);
            case "tab-set", "tabs" -> {
                return tabs(directive);
            }
            case "code-tabs" -> {
                return codeTabs(directive);
            }
            case "target" -> {
                return target(directive);
            }
            case "since" -> {
                return version(directive, "Since ");
            }
            case "changed" -> {
                return version(directive, "Changed in ");
            }
            case "deprecated" -> {
                return version(directive, "Deprecated since ");
            }
            case "steps" -> {
                return steps(directive);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void dropdown(Directive directive) {
        Map<String, String> attributes = attributes("class", "directive directive-dropdown");
        if (directive.isOn("open")) {
            attributes.put("open", "");
        }
        html.line();
        html.tag("details", attributes);
        html.line();
        html.tag("summary", attributes("class", "directive-title"));
        title(directive);
        html.tag("/summary");
        html.line();
        body(directive);
        close("details");
    }

    /** Radio buttons, for a browser lets one of them be on, and the arrow keys go from one to the next. */
    private boolean tabs(Directive set) {
        List<Directive> items = named(set, "tab-item");
        if (items.isEmpty()) {
            return false;
        }
        Directive shown =
                items.stream().filter(item -> item.isOn("selected")).findFirst().orElse(items.get(0));
        String group = "tabs:" + ++tabSets;
        html.line();
        html.tag("div", attributes("class", "tabs"));
        html.line();
        int number = 0;
        for (Node child = set.getFirstChild(); child != null; child = child.getNext()) {
            if (child instanceof Directive item && items.contains(item)) {
                tab(item, group, group + ":" + ++number, item == shown);
            } else {
                between(child);
            }
        }
        close("div");
        return true;
    }

    private void tab(Directive item, String group, String id, boolean shown) {
        radio(group, id, shown);
        title(item);
        html.tag("/label");
        html.line();
        html.tag("div", attributes("class", "tab-panel"));
        html.line();
        body(item);
        close("div");
    }

    private void radio(String group, String id, boolean shown) {
        Map<String, String> radio = attributes("class", "tab", "type", "radio", "name", group, "id", id);
        if (shown) {
            radio.put("checked", "");
        }
        html.tag("input", radio);
        html.tag("label", attributes("for", id));
    }

    /** Each fence in it is a tab, named by its title or else by its language. */
    private boolean codeTabs(Directive tabs) {
        if (children(tabs).noneMatch(child -> !codeLabel(child).isEmpty())) {
            return false;
        }
        String group = "tabs:" + ++tabSets;
        int number = 0;
        html.line();
        html.tag("div", attributes("class", "tabs"));
        html.line();
        for (Node child : children(tabs).toList()) {
            String label = codeLabel(child);
            if (label.isEmpty()) {
                between(child);
            } else {
                radio(group, group + ":" + ++number, number == 1);
                html.text(label);
                html.tag("/label");
                html.line();
                html.tag("div", attributes("class", "tab-panel"));
                context.render(child);
                close("div");
            }
        }
        close("div");
        return true;
    }

    /** Empty for what is no code. */
    private static String codeLabel(Node node) {
        String words;
        if (node instanceof MarkedCode code) {
            words = code.title().isEmpty() ? code.language() : code.title();
        } else if (node instanceof FencedCodeBlock fence) {
            words = fence.getInfo() == null ? "" : fence.getInfo().replaceFirst("\\s.*", "");
        } else {
            return "";
        }
        return words.isEmpty() ? "Code" : words;
    }

    /** A place that links can name. */
    private boolean target(Directive target) {
        Directive.Title title = target.title();
        String id = title == null ? "" : PlainText.of(title).strip();
        if (!id.matches("[\\w.:-]+")) {
            return false;
        }
        html.line();
        html.tag("a", attributes("class", "target", "id", id));
        html.tag("/a");
        html.line();
        body(target);
        return true;
    }

    /** The version in a sentence: a badge where there is no more to say, a box with that title where there is. */
    private boolean version(Directive directive, String words) {
        Directive.Title title = directive.title();
        if (title == null) {
            return false;
        }
        boolean isBadge = title.getNext() == null;
        String name = "directive-" + directive.name();
        html.line();
        html.tag(isBadge ? "p" : "div", attributes("class", isBadge ? "version" : "directive " + name));
        if (isBadge) {
            html.tag("span", attributes("class", "badge " + name));
        } else {
            html.line();
            html.tag("p", attributes("class", "directive-title"));
        }
        html.text(words);
        context.render(title);
        if (isBadge) {
            html.tag("/span");
            close("p");
        } else {
            close("p");
            body(directive);
            close("div");
        }
        return true;
    }

    /** Ordered lists, which go on counting after what stands between the steps. */
    private boolean steps(Directive steps) {
        if (named(steps, "step").isEmpty()) {
            return false;
        }
        int number = 0;
        boolean inList = false;
        html.line();
        html.tag("div", attributes("class", "steps"));
        html.line();
        for (Node child = steps.getFirstChild(); child != null; child = child.getNext()) {
            boolean isStep = child instanceof Directive step && step.name().equals("step");
            if (isStep && !inList) {
                html.tag("ol", number == 0 ? Map.of() : attributes("start", String.valueOf(number + 1)));
                html.line();
            } else if (!isStep && inList) {
                close("ol");
            }
            inList = isStep;
            if (child instanceof Directive step && isStep) {
                number++;
                step(step);
            } else {
                between(child);
            }
        }
        if (inList) {
            close("ol");
        }
        close("div");
        return true;
    }

    private void step(Directive step) {
        html.tag("li");
        html.line();
        Directive.Title title = step.title();
        String duration = step.options().getOrDefault("duration", "");
        if (title != null || !duration.isEmpty() || step.isOn("optional")) {
            html.tag("p", attributes("class", "directive-title"));
            if (title != null) {
                context.render(title);
            }
            badge(duration);
            badge(step.isOn("optional") ? "optional" : "");
            close("p");
        }
        body(step);
        close("li");
    }

    void childCards(ChildCards children) {
        if (children.cards().isEmpty()) {
            return;
        }
        html.line();
        html.tag("ul", attributes("class", "cards"));
        html.line();
        for (ChildCards.Card card : children.cards()) {
            html.tag("li");
            html.tag("a", attributes("href", card.href()));
            span("card-title", card.title());
            if (!card.text().isEmpty()) {
                span("card-text", card.text());
            }
            html.tag("/a");
            html.tag("/li");
            html.line();
        }
        html.tag("/ul");
        html.line();
    }

    private void span(String name, String words) {
        html.tag("span", attributes("class", name));
        html.text(words);
        html.tag("/span");
    }

    private void between(Node child) {
        if (child instanceof Directive.Title) {
            html.tag("p", attributes("class", "directive-title"));
            context.render(child);
            close("p");
        } else {
            context.render(child);
        }
    }

    private void badge(String words) {
        if (!words.isEmpty()) {
            html.text(" ");
            html.tag("span", attributes("class", "badge"));
            html.text(words);
            html.tag("/span");
        }
    }

    private void title(Directive directive) {
        Directive.Title title = directive.title();
        if (title == null) {
            html.text(Slug.title(directive.name()));
        } else {
            context.render(title);
        }
        badge(directive.options().getOrDefault("badge", ""));
    }

    private void body(Directive directive) {
        for (Node child = directive.getFirstChild(); child != null; child = child.getNext()) {
            if (!(child instanceof Directive.Title)) {
                context.render(child);
            }
        }
    }

    private void close(String tag) {
        if (!tag.equals("p")) {
            html.line();
        }
        html.tag("/" + tag);
        html.line();
    }

    private static Stream<Node> children(Node around) {
        return Stream.iterate(around.getFirstChild(), child -> child != null, Node::getNext);
    }

    private static List<Directive> named(Directive around, String name) {
        return children(around)
                .filter(Directive.class::isInstance)
                .map(Directive.class::cast)
                .filter(child -> child.name().equals(name))
                .toList();
    }
}
