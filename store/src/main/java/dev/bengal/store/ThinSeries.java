package dev.bengal.store;

import dev.bengal.model.Series;
import java.util.Arrays;

/**
 * A series of which those points are left that its picture needs, as {@link Downsampling} keeps them.
 *
 * @param builds how many points it has in all
 */
public record ThinSeries(Series series, int builds) {
    /**
     * What is left of a series.
     *
     * @param points how many are left at most; at least 4
     */
    public static ThinSeries of(Series whole, int points) {
        double[] values =
                whole.points().stream().mapToDouble(Series.Point::value).toArray();
        return new ThinSeries(
                new Series(
                        whole.metric(),
                        whole.project(),
                        whole.scenario(),
                        Arrays.stream(Downsampling.minMax(values, points))
                                .mapToObj(whole.points()::get)
                                .toList()),
                values.length);
    }

    /** Whether nothing was left out. */
    public boolean isWhole() {
        return builds == series.points().size();
    }
}
