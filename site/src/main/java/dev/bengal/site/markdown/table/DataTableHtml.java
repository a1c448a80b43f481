package dev.bengal.site.markdown.table;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.DirectiveRenderer;
import dev.bengal.site.markdown.directive.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code data-table}: a table that is whole without a script; with one, its columns sort it, and it can be searched. */
public final class DataTableHtml implements DirectiveRenderer {
    private static final Pattern NUMBER = Pattern.compile("[-+−]?[0-9][0-9., ]*[%€$]?");

    @Override
    public boolean write(Directive directive, DirectivePen pen) {
        if (!(directive.getLastChild() instanceof DataTables.Block block)) {
            return false;
        }
        Map<String, String> attributes = DirectivePen.own(directive, "data-table");
        if (directive.isOn("sort", true)) {
            attributes.put("data-sort", "");
        }
        pen.open("div", attributes);
        if (directive.isOn("search", true)) {
            pen.html()
                    .tag(
                            "input",
                            attributes("type", "search", "placeholder", "Filter", "aria-label", "Filter the rows"),
                            true);
            pen.html().line();
        }
        pen.open("div", scroll(directive));
        table(block.table(), directive, pen);
        pen.close("div");
        pen.close("div");
        return true;
    }

    private static Map<String, String> scroll(Directive directive) {
        Map<String, String> attributes =
                attributes("class", "table-scroll", "tabindex", "0", "role", "region", "aria-label", name(directive));
        String height = Measure.length(directive.options().getOrDefault("height", ""));
        if (!height.isEmpty()) {
            attributes.put("style", "max-height:" + height + ";");
        }
        return attributes;
    }

    private static String name(Directive directive) {
        String title = directive.options().getOrDefault("title", "");
        return title.isEmpty() ? "Table" : title;
    }

    private static void table(DataTable table, Directive directive, DirectivePen pen) {
        pen.open("table");
        if (directive.options().containsKey("title")) {
            cell("caption", Map.of(), name(directive), pen);
            pen.html().line();
        }
        List<Map<String, String>> attributes = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            attributes.add(isOfNumbers(table, i) ? attributes("align", "right") : Map.of());
        }
        pen.open("thead");
        pen.html().tag("tr");
        for (int i = 0; i < attributes.size(); i++) {
            Map<String, String> head = attributes("scope", "col");
            head.putAll(attributes.get(i));
            cell("th", head, table.columns().get(i).title(), pen);
        }
        pen.html().tag("/tr");
        pen.close("thead");
        rows(table, attributes, pen);
        pen.close("table");
    }

    private static void rows(DataTable table, List<Map<String, String>> attributes, DirectivePen pen) {
        pen.open("tbody");
        for (List<String> row : table.rows()) {
            pen.html().tag("tr");
            for (int i = 0; i < row.size(); i++) {
                cell("td", attributes.get(i), row.get(i), pen);
            }
            pen.html().tag("/tr");
            pen.html().line();
        }
        pen.close("tbody");
    }

    private static void cell(String tag, Map<String, String> attributes, String words, DirectivePen pen) {
        pen.html().tag(tag, attributes);
        pen.html().text(words);
        pen.html().tag("/" + tag);
    }

    private static boolean isOfNumbers(DataTable table, int column) {
        return !table.rows().isEmpty()
                && table.rows().stream()
                        .allMatch(row -> NUMBER.matcher(row.get(column)).matches());
    }
}
