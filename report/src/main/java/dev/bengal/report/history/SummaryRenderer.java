package dev.bengal.report.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.analysis.ComparableBuilds;
import dev.bengal.analysis.Trend;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.UsualLevel;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Writes {@code summary.json}: the newest build, the current trend of its scenario, and where it stands to its usual level. */
public final class SummaryRenderer {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Writes the summary.
     *
     * @param newest the build that has just ended
     */
    public void render(BuildRecord newest, PerformanceReport report, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("schema_version", SCHEMA_VERSION);
            json.writeFieldName("newest");
            json.writeRawValue(newest.line());
            json.writeFieldName("trend");
            writeTrend(json, report);
            json.writeEndObject();
        }
        out.append(text.toString()).append('\n');
    }

    private static void writeTrend(JsonGenerator json, PerformanceReport report) throws IOException {
        Optional<ComparableBuilds> comparable = report.comparable();
        if (comparable.isEmpty()) {
            json.writeNull();
            return;
        }
        ComparableBuilds builds = comparable.get();
        json.writeStartObject();
        json.writeStringField("scenario", builds.last().identity().scenario().name());
        json.writeNumberField("builds", builds.builds().size());
        json.writeStringField("first", builds.first().identity().id().value());
        json.writeStringField("last", builds.last().identity().id().value());
        json.writeArrayFieldStart("metrics");
        for (Trend trend : report.trends()) {
            json.writeStartObject();
            writeTrend(json, trend, builds.countingFor(trend.metric()).size());
            writeLevel(json, trend, report.usual().get(trend.metric().name()));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeTrend(JsonGenerator json, Trend trend, int builds) throws IOException {
        json.writeStringField("metric", trend.metric().name());
        json.writeStringField("unit", trend.metric().unit().symbol());
        json.writeNumberField("builds", builds);
        json.writeNumberField("first", trend.first());
        json.writeNumberField("last", trend.last());
        OptionalDouble change = trend.changePercent();
        if (change.isPresent()) {
            json.writeNumberField("change_pct", change.getAsDouble());
        } else {
            json.writeNullField("change_pct");
        }
    }

    /** What the last build is held against, by the level before it, as in the table of {@code bengal perf}. */
    private static void writeLevel(JsonGenerator json, Trend trend, @Nullable UsualLevel usual) throws IOException {
        if (usual == null) {
            json.writeNullField("usual");
            json.writeNullField("standing");
            return;
        }
        json.writeObjectFieldStart("usual");
        json.writeNumberField("low", usual.low());
        json.writeNumberField("middle", usual.middle());
        json.writeNumberField("high", usual.high());
        json.writeEndObject();
        json.writeStringField(
                "standing",
                Standing.of(trend.metric(), trend.last(), usual)
                        .map(Standing::key)
                        .orElse(null));
    }
}
