package dev.bengal.experiment;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.Direction;
import dev.bengal.model.Metric;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.Reading;
import dev.bengal.model.TotalMetric;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds metrics by name in what was built. */
final class MeasuredMetric {
    private static final int NAMES_SHOWN = 60;

    private MeasuredMetric() {}

    /** The metric of this name, as a build describes it; it must have a better way. */
    static Metric in(BuildMetrics build, String name) {
        Metric metric = reading(build, name).metric();
        if (metric.direction() == Direction.NONE) {
            throw new ExperimentException(
                    "'" + printable(name) + "' has no better or worse, so it cannot be judged. " + known(build));
        }
        return metric;
    }

    /** The metric of this name where no build has to be asked for it: a total, or a phase's under its whole name. */
    static Optional<Metric> known(String name) {
        return TotalMetric.ALL.stream()
                .map(TotalMetric::metric)
                .filter(total -> total.name().equals(name))
                .findFirst()
                .or(() -> PhaseMetric.parse(name).map(asked -> asked.metric().metric(asked.phase())));
    }

    /** What the build measured of it. */
    static double value(BuildMetrics build, String name) {
        return reading(build, name).value();
    }

    private static Reading reading(BuildMetrics build, String name) {
        return build.meant(name)
                .orElseThrow(() -> new ExperimentException("the build "
                        + build.identity().id().value() + " did not measure '" + printable(name) + "'. "
                        + known(build)));
    }

    private static String known(BuildMetrics build) {
        return "What can be judged of it: "
                + build.readings().stream()
                        .map(Reading::metric)
                        .filter(metric -> metric.direction() != Direction.NONE)
                        .map(metric -> printable(metric.name()))
                        .limit(NAMES_SHOWN)
                        .collect(Collectors.joining(", "))
                + ".";
    }

    /** A name comes from a record and may hold what steers a terminal. */
    private static String printable(String name) {
        return name.replaceAll("\\p{C}", "\uFFFD");
    }
}
