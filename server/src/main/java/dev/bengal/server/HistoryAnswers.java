package dev.bengal.server;

import dev.bengal.journal.RecordEncoder;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.CallTree;
import dev.bengal.model.CommitOrder;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.Series;
import dev.bengal.report.build.FlameGraphRenderer;
import dev.bengal.report.history.ChangesJsonRenderer;
import dev.bengal.report.judged.JudgedJsonRenderer;
import dev.bengal.report.judged.SelfTestJsonRenderer;
import dev.bengal.store.BuildFilter;
import dev.bengal.store.BuildOrder;
import dev.bengal.store.BuildStore;
import dev.bengal.store.History;
import dev.bengal.store.ThinSeries;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers questions about a history with JSON documents; {@code openapi.json} describes each. Safe for use by many threads. */
public final class HistoryAnswers {
    static final Set<String> SCOPE = Set.of("project", "scenario", "branch", "environment");
    static final int PAGE = 100;
    static final int LONGEST_PAGE = 1000;
    static final int POINTS = 5000;
    static final int MOST_POINTS = 200_000;
    static final int MOST_BUILDS = 2_000_000;

    /** So many of the newest builds say what there is, and are judged. */
    private static final int LOOKED_AT = 1000;

    /** So many of the newest builds of a series have its level, in the environment of the last one. */
    private static final int LEVEL_IN = 2000;

    private final BuildStore store;
    private final Judgements judgements;
    private final Stacks stacks;
    private final Object dividing = new Object();
    private volatile Said said = new Said("nothing was read", List.of());

    /** Answers about a history without stacks. */
    public HistoryAnswers(BuildStore store, Judgements judgements) {
        this(store, judgements, Stacks.NONE);
    }

    public HistoryAnswers(BuildStore store, Judgements judgements, Stacks stacks) {
        this.store = store;
        this.judgements = judgements;
        this.stacks = stacks;
    }

    BuildStore store() {
        return store;
    }

    CommitOrder order() {
        return judgements.order();
    }

    String projects() {
        History history = newest(BuildFilter.ALL, LOOKED_AT);
        return new ProjectCards(history.builds(), judgements, history.recorded()).document(store.troubles());
    }

    String builds(Question question) {
        question.knowing(with("limit", "before"));
        return builds(BuildPage.read(
                store, question.filter(), question.text("before"), question.number("limit", PAGE, LONGEST_PAGE)));
    }

    String builds(BuildPage page) {
        return Document.of(json -> {
            json.writeNumberField("recorded", page.recorded());
            json.writeStringField("next", page.next());
            json.writeArrayFieldStart("builds");
            for (BuildRecord known : page.builds()) {
                BuildSummary.write(json, known);
            }
            json.writeEndArray();
        });
    }

    String build(String id) {
        return build(known(id));
    }

    /** Who allocated what in a build, as the flame graph draws it; null where no stacks are kept. */
    String stacks(String id) {
        return stacks(known(id));
    }

    String stacks(BuildRecord known) {
        Optional<CallTree> kept = stacks.of(known.build().identity().id());
        return Document.of(json -> {
            json.writeFieldName("stacks");
            if (kept.isEmpty()) {
                json.writeNull();
            } else {
                json.writeRawValue(Document.rendered(
                        out -> new FlameGraphRenderer(ZoneOffset.UTC).renderData(known.build(), kept.get(), out)));
            }
        });
    }

    boolean hasStacks(BuildRecord known) {
        return stacks.of(known.build().identity().id()).isPresent();
    }

    String accept(Question question) {
        return new AcceptedChange(judgements).accept(question);
    }

    private BuildRecord known(String id) {
        return store.recent(BuildFilter.ALL.id(id), BuildOrder.BY_START, 2).builds().stream()
                .filter(known -> known.build().identity().id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new RefusedException(404, "No build of that id is recorded."));
    }

    static String build(BuildRecord known) {
        return Document.of(json -> {
            json.writeStringField("excluded", known.excluded());
            json.writeFieldName("build");
            json.writeRawValue(RecordEncoder.line(known.build()).strip());
        });
    }

    String series(Question question) {
        question.knowing(with("metric", "per", "limit", "points"));
        String metric = question.required("metric");
        String per = question.text("per");
        int limit = question.number("limit", Integer.MAX_VALUE, MOST_BUILDS);
        int points = Math.max(4, question.number("points", POINTS, MOST_POINTS));
        return per == null
                ? series(question.filter(), metric, limit, points)
                : quotients(question.filter(), metric, per, Math.min(limit, MOST_BUILDS), points);
    }

    /**
     * Divided before they are thinned: two series of which each kept its own extremes have few builds in common. One at a time, since a page
     * asks for several at once, and each holds two whole series.
     */
    private String quotients(BuildFilter filter, String name, String per, int limit, int points) {
        CommitOrder order = order();
        BuildFilter wanted = filter.baselineMaterial();
        String metric = meant(wanted, name);
        String divisor = meant(wanted, per);
        synchronized (dividing) {
            // A limit counts builds, whatever they measured: both are of the same ones.
            Quotients quotients = new Quotients(store.series(wanted, divisor, limit));
            List<ThinSeries> series = store.series(wanted, metric, limit).stream()
                    .flatMap(quotients::of)
                    .map(whole -> ThinSeries.of(whole.in(order), points))
                    .toList();
            return new SeriesDocument(thin -> Optional.empty()).of(metric, series);
        }
    }

    String series(BuildFilter filter, String name, int limit, int points) {
        CommitOrder order = order();
        BuildFilter wanted = filter.baselineMaterial();
        String metric = meant(wanted, name);
        List<ThinSeries> series = limit == Integer.MAX_VALUE
                ? store.thinned(wanted, metric, points).stream()
                        .map(thin -> new ThinSeries(thin.series().in(order), thin.builds()))
                        .toList()
                : store.series(wanted, metric, limit).stream()
                        .map(whole -> ThinSeries.of(whole.in(order), points))
                        .toList();
        List<HistoryEvent.Accepted> accepted = accepted();
        int levelIn = Math.min(limit, LEVEL_IN);
        return new SeriesDocument(thin -> level(wanted, thin, levelIn, order, accepted)).of(metric, series);
    }

    /** With the {@code phase.} that a name may leave out, where builds of that sort measured the one and not the other. */
    String meant(BuildFilter filter, String name) {
        return PhaseMetric.completed(name)
                .filter(whole ->
                        newest(filter, name).isEmpty() && !newest(filter, whole).isEmpty())
                .orElse(name);
    }

    /** A metric over so many of the newest builds that one of them measured it. Mostly the newest one did, and no other is read. */
    List<Series> newest(BuildFilter filter, String metric) {
        List<Series> found = List.of();
        for (int limit = 1; found.isEmpty() && limit <= MOST_BUILDS; limit *= 100) {
            found = store.series(filter, metric, limit);
        }
        return found;
    }

    /** Of a series that was thinned, in its newest builds alone: those that were left out may be the baseline. */
    private Optional<Level> level(
            BuildFilter wanted, ThinSeries thin, int levelIn, CommitOrder order, List<HistoryEvent.Accepted> accepted) {
        Series series = thin.series();
        if (thin.isWhole()) {
            return Level.of(series, accepted);
        }
        BuildFilter same =
                wanted.project(series.project()).scenario(series.scenario().name());
        return store.series(same, series.metric().name(), levelIn).stream()
                .findFirst()
                .flatMap(newest -> Level.of(newest.in(order), accepted));
    }

    /** The newest value of a metric as a picture. */
    String badge(BuildFilter filter, String name) {
        String metric = meant(filter, name);
        return Badge.of(metric, newest(filter, metric));
    }

    String changes(Question question) {
        question.knowing(with("metric"));
        String metric = question.text("metric");
        BuildFilter filter = question.filter();
        Set<String> metrics = metric == null
                ? Set.of()
                : Arrays.stream(metric.split(","))
                        .map(name -> meant(filter, name))
                        .collect(Collectors.toSet());
        return Document.rendered(out -> new ChangesJsonRenderer().render(judgements.changes(filter, metrics), out));
    }

    String compare(Question question) {
        question.knowing(Set.of("base", "candidate"));
        ComparedBuilds sides = new ComparedBuilds(store);
        var base = sides.find(question.required("base"));
        var candidate = sides.find(question.required("candidate"));
        return Document.rendered(out -> new JudgedJsonRenderer().render(judgements.compare(base, candidate), out));
    }

    String health(Question question) {
        question.knowing(SCOPE);
        return HealthDocument.of(newest(question.filter(), LOOKED_AT), store.troubles());
    }

    /** What the gate is worth, worked out at once. */
    String selftest(Question question, Instant now) {
        return selftest(new LateAnswers.Late(false, now, replayed(question)));
    }

    /** The same where it is worked out meanwhile. */
    static String selftest(LateAnswers.Late late) {
        return Document.of(json -> {
            json.writeBooleanField("computing", late.isOnItsWay());
            json.writeStringField(
                    "computed", late.since() == null ? null : late.since().toString());
            json.writeFieldName("metrics");
            json.writeRawValue(late.answer() == null ? "[]" : late.answer());
        });
    }

    /** The metrics of a self-test; takes seconds. */
    String replayed(Question question) {
        return Document.rendered(out -> new SelfTestJsonRenderer()
                .renderMetrics(judgements.worth(question.knowing(SCOPE).filter()), out));
    }

    /** In the order of their commits, the oldest first. */
    History newest(BuildFilter filter, int limit) {
        History history = store.recent(filter, BuildOrder.BY_COMMIT, limit);
        List<BuildRecord> sorted = history.builds().stream()
                .sorted(Comparator.comparing(
                        BuildRecord::build, judgements.order().builds()))
                .toList();
        return new History(sorted, history.recorded(), history.findings());
    }

    private List<HistoryEvent.Accepted> accepted() {
        Object now = store.mark();
        Said known = said;
        if (!known.mark().equals(now)) {
            known = new Said(now, readAccepted());
            said = known;
        }
        return known.accepted();
    }

    private List<HistoryEvent.Accepted> readAccepted() {
        return store.events().stream()
                .flatMap(
                        event -> event instanceof HistoryEvent.Accepted accepted ? Stream.of(accepted) : Stream.empty())
                .toList();
    }

    /**
     * What was accepted in a history.
     *
     * @param mark of the history
     */
    private record Said(Object mark, List<HistoryEvent.Accepted> accepted) {}

    private static Set<String> with(String... more) {
        return Stream.concat(SCOPE.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }
}
