package dev.bengal.site.markdown.box;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.content.Slug;
import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.DirectiveRenderer;
import dev.bengal.site.markdown.directive.Measure;
import java.util.Map;

/** Directives of a line or of a plain element. */
enum SmallHtml implements DirectiveRenderer {
    /** A word in a frame; the class chooses the colour. */
    BADGE {
        @Override
        public boolean write(Directive badge, DirectivePen pen) {
            line("p", attributes("class", "version"), badge, pen, () -> {
                pen.html().tag("span", DirectivePen.own(badge, "badge"));
                heading(badge, pen);
                pen.html().tag("/span");
            });
            pen.body(badge);
            return true;
        }
    },
    /** A heading that is none: it is in no table of contents. */
    RUBRIC {
        @Override
        public boolean write(Directive rubric, DirectivePen pen) {
            line("p", DirectivePen.own(rubric, "rubric"), rubric, pen, () -> heading(rubric, pen));
            pen.body(rubric);
            return true;
        }
    },
    /** An icon on a line of its own. */
    ICON {
        @Override
        public boolean write(Directive icon, DirectivePen pen) {
            String name = icon.words();
            line("p", attributes("class", "icon-line"), icon, pen, () -> {
                Map<String, String> attributes = DirectivePen.own(
                        icon,
                        "icon icon-" + Slug.of(name),
                        "role",
                        "img",
                        "aria-label",
                        icon.options().getOrDefault("aria-label", name));
                pen.html().tag("span", attributes);
                pen.html().tag("/span");
            });
            pen.body(icon);
            return true;
        }
    },
    /** An element of the classes that stand behind the name. */
    CONTAINER {
        @Override
        public boolean write(Directive container, DirectivePen pen) {
            pen.open("div", DirectivePen.own(container, "container" + Measure.classes(container.words())));
            pen.body(container);
            pen.close("div");
            return true;
        }
    },
    /** Pictures beside each other. */
    GALLERY {
        @Override
        public boolean write(Directive gallery, DirectivePen pen) {
            pen.open("div", DirectivePen.own(gallery, "gallery" + Measure.columns(gallery)));
            pen.body(gallery);
            pen.close("div");
            return true;
        }
    };

    private static void line(
            String tag, Map<String, String> attributes, Directive directive, DirectivePen pen, Runnable inside) {
        if (directive.title() != null) {
            pen.html().line();
            pen.html().tag(tag, attributes);
            inside.run();
            pen.close(tag);
        }
    }

    private static void heading(Directive directive, DirectivePen pen) {
        Directive.Title title = directive.title();
        if (title != null) {
            pen.render(title);
        }
    }
}
