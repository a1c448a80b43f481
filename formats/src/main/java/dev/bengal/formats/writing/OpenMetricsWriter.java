package dev.bengal.formats.writing;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Metric;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.TotalMetric;
import dev.bengal.model.Unit;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * OpenMetrics text: gauges in base units, rounded to four digits, since GitLab compares them as strings; counts stay as they are. There
 * is one sample for each project, scenario and environment, and no commit, which would make each build a series of its own.
 *
 * @see <a href="https://github.com/prometheus/OpenMetrics/blob/main/specification/OpenMetrics.md">OpenMetrics</a>
 */
public final class OpenMetricsWriter {
    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_EVEN);
    private static final String PREFIX = "bengal_";

    /** Writes the families and the end; of builds that are one series, the last one counts. */
    public void write(List<BuildMetrics> builds, Appendable out) throws IOException {
        Map<Family, Map<String, Double>> families = new LinkedHashMap<>();
        for (BuildMetrics build : builds) {
            for (Exported one : Exported.of(build)) {
                add(families, build, one);
            }
        }
        Set<String> names = new LinkedHashSet<>();
        for (Map.Entry<Family, Map<String, Double>> family : families.entrySet()) {
            if (names.add(family.getKey().name())) {
                write(family.getKey(), family.getValue(), out);
            }
        }
        out.append("# EOF\n");
    }

    private static void add(Map<Family, Map<String, Double>> families, BuildMetrics build, Exported one) {
        Metric metric = one.metric();
        List<String> labels = new ArrayList<>(List.of(
                label("project", build.identity().project()),
                label("scenario", build.identity().scenario().name()),
                label("environment", build.environment().fingerprint())));
        Optional<PhaseMetric.OfPhase> phase = PhaseMetric.parse(metric.name());
        Family family;
        double factor = 1;
        if (one.measurement() == null && phase.isPresent()) {
            labels.add(label("phase", phase.get().phase()));
            family = Family.of(
                    "phase_" + phase.get().metric().metric("x").name().substring("phase.x.".length()), metric);
            factor = family.factor();
        } else if (one.measurement() == null && isTotal(metric)) {
            family = Family.of(metric.name(), metric);
            factor = family.factor();
        } else {
            labels.add(label("metric", metric.name()));
            labels.add(label("unit", metric.unit().symbol()));
            family = new Family(PREFIX + "measurement", "", 1);
        }
        families.computeIfAbsent(family, key -> new LinkedHashMap<>())
                .put(String.join(",", labels), one.value() * factor);
    }

    private static boolean isTotal(Metric metric) {
        return TotalMetric.ALL.stream().anyMatch(total -> total.metric().name().equals(metric.name()));
    }

    private static void write(Family family, Map<String, Double> samples, Appendable out) throws IOException {
        out.append("# TYPE ").append(family.name()).append(" gauge\n");
        if (!family.unit().isEmpty()) {
            out.append("# UNIT ")
                    .append(family.name())
                    .append(' ')
                    .append(family.unit())
                    .append('\n');
        }
        for (Map.Entry<String, Double> sample : samples.entrySet()) {
            out.append(family.name())
                    .append('{')
                    .append(sample.getKey())
                    .append("} ")
                    .append(rounded(sample.getValue()))
                    .append('\n');
        }
    }

    private static String rounded(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String label(String name, String value) {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }

    /** @param factor from the unit of the record to the base unit */
    private record Family(String name, String unit, double factor) {
        static Family of(String key, Metric metric) {
            if (metric.unit().equals(Unit.MILLISECONDS) && key.endsWith("_ms")) {
                return new Family(PREFIX + key.substring(0, key.length() - 3) + "_seconds", "seconds", 1e-3);
            }
            if (metric.unit().equals(Unit.MEBIBYTES) && key.endsWith("_mb")) {
                return new Family(PREFIX + key.substring(0, key.length() - 3) + "_bytes", "bytes", 1 << 20);
            }
            return new Family(PREFIX + key, "", 1);
        }
    }
}
