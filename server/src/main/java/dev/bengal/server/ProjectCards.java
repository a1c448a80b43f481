package dev.bengal.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.analysis.Comparison;
import dev.bengal.analysis.Verdict;
import dev.bengal.model.BuildIdentity;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Metric;
import dev.bengal.model.Reading;
import dev.bengal.model.TotalMetric;
import dev.bengal.report.judged.JudgedReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** Every project and scenario at a glance. */
final class ProjectCards {
    private static final int SPARKS = 60;
    private static final double PERCENT = 100;

    private final Map<List<Object>, List<BuildRecord>> cards = new LinkedHashMap<>();
    private final Judgements judgements;
    private final long recorded;

    /** @param builds in their order, the oldest first */
    ProjectCards(List<BuildRecord> builds, Judgements judgements, long recorded) {
        this.judgements = judgements;
        this.recorded = recorded;
        for (BuildRecord known : builds) {
            BuildIdentity identity = known.build().identity();
            cards.computeIfAbsent(List.of(identity.project(), identity.scenario()), unknown -> new ArrayList<>())
                    .add(known);
        }
    }

    /** @param troubles why it may not be the whole history */
    String document(List<String> troubles) {
        return Document.of(json -> {
            Document.texts(json, "troubles", troubles);
            json.writeNumberField("recorded", recorded);
            json.writeBooleanField("can_accept", judgements.acceptances().isPresent());
            json.writeArrayFieldStart("cards");
            for (List<BuildRecord> builds : cards.values()) {
                write(json, builds);
            }
            json.writeEndArray();
            metrics(json);
        });
    }

    private void write(JsonGenerator json, List<BuildRecord> builds) throws IOException {
        BuildIdentity identity = builds.get(0).build().identity();
        Optional<JudgedReport> judged = judgements.newest(identity.project(), identity.scenario());
        Optional<Comparison> told = judged.flatMap(ProjectCards::told);
        json.writeStartObject();
        json.writeStringField("project", identity.project());
        json.writeStringField("scenario", identity.scenario().name());
        json.writeNumberField("builds", builds.size());
        json.writeFieldName("newest");
        BuildSummary.write(json, builds.get(builds.size() - 1));
        json.writeStringField(
                "verdict", judged.map(report -> report.verdict().name()).orElse("NOT_JUDGED"));
        Metric metric = told.map(Comparison::metric).orElse(TotalMetric.DURATION.metric());
        json.writeStringField("judged_metric", metric.name());
        json.writeStringField("judged_unit", metric.unit().symbol());
        json.writeStringField(
                "reason",
                judged.flatMap(ProjectCards::brokenBudgets)
                        .or(() -> told.map(Comparison::reason))
                        .orElse(
                                judged.isPresent()
                                        ? "no metric of it was judged"
                                        : "no build of it is successful, from a clean tree and not excluded"));
        Document.number(json, "level", told.map(Comparison::before).orElse(null));
        OptionalDouble growth = told.map(Comparison::growth).orElse(OptionalDouble.empty());
        Document.number(json, "change_pct", growth.isPresent() ? PERCENT * growth.getAsDouble() : null);
        sparks(json, builds);
        json.writeEndObject();
    }

    /**
     * The metric to tell of: the time where nothing is wrong and it is measured, else the first with the answer of the whole. None where all
     * that is wrong is a budget.
     */
    private static Optional<Comparison> told(JudgedReport report) {
        boolean isWrong = report.verdict() == Verdict.REGRESSED || report.verdict() == Verdict.SUSPICIOUS;
        return first(
                        report,
                        comparison -> !isWrong
                                && comparison
                                        .metric()
                                        .name()
                                        .equals(TotalMetric.DURATION.metric().name()))
                .or(() -> first(report, comparison -> comparison.verdict() == report.verdict()));
    }

    private static Optional<Comparison> first(JudgedReport report, Predicate<Comparison> wanted) {
        return report.validation().comparisons().stream().filter(wanted).findFirst();
    }

    private static Optional<String> brokenBudgets(JudgedReport report) {
        List<String> broken = report.brokenBudgets();
        return broken.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", broken));
    }

    private static void sparks(JsonGenerator json, List<BuildRecord> builds) throws IOException {
        double[] times = builds.stream()
                .filter(BuildRecord::isBaselineMaterial)
                .flatMapToDouble(known -> TotalMetric.DURATION.of(known.build()).stream())
                .toArray();
        int from = Math.max(0, times.length - SPARKS);
        json.writeFieldName("recent");
        json.writeArray(times, from, times.length - from);
    }

    private void metrics(JsonGenerator json) throws IOException {
        Map<String, Metric> known = new LinkedHashMap<>();
        for (List<BuildRecord> builds : cards.values()) {
            for (Reading reading : builds.get(builds.size() - 1).build().readings()) {
                known.putIfAbsent(reading.metric().name(), reading.metric());
            }
        }
        json.writeArrayFieldStart("metrics");
        for (Metric metric : known.values()) {
            json.writeStartObject();
            BuildSummary.metric(json, metric);
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
