package dev.bengal.report.judged;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.analysis.ReplayedMetric;
import dev.bengal.analysis.SelfTest;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalDouble;

/** Writes what a gate is worth on a history as JSON. What could not be told is null. */
public final class SelfTestJsonRenderer {
    private static final int SCHEMA_VERSION = 1;
    private static final double PERCENT = 100;
    private static final JsonFactory JSON = new JsonFactory();

    /** Writes one object. */
    public void render(List<ReplayedMetric> metrics, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("schema_version", SCHEMA_VERSION);
            json.writeFieldName("metrics");
            write(json, metrics);
            json.writeEndObject();
        }
        out.append(text.toString()).append('\n');
    }

    /** Writes the metrics alone, as an array without line breaks. */
    public void renderMetrics(List<ReplayedMetric> metrics, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(json, metrics);
        }
        out.append(text.toString());
    }

    private static void write(JsonGenerator json, List<ReplayedMetric> metrics) throws IOException {
        json.writeStartArray();
        for (ReplayedMetric metric : metrics) {
            write(json, metric);
        }
        json.writeEndArray();
    }

    private static void write(JsonGenerator json, ReplayedMetric metric) throws IOException {
        SelfTest result = metric.result();
        json.writeStartObject();
        json.writeStringField("metric", metric.metric().name());
        json.writeStringField("project", metric.project());
        json.writeStringField("scenario", metric.scenario().name());
        json.writeNumberField("builds", metric.builds());
        json.writeNumberField("limit_pct", PERCENT * metric.limit().growth());
        json.writeNumberField("replayed", result.replayed());
        number(json, "suspicious_per_thousand", result.suspiciousPerThousand(), 1);
        number(json, "failed_per_thousand", result.failuresPerThousand(), 1);
        number(json, "smallest_step_pct", result.smallestStep(), PERCENT);
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, OptionalDouble value, double factor)
            throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, factor * value.getAsDouble());
        } else {
            json.writeNullField(name);
        }
    }
}
