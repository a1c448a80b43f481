package dev.bengal.site.markdown.box;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.markdown.directive.DirectivePen;
import java.util.Map;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * What a tab is chosen by: a radio button, for a browser lets one of them be on, and the arrow keys go from one to the next.
 *
 * @param number of the tab in its group, from 1
 */
public record TabButton(String group, int number, boolean isOn) {
    /** Writes the button and what is in its label. */
    public void write(DirectivePen pen, Runnable label) {
        HtmlWriter html = pen.html();
        String id = group + ":" + number;
        Map<String, String> radio = attributes("class", "tab", "type", "radio", "name", group, "id", id);
        if (isOn) {
            radio.put("checked", "");
        }
        html.tag("input", radio);
        html.tag("label", attributes("for", id));
        label.run();
        html.tag("/label");
        html.line();
    }
}
