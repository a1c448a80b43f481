package dev.bengal.analysis;

import dev.bengal.analysis.changepoint.ChangePoint;
import dev.bengal.analysis.statistics.Effect;
import dev.bengal.model.Direction;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Metric;
import dev.bengal.model.Scenario;
import dev.bengal.model.Series;
import java.util.List;
import java.util.Objects;

/**
 * A change point with the builds around it.
 *
 * @param lastGood the last build before the change
 * @param firstBad the first build of the new level, whether that is worse or better
 * @param accepted whether someone looked at it and took the new level for the normal one
 */
public record LevelChange(
        Metric metric,
        String project,
        Scenario scenario,
        Series.Point lastGood,
        Series.Point firstBad,
        ChangePoint point,
        boolean accepted) {
    public LevelChange {
        Objects.requireNonNull(metric, "metric");
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(scenario, "scenario");
        Objects.requireNonNull(lastGood, "lastGood");
        Objects.requireNonNull(firstBad, "firstBad");
        Objects.requireNonNull(point, "point");
    }

    /** @param all changes of the series, the point among them */
    static LevelChange of(
            Series series, ChangePoint point, List<ChangePoint> all, List<HistoryEvent.Accepted> accepted) {
        return new LevelChange(
                series.metric(),
                series.project(),
                series.scenario(),
                series.points().get(point.lastGood()),
                series.points().get(point.index()),
                point,
                accepted.stream().anyMatch(event -> isMeantBy(event, series, point, all)));
    }

    /** As more builds come, a change that was accepted may be seen at the commit before, unless that of the accepted commit is another one. */
    private static boolean isMeantBy(
            HistoryEvent.Accepted event, Series series, ChangePoint point, List<ChangePoint> all) {
        int end = series.endOfCommit(point.index());
        int endOfNext = end < series.points().size() ? series.endOfCommit(end) : end;
        boolean isAnother = all.stream().anyMatch(other -> end <= other.index() && other.index() < endOfNext);
        return CurrentSegment.concerns(event, series)
                && series.points().subList(point.lastGood() + 1, isAnother ? end : endOfNext).stream()
                        .anyMatch(build -> event.commit().equals(build.commit()));
    }

    /** From the level before to that after; of a drift from its beginning to its end. */
    public Effect effect() {
        return point.effect();
    }

    /** What happened. */
    public ChangePoint.Kind kind() {
        return point.kind();
    }

    /** How sure it is. */
    public ChangePoint.State state() {
        return point.state();
    }

    /** Whether the new level is the worse one; false also where neither way is the better one. */
    public boolean isWorse() {
        return switch (metric.direction()) {
            case LOWER -> effect().change() > 0;
            case HIGHER -> effect().change() < 0;
            case NONE -> false;
        };
    }

    /** Whether the new level is the better one. */
    public boolean isBetter() {
        return metric.direction() != Direction.NONE && effect().change() != 0 && !isWorse();
    }
}
