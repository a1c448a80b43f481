package dev.bengal.report.experiment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.analysis.bisect.BisectResult;
import java.io.IOException;
import java.io.StringWriter;

/** Writes as JSON which commit made the difference. What is not known is null. */
public final class BisectJsonRenderer {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    /** Writes one object. */
    public void render(BisectResult result, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("schema_version", SCHEMA_VERSION);
            json.writeStringField("metric", result.metric().name());
            json.writeStringField("unit", result.metric().unit().symbol());
            json.writeBooleanField("differ", result.differ());
            EffectJson.write(json, result.effect());
            json.writeNumberField("commits", result.commits());
            json.writeStringField("last_good", result.lastGood());
            json.writeStringField(
                    "first_bad",
                    result.suspects().size() == 1 ? result.suspects().get(0) : null);
            json.writeArrayFieldStart("suspects");
            for (String suspect : result.suspects()) {
                json.writeString(suspect);
            }
            json.writeEndArray();
            json.writeObjectFieldStart("step");
            EffectJson.write(json, result.step());
            json.writeEndObject();
            StepRows.json(json, result.steps());
            json.writeEndObject();
        }
        out.append(text.toString()).append('\n');
    }
}
