package dev.bengal.cli.alert;

import dev.bengal.alerts.Alert;
import dev.bengal.analysis.LevelChange;
import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.changepoint.ChangePointDetector;
import dev.bengal.cli.history.Location;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Direction;
import dev.bengal.model.Series;
import dev.bengal.report.text.Label;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The confirmed changes for the worse that a series still stands on. */
final class Regressions {
    /** The estimate of where a change lies moves while builds come; so near to an alert's it is still that. */
    private static final int SAME = 12;

    /** What got worse longer ago than this before the newest build is no news; a build of the future makes nothing old. */
    private static final Duration NEWS = Duration.ofDays(30);

    private static final int HASH_SHOWN = 8;

    /** The history keeps the headlines of what was told, and nothing else that tells a regression from a budget. */
    private static final Pattern HEADLINE = Pattern.compile(".* since .{1," + HASH_SHOWN + "}");

    private final Predicate<String> isKnown;
    private final Instant now;
    private final List<Alert> firing = new ArrayList<>();
    private final Set<String> news = new HashSet<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final List<Series> judged = new ArrayList<>();

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
        Map<LevelChange, Alert> alerts = alerts(series, worse);
        for (LevelChange change : worse) {
            Alert alert = Objects.requireNonNull(alerts.get(change));
            add(series, change, alert, remains(steps.subList(steps.indexOf(change), steps.size())));
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
                    .forEach(place -> ids.add(
                            Alert.of(identity(series, place), "", "", "").id()));
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

    private void add(Series series, LevelChange change, Alert alert, boolean remains) {
        if (change.accepted()) {
            acknowledged.add(alert.id());
        } else if (remains) {
            firing.add(alert);
            Instant newest = series.points().get(series.points().size() - 1).timestamp();
            Instant present = newest.isBefore(now) ? newest : now;
            if (present.minus(NEWS).isBefore(change.firstBad().timestamp())) {
                news.add(alert.id());
            }
        }
    }

    /** For each step one of its own: the nearest that was told and is that of no nearer step, else a fresh one. */
    private Map<LevelChange, Alert> alerts(Series series, List<LevelChange> steps) {
        Map<LevelChange, Alert> alerts = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (int distance = 0; distance <= SAME; distance++) {
            for (LevelChange change : steps) {
                int at = change.point().index();
                for (int i : new int[] {at - distance, at + distance}) {
                    if (i < 0 || i >= series.points().size() || alerts.containsKey(change)) {
                        continue;
                    }
                    Alert near = alert(series, change, series.points().get(i));
                    if (isKnown.test(near.id()) && taken.add(near.id())) {
                        alerts.put(change, near);
                    }
                }
            }
        }
        for (LevelChange change : steps) {
            alerts.computeIfAbsent(change, fresh -> alert(series, fresh, fresh.firstBad()));
        }
        return alerts;
    }

    private static Alert alert(Series series, LevelChange change, Series.Point firstBad) {
        String place = place(firstBad);
        String metric = series.metric().name();
        return Alert.of(
                identity(series, place),
                series.project(),
                series.project() + ": " + metric + " of '" + series.scenario() + "' " + effect(change) + " since "
                        + shortened(place),
                "Last good: " + Label.printable(shown(change.lastGood())) + "\nFirst bad: "
                        + Label.printable(shown(change.firstBad()))
                        + "\nTo see it: bengal perf changes\nTo accept it: bengal perf accept " + word(shortened(place))
                        + " --metric " + word(metric) + " --why \"...\"");
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

    List<Alert> firing() {
        return List.copyOf(firing);
    }

    Set<String> news() {
        return Set.copyOf(news);
    }

    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }
}
