package dev.bengal.report.alert;

import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.TextTable;
import dev.bengal.report.text.TextTable.Column;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Lists alerts as a table. */
public final class AlertsTableRenderer {
    private final DateTimeFormatter time;

    /** @param zone of the times */
    public AlertsTableRenderer(ZoneId zone) {
        this.time = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(zone);
    }

    /**
     * Writes them; that there are none is a sentence.
     *
     * @param unable receivers that nobody can tell, whatever comes
     */
    public void render(List<AlertRow> rows, List<UnableReceiver> unable, Appendable out) throws IOException {
        if (rows.isEmpty()) {
            out.append("No alert fires, and nobody was told of any.\n");
        } else {
            table(rows, out);
        }
        for (UnableReceiver receiver : unable) {
            out.append(
                    Label.printable(receiver.name()) + " cannot be told: " + Label.printable(receiver.why()) + ".\n");
        }
    }

    private void table(List<AlertRow> rows, Appendable out) throws IOException {
        TextTable table = new TextTable(List.of(
                Column.left("State"),
                Column.left("Told"),
                Column.left("Whom"),
                Column.left("Waiting"),
                Column.left("What")));
        for (AlertRow row : rows) {
            table.row(List.of(
                    row.state().word(),
                    row.since() == null ? Figures.ABSENT : time.format(row.since()),
                    names(row.told()),
                    names(row.waiting()),
                    Label.printable(row.headline())));
        }
        table.render(out);
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? Figures.ABSENT : Label.printable(String.join(", ", names));
    }
}
