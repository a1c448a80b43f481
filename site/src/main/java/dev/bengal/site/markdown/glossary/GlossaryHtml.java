package dev.bengal.site.markdown.glossary;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.DirectiveRenderer;
import dev.bengal.site.markdown.directive.Measure;
import dev.bengal.site.markdown.tree.Children;
import java.util.List;
import org.commonmark.node.Node;

/** {@code glossary}: a list of terms, which may be cut short or folded. */
public final class GlossaryHtml implements DirectiveRenderer {
    @Override
    public boolean write(Directive directive, DirectivePen pen) {
        if (!(directive.getLastChild() instanceof Glossary glossary)) {
            return false;
        }
        boolean folded = directive.isOn("collapsed");
        if (folded) {
            pen.open("details", DirectivePen.own(directive, "directive directive-glossary"));
            summary("directive-title", pen, () -> pen.title(directive));
        } else {
            pen.open("div", DirectivePen.own(directive, "directive directive-glossary"));
            pen.heading(directive);
        }
        Children.of(directive)
                .filter(child -> !(child instanceof Directive.Title) && child != glossary)
                .forEach(pen::render);
        terms(Children.of(glossary).toList(), Measure.limit(directive, Integer.MAX_VALUE), pen);
        pen.close(folded ? "details" : "div");
        return true;
    }

    private static void terms(List<Node> terms, int limit, DirectivePen pen) {
        int shown = Math.min(limit, terms.size());
        list(terms.subList(0, shown), pen);
        int rest = terms.size() - shown;
        if (rest > 0) {
            pen.open("details");
            summary("more", pen, () -> pen.html().text(rest + (rest == 1 ? " more term" : " more terms")));
            list(terms.subList(shown, terms.size()), pen);
            pen.close("details");
        }
    }

    private static void list(List<Node> terms, DirectivePen pen) {
        if (terms.isEmpty()) {
            return;
        }
        pen.open("dl");
        for (Node node : terms) {
            if (node instanceof Glossary.Term term) {
                term(term, pen);
            }
        }
        pen.close("dl");
    }

    private static void term(Glossary.Term term, DirectivePen pen) {
        pen.html().tag("dt");
        pen.html().text(term.name());
        pen.html().tag("/dt");
        pen.html().line();
        pen.html().tag("dd");
        pen.flow(term);
        term.tags().forEach(pen::badge);
        pen.html().tag("/dd");
        pen.html().line();
    }

    private static void summary(String name, DirectivePen pen, Runnable words) {
        pen.html().tag("summary", attributes("class", name));
        words.run();
        pen.html().tag("/summary");
        pen.html().line();
    }
}
