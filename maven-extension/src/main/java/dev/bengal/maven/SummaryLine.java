package dev.bengal.maven;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Decimals;
import dev.bengal.model.Outcome;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.UsualLevel;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The one line at the end of a build that says what was recorded, and where to look next. */
final class SummaryLine {
    private SummaryLine() {}

    static String of(BuildMetrics build, long modules, long tests, long downloads) {
        Double wall = build.totals().time().wallMillis();
        List<String> parts = new ArrayList<>();
        if (wall != null) {
            parts.add(seconds(wall));
        }
        if (modules > 1) {
            parts.add(counted(modules, "module"));
        }
        if (tests > 0) {
            parts.add(counted(tests, "test"));
        }
        if (downloads > 0) {
            parts.add(counted(downloads, "download"));
        }
        return "Bengal recorded '" + build.identity().scenario() + "' ("
                + build.outcome().word() + "): " + String.join(", ", parts);
    }

    /**
     * What to look at next, and why; a build that failed is not slow. The build is named, since runs of tests in it that are recorded
     * as well begin later, and the latest one would be one of them.
     */
    static String pointer(BuildMetrics build, Map<String, UsualLevel> usual) {
        Double wall = build.totals().time().wallMillis();
        UsualLevel known =
                usual.isEmpty() ? null : usual.get(TotalMetric.DURATION.metric().name());
        String slow = known == null || wall == null || wall <= known.high() || build.outcome() != Outcome.SUCCESS
                ? ""
                : ". Slower than usual: builds take " + seconds(known.middle()) + ", and hardly one more than "
                        + seconds(known.high());
        return slow + ". More: bengal perf show " + build.identity().id();
    }

    private static String seconds(double millis) {
        return Decimals.fixed(millis / 1000, 1, RoundingMode.HALF_UP) + " s";
    }

    private static String counted(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
