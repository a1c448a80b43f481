package dev.bengal.report.history;

import dev.bengal.model.BuildRecord;
import java.io.IOException;

/** Writes a history as one JSON array: the records, oldest first, each byte for byte as it is stored. */
public final class JsonRenderer {
    /** Writes the report; that of no builds is {@code []}. */
    public void render(PerformanceReport report, Appendable out) throws IOException {
        String separator = "\n";
        out.append('[');
        for (BuildRecord record : report.builds()) {
            out.append(separator).append(record.line());
            separator = ",\n";
        }
        out.append(report.builds().isEmpty() ? "]\n" : "\n]\n");
    }
}
