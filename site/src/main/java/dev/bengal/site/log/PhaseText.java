package dev.bengal.site.log;

import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a phase for people. Figures look as in the tables of {@code bengal perf}; what was not measured is an en dash. */
final class PhaseText {
    private static final String ABSENT = "–";
    private static final int NAME_WIDTH = 20;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final double SHOWN_AS_ZERO_MEBIBYTES = 0.05;

    private PhaseText() {}

    static String time(PhaseMetrics phase, int depth) {
        return start(phase, depth) + ending(phase);
    }

    static String memory(PhaseMetrics phase, int depth) {
        return String.format(
                Locale.ROOT,
                "%s  %8s  peak %s%s",
                start(phase, depth),
                change(phase.memory().deltaMebibytes()),
                mebibytes(phase.memory().peakMebibytes()),
                ending(phase));
    }

    private static String start(PhaseMetrics phase, int depth) {
        return String.format(
                Locale.ROOT,
                "%-" + NAME_WIDTH + "s  %7s",
                "  ".repeat(depth) + printable(phase.name()),
                duration(phase.durationMillis()));
    }

    /** A phase is one line, whatever its name holds. */
    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", " ");
    }

    private static String ending(PhaseMetrics phase) {
        return phase.outcome() == Outcome.SUCCESS ? "" : "  " + phase.outcome().word();
    }

    private static String duration(double millis) {
        return millis >= MILLIS_PER_SECOND
                ? String.format(Locale.ROOT, "%.2fs", millis / MILLIS_PER_SECOND)
                : String.format(Locale.ROOT, "%.1fms", millis);
    }

    private static String change(@Nullable Double mebibytes) {
        if (mebibytes == null) {
            return ABSENT;
        }
        return Math.abs(mebibytes) < SHOWN_AS_ZERO_MEBIBYTES
                ? "±0.0MB"
                : String.format(Locale.ROOT, "%+.1fMB", mebibytes).replace('-', '−');
    }

    private static String mebibytes(@Nullable Double mebibytes) {
        return mebibytes == null ? ABSENT : String.format(Locale.ROOT, "%.1fMB", mebibytes);
    }
}
