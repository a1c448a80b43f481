package dev.bengal.analysis;

import dev.bengal.analysis.statistics.OrderStatistics;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import dev.bengal.model.UsualTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long builds take at present, so that one who cannot judge a history can tell that a build was slower than usual: slower than
 * the median of the newest builds of the current level by more than {@link #SIGMAS} times their spread, and by more than {@link
 * #RELEVANT}. The spread is the median absolute deviation, scaled to the standard deviation of normal values. That is a word about
 * one build, and no verdict: a busy machine is reason enough.
 *
 * @see <a href="https://www.itl.nist.gov/div898/handbook/eda/section3/eda35h.htm">NIST/SEMATECH e-Handbook, 1.3.5.17: the modified
 *     z-score and its limit</a>
 */
public final class UsualTimes {
    static final double SIGMAS = 3.5;
    static final double RELEVANT = 0.1;
    private static final int FEWEST = 8;
    private static final int MOST = 20;

    private UsualTimes() {}

    /**
     * By fingerprint of the environment; without those in which the current level has fewer than 8 builds.
     *
     * @param duration of one project and scenario, in milliseconds
     */
    public static Map<String, UsualTime> of(Series duration, List<HistoryEvent.Accepted> accepted) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (Series.Point point : CurrentSegment.of(duration, accepted)) {
            values.computeIfAbsent(point.fingerprint(), first -> new ArrayList<>())
                    .add(point.value());
        }
        Map<String, UsualTime> times = new LinkedHashMap<>();
        values.forEach((fingerprint, known) -> {
            double[] newest = known.stream()
                    .skip(Math.max(0, known.size() - MOST))
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            double usual = OrderStatistics.median(newest);
            if (newest.length >= FEWEST && usual > 0) {
                times.put(fingerprint, new UsualTime(usual, usual + margin(usual, newest), newest.length));
            }
        });
        return times;
    }

    private static double margin(double usual, double[] values) {
        double sigma = OrderStatistics.MAD_TO_SIGMA * OrderStatistics.medianAbsoluteDeviation(values);
        return Math.max(SIGMAS * sigma, RELEVANT * usual);
    }
}
