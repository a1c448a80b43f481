package dev.bengal.site.markdown.table;

import dev.bengal.site.config.NearestName;
import dev.bengal.site.content.Inquiry;
import dev.bengal.site.data.DataFault;
import dev.bengal.site.markdown.directive.CommaWords;
import dev.bengal.site.markdown.directive.Directive;
import dev.bengal.site.markdown.include.ContentPath;
import dev.bengal.site.markdown.tree.Remarks;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.CustomBlock;

/** Gives each {@code data-table} of one page the table of the file that it names. */
public final class DataTables {
    public static final String NAME = "data-table";
    private static final int MOST_ROWS = 10_000;

    private final Inquiry inquiry;
    private final Remarks remarks;

    public DataTables(Inquiry inquiry, Remarks remarks) {
        this.inquiry = inquiry;
        this.remarks = remarks;
    }

    /** Puts the table at the end of a directive; without one it stays as it was. */
    public void resolve(Directive directive) {
        String file = directive.options().getOrDefault("source", directive.words());
        read(file).ifPresent(table -> {
            if (table.rows().size() > MOST_ROWS) {
                remarks.say("its data-table " + file + " has more than " + MOST_ROWS
                        + " rows, of which only these are shown");
            }
            DataTable shown = chosen(table.first(MOST_ROWS), directive, file);
            if (!shown.columns().isEmpty()) {
                directive.appendChild(new Block(shown));
            }
        });
    }

    private Optional<DataTable> read(String file) {
        Optional<String> text = ContentPath.ofData(file).flatMap(inquiry::text);
        if (text.isEmpty()) {
            remarks.say(
                    file.isEmpty()
                            ? "a :::{data-table} names no file; write one of data/ behind it"
                            : "its data-table needs " + file + ", which is not in data/");
            return Optional.empty();
        }
        try {
            Optional<DataTable> table = DataTable.read(file, text.get());
            if (table.isEmpty()) {
                remarks.say("its data-table " + file
                        + " holds none: neither CSV nor a list of rows, each with its columns by name");
            }
            return table;
        } catch (DataFault e) {
            remarks.say("its data-table " + file + " is broken in line " + e.line() + ": " + e.getMessage());
        } catch (IOException e) {
            remarks.say("its data-table " + file + " cannot be read (" + e.getMessage() + ")");
        }
        return Optional.empty();
    }

    private DataTable chosen(DataTable table, Directive directive, String file) {
        List<String> wanted = CommaWords.of(directive.options().getOrDefault("columns", ""));
        List<String> fields = table.fields();
        for (String field : wanted) {
            if (!fields.contains(field)) {
                remarks.say("its data-table " + file + " has no column '" + field + "'"
                        + NearestName.of(field, fields)
                                .map(near -> "; it has '" + near + "'")
                                .orElse(""));
            }
        }
        return wanted.isEmpty() ? table : table.only(wanted);
    }

    /** The table in the text. */
    static final class Block extends CustomBlock {
        private final DataTable table;

        Block(DataTable table) {
            this.table = table;
        }

        DataTable table() {
            return table;
        }
    }
}
