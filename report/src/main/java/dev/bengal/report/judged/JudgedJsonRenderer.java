package dev.bengal.report.judged;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.analysis.BudgetCheck;
import dev.bengal.analysis.Comparison;
import dev.bengal.analysis.statistics.Interval;
import dev.bengal.model.BuildMetrics;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Writes a judged report as one JSON object, with every metric. What is not known is null. */
public final class JudgedJsonRenderer {
    private static final int SCHEMA_VERSION = 1;
    private static final JsonFactory JSON = new JsonFactory();

    /** Writes the report. */
    public void render(JudgedReport report, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("schema_version", SCHEMA_VERSION);
            json.writeStringField("verdict", report.verdict().name());
            json.writeBooleanField("comparable", report.obstacles().isEmpty());
            texts(json, "reasons", report.obstacles());
            texts(json, "notes", report.notes());
            side(json, "base", report.base());
            side(json, "candidate", report.candidate());
            json.writeArrayFieldStart("metrics");
            for (Comparison comparison : report.validation().worstFirst()) {
                comparison(json, comparison);
            }
            json.writeEndArray();
            budgets(json, report.validation().budgets());
            explanation(json, report);
            json.writeEndObject();
        }
        out.append(text.toString()).append('\n');
    }

    private static void side(JsonGenerator json, String name, JudgedSide side) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("name", side.name());
        json.writeStringField("commit", only(side.commits()));
        texts(
                json,
                "builds",
                side.builds().stream()
                        .map((BuildMetrics build) -> build.identity().id().value())
                        .toList());
        json.writeStringField("scenario", only(side.scenarios()));
        json.writeStringField("environment", only(side.environments()));
        json.writeEndObject();
    }

    private static @Nullable String only(List<String> values) {
        return values.size() == 1 ? values.get(0) : null;
    }

    private static void comparison(JsonGenerator json, Comparison comparison) throws IOException {
        json.writeStartObject();
        json.writeStringField("metric", comparison.metric().name());
        json.writeStringField("unit", comparison.metric().unit().symbol());
        number(json, "before", comparison.before());
        number(json, "after", comparison.after());
        percent(json, "change_pct", comparison.growth());
        interval(json, comparison.growthInterval().orElse(null));
        percent(json, "cannot_see_less_than_pct", comparison.smallestVisibleGrowth());
        json.writeStringField("verdict", comparison.verdict().name());
        json.writeStringField("reason", comparison.reason());
        json.writeEndObject();
    }

    private static void interval(JsonGenerator json, @Nullable Interval interval) throws IOException {
        json.writeFieldName("interval_pct");
        if (interval == null) {
            json.writeNull();
        } else {
            json.writeArray(new double[] {100 * interval.low(), 100 * interval.high()}, 0, 2);
        }
    }

    private static void budgets(JsonGenerator json, List<BudgetCheck> budgets) throws IOException {
        json.writeArrayFieldStart("budgets");
        for (BudgetCheck check : budgets) {
            json.writeStartObject();
            json.writeStringField("metric", check.budget().metric());
            json.writeBooleanField("per_page", check.budget().perPage());
            json.writeNumberField("budget", check.budget().most());
            number(json, "value", check.value());
            json.writeStringField("verdict", check.verdict().name());
            json.writeStringField("reason", check.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void explanation(JsonGenerator json, JudgedReport report) throws IOException {
        json.writeFieldName("explained_by");
        if (report.explainedBy().isPresent()) {
            json.writeStartObject();
            json.writeStringField("phase", report.explainedBy().get().phase());
            json.writeNumberField("change_ms", report.explainedBy().get().changeMillis());
            json.writeNumberField("share", report.explainedBy().get().share());
            json.writeEndObject();
        } else {
            json.writeNull();
        }
        json.writeArrayFieldStart("input_growth");
        for (JudgedReport.InputGrowth growth : report.growths()) {
            json.writeStartObject();
            json.writeStringField("metric", growth.metric());
            json.writeStringField("input", growth.input());
            json.writeNumberField("input_pct", 100 * (growth.growth().input() - 1));
            json.writeNumberField("per_item_pct", 100 * (growth.growth().perItem() - 1));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    private static void percent(JsonGenerator json, String name, OptionalDouble share) throws IOException {
        number(json, name, share.isPresent() ? Double.valueOf(100 * share.getAsDouble()) : null);
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }
}
