package dev.bengal.site.markdown.table;

import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.tree.Children;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;

/**
 * A {@code list-table}: a list of rows, each of which is a list of cells.
 *
 * @param rows not empty, nor is any of them; a row may be shorter than another
 * @param headerRows how many of them are headings
 * @param widths of the columns in percent; empty where the browser chooses
 */
public record ListTable(List<List<Node>> rows, int headerRows, List<Integer> widths) {
    /** The table, or empty where the body of the directive is something else. */
    public static Optional<ListTable> of(Directive directive) {
        List<Node> body = Children.of(directive)
                .filter(child -> !(child instanceof Directive.Title))
                .toList();
        if (body.size() != 1 || !(body.get(0) instanceof ListBlock list)) {
            return Optional.empty();
        }
        List<List<Node>> rows = Children.of(list).map(ListTable::cells).toList();
        if (rows.stream().anyMatch(List::isEmpty)) {
            return Optional.empty();
        }
        String header = directive.options().getOrDefault("header-rows", "");
        int headerRows = header.matches("[0-9]{1,4}") ? Math.min(Integer.parseInt(header), rows.size()) : 0;
        return Optional.of(
                new ListTable(rows, headerRows, widths(directive.options().getOrDefault("widths", ""))));
    }

    private static List<Node> cells(Node row) {
        return row instanceof ListItem
                        && row.getFirstChild() instanceof ListBlock cells
                        && row.getFirstChild() == row.getLastChild()
                ? Children.of(cells).toList()
                : List.of();
    }

    private static List<Integer> widths(String written) {
        List<String> parts = Arrays.stream(written.split("[\\s,]+"))
                .filter(part -> !part.isEmpty())
                .toList();
        if (!parts.stream().allMatch(part -> part.matches("[1-9][0-9]{0,3}"))) {
            return List.of();
        }
        List<Integer> shares = parts.stream().map(Integer::valueOf).toList();
        int sum = shares.stream().mapToInt(Integer::intValue).sum();
        return shares.stream().map(share -> Math.round(100f * share / sum)).toList();
    }

    /** How many columns the longest row has. */
    int columns() {
        return rows.stream().mapToInt(List::size).max().orElse(0);
    }

    /** Whether all rows are as long. */
    public boolean isEven() {
        return rows.stream().allMatch(row -> row.size() == columns());
    }

    /** The rows that are headings. */
    Stream<List<Node>> head() {
        return rows.stream().limit(headerRows);
    }

    /** The other rows. */
    Stream<List<Node>> body() {
        return rows.stream().skip(headerRows);
    }
}
