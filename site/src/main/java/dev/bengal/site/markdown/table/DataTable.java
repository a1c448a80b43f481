package dev.bengal.site.markdown.table;

import dev.bengal.site.content.Slug;
import dev.bengal.site.data.CsvText;
import dev.bengal.site.data.DataFault;
import dev.bengal.site.data.DataFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table that a file of {@code data/} holds: CSV or TSV with the names of the columns in the first row, or YAML, JSON or TOML with a
 * list of rows by the names of the columns, which is the whole file or stands under {@code data}, with {@code columns} beside it.
 *
 * @param rows each with as many texts as there are columns
 */
record DataTable(List<Column> columns, List<List<String>> rows) {
    DataTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A column by the name that the rows have for it, and that which readers see. */
    record Column(String field, String title) {}

    /** Reads a file by the ending of its name; empty where it holds no table. */
    static Optional<DataTable> read(String name, String text) throws DataFault, IOException {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (ending.equals("csv") || ending.equals("tsv")) {
            return ofRows(CsvText.rows(text, ending.equals("csv") ? ',' : '\t'));
        }
        Optional<DataFormat> format = DataFormat.of(name);
        Object read = format.isEmpty() ? null : format.get().read(text);
        if (read instanceof Map<?, ?> map) {
            return map.get("data") instanceof List<?> rows ? ofMaps(rows, map.get("columns")) : Optional.empty();
        }
        return read instanceof List<?> rows ? ofMaps(rows, null) : Optional.empty();
    }

    private static Optional<DataTable> ofRows(List<List<String>> all) {
        if (all.isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = all.get(0).stream()
                .map(title -> new Column(title.strip(), title.strip()))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : all.subList(1, all.size())) {
            List<String> whole = new ArrayList<>(row.subList(0, Math.min(row.size(), columns.size())));
            whole.addAll(Collections.nCopies(columns.size() - whole.size(), ""));
            rows.add(whole);
        }
        return Optional.of(new DataTable(columns, rows));
    }

    private static Optional<DataTable> ofMaps(List<?> maps, @Nullable Object written) {
        Set<String> fields = new LinkedHashSet<>();
        for (Object map : maps) {
            if (!(map instanceof Map<?, ?> row)) {
                return Optional.empty();
            }
            row.keySet().forEach(key -> fields.add(String.valueOf(key)));
        }
        List<Column> columns = written instanceof List<?> list
                ? list.stream().map(DataTable::column).toList()
                : fields.stream()
                        .map(field -> new Column(field, Slug.title(field)))
                        .toList();
        List<List<String>> rows = new ArrayList<>();
        for (Object map : maps) {
            rows.add(columns.stream()
                    .map(column -> words(((Map<?, ?>) map).get(column.field())))
                    .toList());
        }
        return columns.isEmpty() ? Optional.empty() : Optional.of(new DataTable(columns, rows));
    }

    private static Column column(@Nullable Object written) {
        if (written instanceof Map<?, ?> map) {
            String field = words(map.get("field"));
            String title = words(map.get("title"));
            return new Column(field, title.isEmpty() ? Slug.title(field) : title);
        }
        return new Column(words(written), Slug.title(words(written)));
    }

    private static String words(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(DataTable::words).collect(Collectors.joining(", "));
        }
        return value == null ? "" : value.toString();
    }

    /** Only the columns of these names, in their order; a name that no column has is left out. */
    DataTable only(List<String> fields) {
        List<Integer> places = new ArrayList<>();
        for (String field : fields) {
            int place = fields().indexOf(field);
            if (place >= 0) {
                places.add(place);
            }
        }
        return new DataTable(
                places.stream().map(columns::get).toList(),
                rows.stream().map(row -> places.stream().map(row::get).toList()).toList());
    }

    /** The names of the columns, as the file has them. */
    List<String> fields() {
        return columns.stream().map(Column::field).toList();
    }

    /** The first rows. */
    DataTable first(int most) {
        return rows.size() <= most ? this : new DataTable(columns, rows.subList(0, most));
    }
}
