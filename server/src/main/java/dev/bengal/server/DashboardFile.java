package dev.bengal.server;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.Reading;
import dev.bengal.report.judged.JudgedJsonRenderer;
import dev.bengal.report.judged.JudgedSide;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.History;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the dashboard as one file that asks for nothing: the page and every answer that it needs. */
public final class DashboardFile {
    /** Each is as large as some hundred builds. */
    private static final int FLAME_GRAPHS = 3;

    private final HistoryAnswers answers;
    private final Judgements judgements;
    private final int most;

    /** @param most of how many of the newest builds it tells; at least 1 */
    public DashboardFile(HistoryAnswers answers, Judgements judgements, int most) {
        this.answers = answers;
        this.judgements = judgements;
        this.most = most;
    }

    /**
     * Writes the file.
     *
     * @param now what the page says of its age
     */
    public void render(Instant now, Appendable out) throws IOException {
        out.append(new DashboardPage().html(data(now)));
    }

    private String data(Instant now) {
        History history = answers.newest(BuildFilter.ALL, most);
        List<BuildRecord> newestFirst = new ArrayList<>(history.builds());
        Collections.reverse(newestFirst);
        return Document.of(json -> {
            json.writeStringField("written", now.toString());
            raw(json, "projects", answers.projects());
            raw(json, "builds", answers.builds(new BuildPage(newestFirst, history.recorded(), null)));
            raw(json, "changes", answers.changes(new Question(Map.of())));
            raw(json, "health", answers.health(new Question(Map.of())));
            raw(json, "selftest", answers.selftest(new Question(Map.of()), now));
            json.writeObjectFieldStart("build");
            for (BuildRecord known : newestFirst) {
                raw(json, known.build().identity().id().value(), HistoryAnswers.build(known));
            }
            json.writeEndObject();
            json.writeObjectFieldStart("stacks");
            for (BuildRecord known : withStacks(newestFirst)) {
                raw(json, known.build().identity().id().value(), answers.stacks(known));
            }
            json.writeEndObject();
            json.writeObjectFieldStart("series");
            for (String metric : metrics(newestFirst)) {
                raw(json, metric, answers.series(BuildFilter.ALL, metric, most, HistoryAnswers.MOST_POINTS));
            }
            json.writeEndObject();
            comparisons(json, newestFirst);
        });
    }

    private List<BuildRecord> withStacks(List<BuildRecord> newestFirst) {
        return newestFirst.stream()
                .filter(answers::hasStacks)
                .limit(FLAME_GRAPHS)
                .toList();
    }

    private static Set<String> metrics(List<BuildRecord> builds) {
        Set<String> metrics = new LinkedHashSet<>();
        for (BuildRecord known : builds) {
            for (Reading reading : known.build().readings()) {
                Metric metric = reading.metric();
                if (metric.direction() != Direction.NONE || !metric.name().startsWith("phase.")) {
                    metrics.add(metric.name());
                }
            }
        }
        return metrics;
    }

    /** The newest build of each scenario against the one before it; others are compared by the command line or by the server. */
    private void comparisons(JsonGenerator json, List<BuildRecord> newestFirst) throws IOException {
        Map<String, BuildRecord> newest = new LinkedHashMap<>();
        Set<String> compared = new LinkedHashSet<>();
        json.writeObjectFieldStart("compare");
        for (BuildRecord known : newestFirst) {
            String scenario = known.build().identity().project()
                    + '\n'
                    + known.build().identity().scenario();
            if (known.isBaselineMaterial()) {
                BuildRecord after = newest.putIfAbsent(scenario, known);
                if (after != null && compared.add(scenario)) {
                    compare(json, known, after);
                }
            }
        }
        json.writeEndObject();
    }

    private void compare(JsonGenerator json, BuildRecord before, BuildRecord after) throws IOException {
        JudgedSide base = side(before);
        JudgedSide candidate = side(after);
        raw(
                json,
                base.name() + '/' + candidate.name(),
                Document.rendered(out -> new JudgedJsonRenderer().render(judgements.compare(base, candidate), out)));
    }

    private static JudgedSide side(BuildRecord known) {
        return new JudgedSide(known.build().identity().id().value(), List.of(known.build()));
    }

    private static void raw(JsonGenerator json, String name, String document) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(document);
    }
}
