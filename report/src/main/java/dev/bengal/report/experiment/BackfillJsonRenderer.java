package dev.bengal.report.experiment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.analysis.bisect.BackfillResult;
import java.io.IOException;
import java.io.StringWriter;

/** Writes as JSON which old commits were measured. */
public final class BackfillJsonRenderer {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    /** Writes one object; the values are those of {@code total_duration_ms}. */
    public void render(BackfillResult result, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("schema_version", SCHEMA_VERSION);
            json.writeNumberField("commits", result.commits());
            StepRows.json(json, result.steps());
            json.writeEndObject();
        }
        out.append(text.toString()).append('\n');
    }
}
