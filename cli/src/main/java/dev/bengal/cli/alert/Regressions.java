package dev.bengal.cli.alert;

import dev.bengal.alerts.Alert;
import dev.bengal.analysis.LevelChange;
import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.changepoint.ChangePointDetector;
import dev.bengal.cli.history.Location;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.Series;
import dev.bengal.model.TotalMetric;
import dev.bengal.report.text.Label;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The confirmed changes for the worse that a series still stands on. One commit moves many metrics; receivers are told of the first of them,
 * totals before phases, and with it of the others that are seen to have changed with the same build.
 */
final class Regressions {
    /** The estimate of where a change lies moves while builds come; so near to an alert's it is still that. */
    private static final int SAME = 12;

    /** What got worse longer ago than this before the newest build is no news; a build of the future makes nothing old. */
    private static final Duration NEWS = Duration.ofDays(30);

    private static final int OTHERS_NAMED = 5;
    private static final List<Metric> TOTALS =
            TotalMetric.ALL.stream().map(TotalMetric::metric).toList();

    private static final int HASH_SHOWN = 8;

    /** The history keeps the headlines of what was told, and nothing else that tells a regression from a budget. */
    private static final Pattern HEADLINE = Pattern.compile(".* since .{1," + HASH_SHOWN + "}");

    private final Predicate<String> isKnown;
    private final Instant now;
    private final List<Alert> firing = new ArrayList<>();
    private final List<News> news = new ArrayList<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final List<Series> judged = new ArrayList<>();

    /**
     * A change that is news.
     *
     * @param place that of its alert
     */
    private record News(Series series, LevelChange change, String place) {
        /** Totals first, as they are listed, and phases last. */
        static final Comparator<News> TOTALS_FIRST =
                Comparator.comparingInt(one -> importance(one.series().metric()));

        private static int importance(Metric metric) {
            int total = TOTALS.indexOf(metric);
            return total >= 0
                    ? total
                    : TOTALS.size() + (PhaseMetric.parse(metric.name()).isPresent() ? 1 : 0);
        }

        /** What is told in one message: of a scenario, what is seen now to have changed with one build. */
        List<String> cause() {
            return List.of(series.project(), series.scenario().name(), Regressions.place(change.firstBad()));
        }
    }

    /** @param isKnown whether an alert of this id was ever told to anyone */
    Regressions(Predicate<String> isKnown, Instant now) {
        this.isKnown = isKnown;
        this.now = now;
    }

    /** @param steps of this series, the oldest first */
    void add(Series series, List<LevelChange> steps) {
        if (series.points().size() >= ChangePointDetector.FEWEST_BUILDS) {
            judged.add(series);
        }
        List<LevelChange> worse = steps.stream()
                .filter(change -> change.isWorse()
                        && change.kind() == ChangePoint.Kind.STEP
                        && change.state() == ChangePoint.State.CONFIRMED)
                .toList();
        Map<LevelChange, String> places = places(series, worse);
        for (LevelChange change : worse) {
            String place = Objects.requireNonNull(places.get(change));
            add(series, change, place, remains(steps.subList(steps.indexOf(change), steps.size())));
        }
    }

    /**
     * Those of what was told that nothing can be said about: too few builds of the series are left, or none of the commit.
     *
     * @param builds all that are left, whatever became of them
     */
    List<Alert> lost(List<Alert> told, List<BuildRecord> builds) {
        List<Alert> regressions = told.stream()
                .filter(alert -> HEADLINE.matcher(alert.headline()).matches())
                .toList();
        Set<String> known = regressions.isEmpty() ? Set.of() : known(builds);
        return regressions.stream().filter(alert -> !known.contains(alert.id())).toList();
    }

    /** The ids of all alerts that there may be of what was judged. */
    private Set<String> known(List<BuildRecord> builds) {
        Set<String> ids = new HashSet<>();
        for (Series series : judged) {
            builds.stream()
                    .map(BuildRecord::build)
                    .filter(build -> build.identity().project().equals(series.project())
                            && build.identity().scenario().equals(series.scenario()))
                    .map(build -> place(Series.Point.of(build, 0)))
                    .distinct()
                    .forEach(place -> ids.add(id(series, place)));
        }
        return ids;
    }

    /** Whether more than half of the first step is left after those that followed. */
    private static boolean remains(List<LevelChange> steps) {
        double left = steps.stream()
                .filter(step -> step.state() == ChangePoint.State.CONFIRMED && step.kind() == ChangePoint.Kind.STEP)
                .mapToDouble(Regressions::size)
                .sum();
        return left > size(steps.get(0)) / 2;
    }

    /** For the worse, so that sizes can be added up. */
    private static double size(LevelChange step) {
        double change = step.effect().change();
        double size = step.effect().relative() ? Math.log1p(Math.max(change, -0.999)) : change;
        return step.metric().direction() == Direction.HIGHER ? -size : size;
    }

    private void add(Series series, LevelChange change, String place, boolean remains) {
        Alert alert = alert(series, change, place, List.of());
        if (change.accepted()) {
            acknowledged.add(alert.id());
        } else if (remains) {
            firing.add(alert);
            Instant newest = series.points().get(series.points().size() - 1).timestamp();
            Instant present = newest.isBefore(now) ? newest : now;
            if (present.minus(NEWS).isBefore(change.firstBad().timestamp())) {
                news.add(new News(series, change, place));
            }
        }
    }

    /** For each step one of its own: the nearest that was told and is that of no nearer step, else where it is seen now. */
    private Map<LevelChange, String> places(Series series, List<LevelChange> steps) {
        Map<LevelChange, String> places = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (int distance = 0; distance <= SAME; distance++) {
            for (LevelChange change : steps) {
                int at = change.point().index();
                for (int i : new int[] {at - distance, at + distance}) {
                    if (i < 0 || i >= series.points().size() || places.containsKey(change)) {
                        continue;
                    }
                    String near = place(series.points().get(i));
                    if (isKnown.test(id(series, near)) && taken.add(near)) {
                        places.put(change, near);
                    }
                }
            }
        }
        for (LevelChange change : steps) {
            places.computeIfAbsent(change, fresh -> place(fresh.firstBad()));
        }
        return places;
    }

    private static Alert alert(Series series, LevelChange change, String place, List<LevelChange> others) {
        String metric = series.metric().name();
        return Alert.of(
                identity(series, place),
                series.project(),
                series.project() + ": " + metric + " of '" + series.scenario() + "' " + effect(change) + " since "
                        + shortened(place),
                "Last good: " + Label.printable(shown(change.lastGood())) + "\nFirst bad: "
                        + Label.printable(shown(change.firstBad()))
                        + also(others)
                        + "\nTo see it: bengal perf changes\nTo accept it: bengal perf accept " + word(shortened(place))
                        + (others.isEmpty() ? " --metric " + word(metric) : "") + " --why \"...\"");
    }

    private static String also(List<LevelChange> others) {
        if (others.isEmpty()) {
            return "";
        }
        int more = others.size() - OTHERS_NAMED;
        return others.stream()
                .limit(OTHERS_NAMED)
                .map(change -> Label.printable(change.metric().name()) + " " + effect(change))
                .collect(Collectors.joining(", ", "\nAlso worse: ", more > 0 ? " and " + more + " more" : ""));
    }

    /** For a line that somebody may type or paste: a name from a record is one word, whatever it holds. */
    private static String word(String name) {
        return Location.quoted(Label.printable(name));
    }

    private static String effect(LevelChange change) {
        double by = change.effect().change();
        return change.effect().relative()
                ? String.format(Locale.ROOT, "%+.1f %%", 100 * by)
                : String.format(
                                Locale.ROOT,
                                "%+.3g %s",
                                by,
                                change.metric().unit().symbol())
                        .strip();
    }

    private static String id(Series series, String place) {
        return Alert.of(identity(series, place), "", "", "").id();
    }

    private static List<String> identity(Series series, String place) {
        return List.of(
                "regression",
                series.project(),
                series.scenario().name(),
                series.metric().name(),
                place);
    }

    private static String place(Series.Point point) {
        return point.commit() == null ? point.build().value() : point.commit();
    }

    private static String shown(Series.Point point) {
        return (point.commit() == null ? "build " + point.build().value() : "commit " + point.commit()) + ", "
                + point.timestamp();
    }

    private static String shortened(String place) {
        return place.substring(0, Math.min(HASH_SHOWN, place.length()));
    }

    /** All of them, those that are told with what else is worse since then. */
    List<Alert> firing() {
        Map<String, Alert> told = told();
        return firing.stream()
                .map(alert -> told.getOrDefault(alert.id(), alert))
                .toList();
    }

    Set<String> news() {
        return told().keySet();
    }

    /** One alert for each cause, by its id. */
    private Map<String, Alert> told() {
        return news.stream().sorted(News.TOTALS_FIRST).collect(Collectors.groupingBy(News::cause)).values().stream()
                .map(Regressions::alert)
                .collect(Collectors.toMap(Alert::id, alert -> alert, (one, same) -> one));
    }

    private static Alert alert(List<News> ofOneCause) {
        News first = ofOneCause.get(0);
        List<LevelChange> others = ofOneCause.stream().skip(1).map(News::change).toList();
        return alert(first.series(), first.change(), first.place(), others);
    }

    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }
}
