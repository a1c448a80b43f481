package dev.bengal.maven;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Outcome;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.UsualLevel;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one line at the end of a build that says what was recorded, and where to look next. */
final class SummaryLine {
    private SummaryLine() {}

    static String of(BuildMetrics build, long modules, long tests, long downloads) {
        Double wall = build.totals().time().wallMillis();
        String parts = Stream.of(
                        wall == null ? "" : seconds(wall),
                        modules > 1 ? counted(modules, "module") : "",
                        tests > 0 ? counted(tests, "test") : "",
                        downloads > 0 ? counted(downloads, "download") : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return "Bengal recorded '" + build.identity().scenario() + "' ("
                + build.outcome().word() + "): " + parts;
    }

    /** What to look at next, and why; a build that failed is not slow. */
    static String pointer(BuildMetrics build, Map<String, UsualLevel> usual) {
        Double wall = build.totals().time().wallMillis();
        return Optional.ofNullable(usual.get(TotalMetric.DURATION.metric().name()))
                .filter(known -> build.outcome() == Outcome.SUCCESS && wall != null && wall > known.high())
                .map(known -> ". Slower than usual: builds take " + seconds(known.middle())
                        + ", and hardly one more than " + seconds(known.high()) + ". More: bengal perf show")
                .orElse(". More: bengal perf show");
    }

    private static String seconds(double millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1000);
    }

    private static String counted(long count, String word) {
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
