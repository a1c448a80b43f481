package dev.bengal.report.chart;

import dev.bengal.analysis.LevelChange;
import dev.bengal.model.BuildId;
import dev.bengal.model.Series;
import dev.bengal.model.UsualLevel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one chart shows: a series and what is known of it.
 *
 * @param title what is above it
 * @param series at least one point
 * @param changes of this series, in its order
 * @param usual where the last build was expected, or null where that is not known
 */
public record Curve(
        String title,
        Series series,
        List<LevelChange> changes,
        @Nullable UsualLevel usual) {
    public Curve {
        Objects.requireNonNull(title, "title");
        if (series.points().isEmpty()) {
            throw new IllegalArgumentException(series.metric().name() + " has no points to draw");
        }
        changes = List.copyOf(changes);
    }

    /** With those of the changes that are this series' and began at one of its points. */
    public static Curve of(String title, Series series, List<LevelChange> changes, @Nullable UsualLevel usual) {
        Map<BuildId, Integer> places = places(series);
        return new Curve(
                title,
                series,
                changes.stream()
                        .filter(change -> change.metric().equals(series.metric())
                                && change.project().equals(series.project())
                                && change.scenario().equals(series.scenario())
                                && places.containsKey(change.firstBad().build()))
                        .sorted(Comparator.comparing(
                                change -> places.get(change.firstBad().build())))
                        .toList(),
                usual);
    }

    private static Map<BuildId, Integer> places(Series series) {
        Map<BuildId, Integer> places = new HashMap<>();
        for (int i = 0; i < series.points().size(); i++) {
            places.put(series.points().get(i).build(), i);
        }
        return places;
    }

    /** For each of the changes, where in the series it begins. */
    int[] starts() {
        Map<BuildId, Integer> places = places(series);
        return changes.stream()
                .mapToInt(change -> places.getOrDefault(change.firstBad().build(), 0))
                .toArray();
    }

    double[] values() {
        return series.points().stream().mapToDouble(Series.Point::value).toArray();
    }
}
