package dev.bengal.site.markdown.table;

import static dev.bengal.site.markdown.tree.Attributes.attributes;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.directive.DirectivePen;
import dev.bengal.site.markdown.directive.DirectiveRenderer;
import dev.bengal.site.markdown.tree.PlainText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.node.Node;

/** {@code list-table}: a table whose cells may hold whatever a list may. */
public final class ListTableHtml implements DirectiveRenderer {
    @Override
    public boolean write(Directive directive, DirectivePen pen) {
        Optional<ListTable> found = ListTable.of(directive);
        if (found.isEmpty()) {
            return false;
        }
        ListTable table = found.get();
        Directive.Title title = directive.title();
        pen.open(
                "div",
                DirectivePen.own(
                        directive,
                        "table-scroll",
                        "tabindex",
                        "0",
                        "role",
                        "region",
                        "aria-label",
                        title == null ? "Table" : PlainText.of(title)));
        pen.open("table");
        if (title != null) {
            pen.html().tag("caption");
            pen.render(title);
            pen.close("caption");
        }
        columns(table, pen);
        rows("thead", "th", table.head(), pen);
        rows("tbody", "td", table.body(), pen);
        pen.close("table");
        pen.close("div");
        return true;
    }

    private static void columns(ListTable table, DirectivePen pen) {
        if (table.widths().size() == table.columns()) {
            pen.open("colgroup");
            table.widths().forEach(width -> pen.html().tag("col", attributes("style", "width: " + width + "%")));
            pen.close("colgroup");
        }
    }

    private static void rows(String part, String tag, Stream<List<Node>> rows, DirectivePen pen) {
        List<List<Node>> all = rows.toList();
        if (all.isEmpty()) {
            return;
        }
        pen.open(part);
        for (List<Node> row : all) {
            pen.open("tr");
            for (Node cell : row) {
                pen.html().tag(tag, tag.equals("th") ? attributes("scope", "col") : Map.of());
                pen.flow(cell);
                pen.html().tag("/" + tag);
                pen.html().line();
            }
            pen.close("tr");
        }
        pen.close(part);
    }
}
