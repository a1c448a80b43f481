package dev.bengal.report.alert;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;

/** Lists alerts as JSON. */
public final class AlertsJsonRenderer {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Writes one object.
     *
     * @param unable receivers that nobody can tell, whatever comes
     */
    public void render(List<AlertRow> rows, List<UnableReceiver> unable, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("schema_version", SCHEMA_VERSION);
            json.writeArrayFieldStart("alerts");
            for (AlertRow row : rows) {
                write(json, row);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("unable");
            for (UnableReceiver receiver : unable) {
                json.writeStartObject();
                json.writeStringField("receiver", receiver.name());
                json.writeStringField("why", receiver.why());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.append(text.toString()).append('\n');
    }

    private static void write(JsonGenerator json, AlertRow row) throws IOException {
        Instant since = row.since();
        json.writeStartObject();
        json.writeStringField("alert", row.id());
        json.writeStringField("state", row.state().word());
        json.writeStringField("project", row.project());
        json.writeStringField("headline", row.headline());
        json.writeStringField("since", since == null ? null : since.toString());
        write(json, "told", row.told());
        write(json, "waiting", row.waiting());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String field, List<String> names) throws IOException {
        json.writeFieldName(field);
        json.writeArray(names.toArray(String[]::new), 0, names.size());
    }
}
