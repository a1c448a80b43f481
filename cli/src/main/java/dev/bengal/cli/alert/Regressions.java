package dev.bengal.cli.alert;

import dev.bengal.alerts.Alert;
import dev.bengal.analysis.LevelChange;
import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.changepoint.ChangePointDetector;
import dev.bengal.cli.history.Location;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Direction;
import dev.bengal.model.PhaseMetric;
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
import java.util.stream.Collectors;

/**
 * The confirmed changes for the worse that a series still stands on. One commit moves many metrics; receivers are told of the first of them,
 * a total before what it consists of, and with it of the others.
 */
final class Regressions {
    /** The estimate of where a change lies moves while builds come; so near to an alert's it is still that. */
    private static final int SAME = 12;

    /** What got worse longer ago than this before the newest build is no news; a build of the future makes nothing old. */
    private static final Duration NEWS = Duration.ofDays(30);

    /** The time of a phase, say, may be seen to step so many builds before or after that of the build. */
    private static final int SAME_CAUSE = 3;

    private static final int OTHERS_NAMED = 5;
    private static final int HASH_SHOWN = 8;

    /** The history keeps the headlines of what was told, and nothing else that tells a regression from a budget. */
    private static final Pattern HEADLINE = Pattern.compile(".* since .{1," + HASH_SHOWN + "}");

    private final Predicate<String> isKnown;
    private final Instant now;
    private final List<Alert> firing = new ArrayList<>();
    private final List<Cause> news = new ArrayList<>();
    private final List<Cause> acceptedTotals = new ArrayList<>();
    private final Set<String> acknowledged = new HashSet<>();
    private final List<Series> judged = new ArrayList<>();

    /**
     * What receivers are told in one message.
     *
     * @param place of the first of them
     * @param others what else is worse since then
     */
    private record Cause(Series series, LevelChange change, String place, List<LevelChange> others) {
        Cause(Series series, LevelChange change, String place) {
            this(series, change, place, new ArrayList<>());
        }

        Alert alert() {
            return Regressions.alert(series, change, place, others);
        }

        boolean isAlsoOf(Series other, LevelChange step, String at) {
            if (!series.project().equals(other.project()) || !series.scenario().equals(other.scenario())) {
                return false;
            }
            int index = step.point().index();
            boolean isPart = isOfPhase(other)
                    && other.metric().unit().equals(series.metric().unit());
            int around = isPart ? SAME_CAUSE : 0;
            return place.equals(at)
                    || other
                            .points()
                            .subList(
                                    Math.max(0, index - around),
                                    Math.min(other.points().size(), index + around + 1))
                            .stream()
                            .anyMatch(point -> place.equals(Regressions.place(point)));
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
            if (!isOfPhase(series)) {
                acceptedTotals.add(new Cause(series, change, place));
            }
        } else if (remains) {
            firing.add(alert);
            if (isRecent(series, change) && !isPartOfAnAccepted(series, change, place)) {
                news.stream()
                        .filter(cause -> cause.isAlsoOf(series, change, place))
                        .findFirst()
                        .ifPresentOrElse(
                                cause -> cause.others().add(change), () -> news.add(new Cause(series, change, place)));
            }
        }
    }

    private boolean isRecent(Series series, LevelChange change) {
        Instant newest = series.points().get(series.points().size() - 1).timestamp();
        Instant present = newest.isBefore(now) ? newest : now;
        return present.minus(NEWS).isBefore(change.firstBad().timestamp());
    }

    /** Who accepted that a build takes longer has accepted it of its phases. */
    private boolean isPartOfAnAccepted(Series series, LevelChange change, String place) {
        return isOfPhase(series) && acceptedTotals.stream().anyMatch(cause -> cause.isAlsoOf(series, change, place));
    }

    private static boolean isOfPhase(Series series) {
        return PhaseMetric.parse(series.metric().name()).isPresent();
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
        Map<String, Alert> told = news.stream().map(Cause::alert).collect(Collectors.toMap(Alert::id, alert -> alert));
        return firing.stream()
                .map(alert -> told.getOrDefault(alert.id(), alert))
                .toList();
    }

    Set<String> news() {
        return news.stream().map(cause -> cause.alert().id()).collect(Collectors.toSet());
    }

    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }
}
