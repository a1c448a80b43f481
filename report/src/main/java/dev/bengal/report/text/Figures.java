package dev.bengal.report.text;

import dev.bengal.analysis.statistics.Effect;
import dev.bengal.model.Decimals;
import dev.bengal.model.Metric;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.Unit;
import dev.bengal.model.UsualLevel;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Writes numbers the way all renderers write them. What was not measured is an en dash, never 0. */
public final class Figures {
    public static final String ABSENT = "–";

    private static final double MILLIS_PER_SECOND = 1000;
    private static final double MINUTES_FROM_SECONDS = 120;
    private static final double SHOWN_AS_NO_CHANGE_PERCENT = 0.05;
    private static final double SHOWN_AS_ZERO_MEBIBYTES = 0.05;

    private Figures() {}

    /**
     * With so many decimals, half away from zero. A format string says the same, but its first use reads the language data of the JDK,
     * which takes longer than all else that a short table does.
     */
    public static String fixed(double value, int decimals) {
        return Double.isFinite(value) ? Decimals.fixed(value, decimals, RoundingMode.HALF_UP) : Double.toString(value);
    }

    private static String twoDigits(long number) {
        return (number < 10 ? "0" : "") + number;
    }

    /** Such as {@code 1.93s}; from two minutes up, {@code 2m05s}. */
    public static String seconds(@Nullable Double millis) {
        if (millis == null) {
            return ABSENT;
        }
        double seconds = millis / MILLIS_PER_SECOND;
        if (seconds < MINUTES_FROM_SECONDS) {
            return fixed(seconds, 2) + "s";
        }
        long whole = Math.round(seconds);
        return whole < 3600
                ? whole / 60 + "m" + twoDigits(whole % 60) + "s"
                : whole / 3600 + "h" + twoDigits(whole / 60 % 60) + "m";
    }

    /** Such as {@code 12.3ms}, for phases. */
    public static String millis(@Nullable Double millis) {
        return millis == null || millis >= MILLIS_PER_SECOND ? seconds(millis) : fixed(millis, 1) + "ms";
    }

    /** With at least three digits, for runs that are compared: {@code 1.234s}, {@code 56.7ms}, {@code 8.90ms}. */
    public static String finely(double millis) {
        if (millis >= MINUTES_FROM_SECONDS * MILLIS_PER_SECOND) {
            return seconds(millis);
        }
        if (millis >= MILLIS_PER_SECOND) {
            return fixed(millis / MILLIS_PER_SECOND, 3) + "s";
        }
        return fixed(millis, millis < 10 ? 2 : 1) + "ms";
    }

    /** A value in the unit of its metric, a time with at least three digits. */
    public static String finely(Metric metric, double value) {
        return metric.unit().equals(Unit.MILLISECONDS) ? finely(value) : value(metric, value);
    }

    /** A ratio such as {@code 1.32}. */
    public static String ratio(double ratio) {
        return fixed(ratio, 2);
    }

    /** Such as {@code 118.4MB}; a mebibyte is what is meant. */
    public static String mebibytes(@Nullable Double mebibytes) {
        if (mebibytes == null) {
            return ABSENT;
        }
        double shown = Math.abs(mebibytes) < SHOWN_AS_ZERO_MEBIBYTES ? 0 : mebibytes;
        return (fixed(shown, 1) + "MB").replace('-', '−');
    }

    public static String count(@Nullable Long count) {
        return count == null ? ABSENT : Long.toString(count);
    }

    /** A number without a unit, with at most three decimals. */
    public static String plain(double value) {
        return Math.abs(value) >= 1e15
                ? Double.toString(value)
                : Decimals.rounded(value, 3, RoundingMode.HALF_EVEN).replace('-', '−');
    }

    /** Such as {@code 42 %}. */
    public static String share(double percent) {
        return fixed(percent, 0) + " %";
    }

    /** Such as {@code 42.3 %}. */
    public static String shareInTenths(double percent) {
        return fixed(percent, 1) + " %";
    }

    /** A signed change such as {@code +3.1 %}. */
    public static String change(OptionalDouble percent) {
        if (percent.isEmpty()) {
            return ABSENT;
        }
        double value = percent.getAsDouble();
        if (Math.abs(value) < SHOWN_AS_NO_CHANGE_PERCENT) {
            return "±0.0 %";
        }
        return (value < 0 ? "−" : "+") + fixed(Math.abs(value), 1) + " %";
    }

    /** How far a metric moved: a signed percentage, or a signed difference in its unit where there is no percentage. */
    public static String effect(Metric metric, Effect effect) {
        return moved(metric, effect.change(), effect.relative());
    }

    /** Where the true change lies, such as {@code +22.0 % to +28.1 %}; an en dash where nothing is known of it. */
    public static String interval(Metric metric, Effect effect) {
        return effect.interval().isBounded()
                ? moved(metric, effect.interval().low(), effect.relative()) + " to "
                        + moved(metric, effect.interval().high(), effect.relative())
                : ABSENT;
    }

    private static String moved(Metric metric, double change, boolean relative) {
        return relative
                ? change(OptionalDouble.of(100 * change))
                : (change < 0 ? "−" : "+") + value(metric, Math.abs(change));
    }

    /** From where to where values usually are, such as {@code 1.90s to 2.10s}; one figure where both ends look the same. */
    public static String band(Metric metric, UsualLevel usual) {
        String low = value(metric, usual.low());
        String high = value(metric, usual.high());
        return low.equals(high) ? low : low + " to " + high;
    }

    /** A value in the unit of its metric. */
    public static String value(Metric metric, double value) {
        if (metric.unit().equals(Unit.MILLISECONDS)) {
            return metric.equals(TotalMetric.DURATION.metric()) ? seconds(value) : millis(value);
        }
        if (metric.unit().equals(Unit.MEBIBYTES)) {
            return mebibytes(value);
        }
        return metric.unit().equals(Unit.COUNT)
                ? count(Math.round(value))
                : plain(value) + Label.printable(metric.unit().symbol());
    }
}
