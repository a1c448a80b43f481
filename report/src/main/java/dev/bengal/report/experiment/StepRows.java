package dev.bengal.report.experiment;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.analysis.bisect.CommitStep;
import dev.bengal.model.Metric;
import dev.bengal.report.text.Figures;
import dev.bengal.report.text.Label;
import dev.bengal.report.text.TextTable.Column;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The commits that a search or a backfill looked at, as cells and as JSON. */
final class StepRows {
    private StepRows() {}

    static List<Column> columns(Metric metric) {
        return List.of(
                Column.left("Commit"),
                Column.left("It is"),
                Column.right(Label.title(metric)),
                Column.right("Builds"),
                Column.right("Reused"),
                Column.left("Subject"));
    }

    static List<String> row(CommitStep step, Metric metric) {
        return List.of(
                Label.hash(step.commit()),
                word(step) + (step.reason().isEmpty() ? "" : " (" + Label.printable(step.reason()) + ")"),
                step.value() == null ? Figures.ABSENT : Figures.finely(metric, step.value()),
                Integer.toString(step.builds()),
                Integer.toString(step.recordedBefore()),
                subject(step));
    }

    static String subject(CommitStep step) {
        String subject = Label.printable(step.subject());
        return subject.codePointCount(0, subject.length()) <= 60
                ? subject
                : subject.substring(0, subject.offsetByCodePoints(0, 59)) + "…";
    }

    static String word(CommitStep step) {
        return switch (step.standing()) {
            case GOOD -> "good";
            case BAD -> "bad";
            case UNBUILDABLE -> "skipped: does not build";
            case UNSURE -> "skipped: not sure";
            case MEASURED -> "measured";
        };
    }

    static void json(JsonGenerator json, List<CommitStep> steps) throws IOException {
        json.writeArrayFieldStart("steps");
        for (CommitStep step : steps) {
            json.writeStartObject();
            json.writeStringField("commit", step.commit());
            json.writeStringField("subject", step.subject());
            json.writeStringField("standing", step.standing().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("builds", step.builds());
            json.writeNumberField("recorded_before", step.recordedBefore());
            EffectJson.number(json, "value", step.value());
            json.writeStringField("reason", step.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
