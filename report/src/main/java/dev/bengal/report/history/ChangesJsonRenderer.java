package dev.bengal.report.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.analysis.LevelChange;
import dev.bengal.analysis.LevelChanges;
import dev.bengal.analysis.statistics.Effect;
import dev.bengal.analysis.statistics.Interval;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;

/** Writes where a history stepped as JSON, the newest change first. */
public final class ChangesJsonRenderer {
    private static final int SCHEMA_VERSION = 1;
    private static final double PERCENT = 100;
    private static final JsonFactory JSON = new JsonFactory();

    /** Writes one object. */
    public void render(LevelChanges found, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("schema_version", SCHEMA_VERSION);
            json.writeNumberField("series_judged", found.judged());
            json.writeNumberField("series_not_judged", found.unjudged());
            json.writeArrayFieldStart("changes");
            for (LevelChange change : found.changes()) {
                write(json, change);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.append(text.toString()).append('\n');
    }

    private static void write(JsonGenerator json, LevelChange change) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", word(change.kind()));
        json.writeStringField("metric", change.metric().name());
        json.writeStringField("unit", change.metric().unit().symbol());
        json.writeStringField("project", change.project());
        json.writeStringField("scenario", change.scenario().name());
        json.writeStringField("last_good", change.lastGood().commit());
        json.writeStringField("first_bad", change.firstBad().commit());
        json.writeStringField("last_good_build", change.lastGood().build().value());
        json.writeStringField("first_bad_build", change.firstBad().build().value());
        writeEffect(json, change.effect());
        json.writeStringField("direction", change.isWorse() ? "worse" : change.isBetter() ? "better" : "none");
        json.writeStringField("state", word(change.state()));
        json.writeBooleanField("accepted", change.accepted());
        json.writeEndObject();
    }

    /** In percent; where the metric can be zero or negative there is none, and it is told in the metric's unit. */
    private static void writeEffect(JsonGenerator json, Effect effect) throws IOException {
        if (effect.relative()) {
            json.writeNumberField("change_pct", PERCENT * effect.change());
            writeInterval(json, "interval_pct", effect.interval(), PERCENT);
        } else {
            json.writeNullField("change_pct");
            json.writeNullField("interval_pct");
            json.writeNumberField("change", effect.change());
            writeInterval(json, "interval", effect.interval(), 1);
        }
    }

    private static void writeInterval(JsonGenerator json, String name, Interval interval, double factor)
            throws IOException {
        if (interval.isBounded()) {
            json.writeFieldName(name);
            json.writeArray(new double[] {factor * interval.low(), factor * interval.high()}, 0, 2);
        } else {
            json.writeNullField(name);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
