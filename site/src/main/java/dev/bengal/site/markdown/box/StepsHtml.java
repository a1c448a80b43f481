package dev.bengal.site.markdown.box;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.DirectiveRenderer;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlWriter;

/** {@code steps}: ordered lists, which go on counting after what stands between the steps. */
final class StepsHtml implements DirectiveRenderer {
    private static final Pattern START = Pattern.compile("[1-9][0-9]{0,3}");

    @Override
    public boolean write(Directive steps, DirectivePen pen) {
        if (DirectivePen.named(steps, Set.of("step")).isEmpty()) {
            return false;
        }
        int number = start(steps) - 1;
        boolean inList = false;
        pen.open("div", DirectivePen.own(steps, "steps"));
        for (Node child = steps.getFirstChild(); child != null; child = child.getNext()) {
            boolean isStep = child instanceof Directive step && step.name().equals("step");
            if (isStep && !inList) {
                openList(number, pen.html());
            } else if (!isStep && inList) {
                pen.close("ol");
            }
            inList = isStep;
            if (child instanceof Directive step && isStep) {
                number++;
                step(step, pen);
            } else {
                pen.between(child);
            }
        }
        if (inList) {
            pen.close("ol");
        }
        pen.close("div");
        return true;
    }

    private static int start(Directive steps) {
        String start = steps.options().getOrDefault("start", "");
        return START.matcher(start).matches() ? Integer.parseInt(start) : 1;
    }

    private static void openList(int stepsBefore, HtmlWriter html) {
        html.tag("ol", stepsBefore == 0 ? Map.of() : attributes("start", String.valueOf(stepsBefore + 1)));
        html.line();
    }

    private static void step(Directive step, DirectivePen pen) {
        HtmlWriter html = pen.html();
        html.tag("li", DirectivePen.own(step, ""));
        html.line();
        Directive.Title title = step.title();
        String duration = step.options().getOrDefault("duration", "");
        if (title != null || !duration.isEmpty() || step.isOn("optional")) {
            html.tag("p", attributes("class", "directive-title"));
            if (title != null) {
                pen.render(title);
            }
            pen.badge(duration);
            pen.badge(step.isOn("optional") ? "optional" : "");
            pen.close("p");
        }
        pen.paragraph("step-text", step.options().getOrDefault("description", ""));
        pen.body(step);
        pen.close("li");
    }
}
