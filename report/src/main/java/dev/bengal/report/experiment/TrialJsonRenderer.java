package dev.bengal.report.experiment;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.analysis.trial.JudgedMetric;
import dev.bengal.analysis.trial.TrialResult;
import dev.bengal.analysis.trial.TrialSide;
import dev.bengal.model.BuildMetrics;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes an A/B trial as one JSON object. What is not known is null. */
public final class TrialJsonRenderer {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    /** Writes the result. */
    public void render(TrialResult result, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("schema_version", SCHEMA_VERSION);
            json.writeStringField("verdict", result.verdict().name());
            json.writeStringField("ended", result.end().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("pairs", result.pairs());
            json.writeArrayFieldStart("notes");
            for (String note : result.notes()) {
                json.writeString(note);
            }
            json.writeEndArray();
            side(json, "base", result.base());
            side(json, "head", result.head());
            json.writeArrayFieldStart("metrics");
            for (JudgedMetric metric : result.metrics()) {
                metric(json, metric);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.append(text.toString()).append('\n');
    }

    private static void side(JsonGenerator json, String name, TrialSide side) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("name", side.name());
        json.writeStringField("commit", side.commit());
        json.writeBooleanField("uncommitted_changes", side.hasChanges());
        json.writeStringField("scenario", scenario(side));
        json.writeStringField("environment", environment(side));
        json.writeArrayFieldStart("builds");
        for (BuildMetrics build : side.builds()) {
            json.writeString(build.identity().id().value());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static @Nullable String scenario(TrialSide side) {
        return side.builds().isEmpty()
                ? null
                : side.builds().get(0).identity().scenario().name();
    }

    private static @Nullable String environment(TrialSide side) {
        return side.builds().isEmpty()
                ? null
                : side.builds().get(0).environment().fingerprint();
    }

    private static void metric(JsonGenerator json, JudgedMetric metric) throws IOException {
        json.writeStartObject();
        json.writeStringField("metric", metric.metric().name());
        json.writeStringField("unit", metric.metric().unit().symbol());
        json.writeNumberField("pairs", metric.pairs());
        EffectJson.number(json, "before", metric.base());
        EffectJson.number(json, "after", metric.head());
        EffectJson.write(json, metric.effect());
        json.writeStringField("verdict", metric.verdict().name());
        json.writeStringField("reason", metric.reason());
        json.writeEndObject();
    }
}
