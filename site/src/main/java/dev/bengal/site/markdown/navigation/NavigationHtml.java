package dev.bengal.site.markdown.navigation;

import static dev.bengal.site.markdown.directive.DirectivePen.own;
import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.DirectiveRenderer;
import dev.bengal.site.markdown.tree.Children;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.commonmark.renderer.html.HtmlWriter;

/** The directives of navigation; nothing where they have nothing to show. */
public enum NavigationHtml implements DirectiveRenderer {
    /** The way from the home page to this one. */
    BREADCRUMBS {
        @Override
        void write(Directive directive, List<PlaceList.Place> places, DirectivePen pen) {
            Map<String, String> item = separator(directive);
            pen.open("nav", own(directive, "breadcrumbs", "aria-label", "The way to this page"));
            pen.open("ol");
            for (PlaceList.Place place : places) {
                pen.html().tag("li", item);
                link(place, pen);
                pen.html().tag("/li");
                pen.html().line();
            }
            pen.close("ol");
            pen.close("nav");
        }
    },
    /** What lies in the same folder. */
    SIBLINGS {
        @Override
        void write(Directive directive, List<PlaceList.Place> places, DirectivePen pen) {
            list(own(directive, "siblings"), places, pen);
        }
    },
    /** The pages before and behind this one in its folder. */
    PREV_NEXT {
        @Override
        void write(Directive directive, List<PlaceList.Place> places, DirectivePen pen) {
            HtmlWriter html = pen.html();
            pen.open("nav", own(directive, "turn", "aria-label", "Neighbours in this section"));
            for (PlaceList.Place place : places) {
                boolean next = place.text().equals("Next");
                html.tag("a", attributes("class", next ? "next" : "previous", "href", place.href()));
                html.tag("small");
                html.text(place.text());
                html.tag("/small");
                html.text(place.title());
                html.tag("/a");
                html.line();
            }
            pen.close("nav");
        }
    },
    /** Other pages with the same tags. */
    RELATED {
        @Override
        void write(Directive directive, List<PlaceList.Place> places, DirectivePen pen) {
            pen.open("div", own(directive, "directive directive-related"));
            if (directive.title() == null) {
                pen.paragraph("directive-title", directive.options().getOrDefault("title", "Related"));
            } else {
                pen.heading(directive);
            }
            list(Map.of(), places, pen);
            pen.close("div");
        }
    };

    /** The name of its directive. */
    public String directive() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    abstract void write(Directive directive, List<PlaceList.Place> places, DirectivePen pen);

    @Override
    public boolean write(Directive directive, DirectivePen pen) {
        if (directive.getLastChild() instanceof PlaceList list) {
            write(directive, list.places(), pen);
        }
        Children.of(directive)
                .filter(child -> !(child instanceof Directive.Title || child instanceof PlaceList))
                .forEach(pen::render);
        return true;
    }

    private static Map<String, String> separator(Directive directive) {
        String separator = directive.options().getOrDefault("separator", "");
        return separator.isEmpty() ? Map.of() : attributes("data-separator", separator);
    }

    private static void list(Map<String, String> attributes, List<PlaceList.Place> places, DirectivePen pen) {
        pen.open("ul", attributes);
        for (PlaceList.Place place : places) {
            pen.html().tag("li");
            link(place, pen);
            if (!place.text().isEmpty()) {
                pen.html().text(" ");
                pen.span("place-text", place.text());
            }
            pen.html().tag("/li");
            pen.html().line();
        }
        pen.close("ul");
    }

    /** The page that shows itself does not lead to itself. */
    private static void link(PlaceList.Place place, DirectivePen pen) {
        boolean here = place.href().isEmpty();
        pen.html()
                .tag(here ? "span" : "a", here ? attributes("aria-current", "page") : attributes("href", place.href()));
        pen.html().text(place.title());
        pen.html().tag(here ? "/span" : "/a");
    }
}
