package dev.bengal.site.markdown.box;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.content.Slug;
import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.Measure;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The box that every directive is which has no form of its own. */
public final class BoxHtml {
    /** Without a title of their own, these get their name. The others arrange boxes and get none. */
    private static final Set<String> NAMED = Set.of(
            "note",
            "tip",
            "warning",
            "danger",
            "info",
            "seealso",
            "caution",
            "error",
            "success",
            "example",
            "important",
            "deprecated",
            "changed",
            "since",
            "dropdown");

    /** Those that arrange others, or are a part of one that does. */
    private static final Set<String> ARRANGING = Set.of("cards", "child-cards", "button", "step", "tab-item", "tab");

    private BoxHtml() {}

    /** Whether a box of this name is nothing that an author should be told about. */
    public static boolean knows(String name) {
        return NAMED.contains(name) || ARRANGING.contains(name);
    }

    /** All names that are boxes everywhere; a site may have more of its own. */
    public static Stream<String> names() {
        return Stream.concat(NAMED.stream(), ARRANGING.stream());
    }

    /** Writes any directive as a box. */
    public static void write(Directive directive, DirectivePen pen) {
        boolean folds = NAMED.contains(directive.name()) && directive.isOn("collapsible");
        String classes = "directive directive-" + Slug.of(directive.name()) + Measure.columns(directive);
        Map<String, String> attributes = DirectivePen.own(directive, classes);
        if (folds && directive.isOn("open", true)) {
            attributes.put("open", "");
        }
        pen.open(folds ? "details" : "div", attributes);
        Directive.Title title = directive.title();
        if (title != null || NAMED.contains(directive.name())) {
            pen.html().tag(folds ? "summary" : "p", attributes("class", "directive-title"));
            if (title == null) {
                pen.html().text(Slug.title(directive.name()));
            } else {
                pen.render(title);
            }
            pen.close(folds ? "summary" : "p");
        }
        pen.body(directive);
        pen.close(folds ? "details" : "div");
    }
}
