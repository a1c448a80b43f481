package dev.bengal.site.markdown.role;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.math.Formula;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.renderer.html.HtmlWriter;

/** The roles that are written as they stand, by name; those that lead somewhere become links before. */
public final class RoleWriters {
    private static final List<String> COLOURS =
            List.of("primary", "secondary", "success", "info", "warning", "danger", "light", "dark", "muted");

    private static final Map<String, RoleWriter> BY_NAME = byName();

    private RoleWriters() {}

    private static Map<String, RoleWriter> byName() {
        Map<String, RoleWriter> writers = new HashMap<>();
        writers.put("abbr", new AbbreviationHtml());
        writers.put("kbd", RoleWriters::keys);
        writers.put("math", (text, html) -> html.raw(Formula.of(text).html()));
        writers.put("sub", (text, html) -> element("sub", text, html));
        writers.put("sup", (text, html) -> element("sup", text, html));
        writers.put("bdg", (text, html) -> badge("badge", text, html));
        for (String colour : COLOURS) {
            String name = "badge badge-" + colour;
            writers.put("bdg-" + colour, (text, html) -> badge(name, text, html));
            writers.put("bdg-" + colour + "-line", (text, html) -> badge(name + " badge-line", text, html));
        }
        return Map.copyOf(writers);
    }

    static Set<String> names() {
        return BY_NAME.keySet();
    }

    /** Writes a role of one of the names; as it was written where it has another. */
    public static void write(Role role, HtmlWriter html) {
        RoleWriter writer = BY_NAME.get(role.name());
        if (writer == null) {
            html.text("{" + role.name() + "}");
            element("code", role.text(), html);
        } else {
            writer.write(role.text(), html);
        }
    }

    static String words(Role role) {
        RoleWriter writer = BY_NAME.get(role.name());
        return writer == null ? role.text() : writer.words(role.text());
    }

    /** Each key of {@code Ctrl+C} as one; a plus that is a key itself stays with what is before or behind it. */
    private static void keys(String text, HtmlWriter html) {
        String[] keys = text.split("(?<=[^+])\\+(?=.)");
        for (int i = 0; i < keys.length; i++) {
            if (i > 0) {
                html.text("+");
            }
            element("kbd", keys[i].strip(), html);
        }
    }

    private static void badge(String name, String text, HtmlWriter html) {
        html.tag("span", attributes("class", name));
        html.text(text);
        html.tag("/span");
    }

    private static void element(String tag, String text, HtmlWriter html) {
        html.tag(tag);
        html.text(text);
        html.tag("/" + tag);
    }
}
