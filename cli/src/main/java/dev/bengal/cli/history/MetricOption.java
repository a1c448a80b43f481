package dev.bengal.cli.history;

import dev.bengal.cli.terminal.CommandException;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.BuildRecord;
import dev.bengal.model.Metric;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.Reading;
import dev.bengal.model.TotalMetric;
import dev.bengal.report.text.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which metrics are shown. */
public final class MetricOption {
    private static final int NAMES_MEANT = 5;
    private static final int NAMES_SHOWN = 60;

    @Option(
            names = "--metric",
            paramLabel = "NAME",
            description =
                    "Show this metric instead of the usual ones; may be repeated. A key of the record such as cpu_ms,"
                            + " phase.rendering.duration_ms, also without the phase. before it, or the name of a measurement.")
    private List<String> names = new ArrayList<>();

    public boolean isGiven() {
        return !names.isEmpty();
    }

    /** The names that were asked for, each once. */
    public Set<String> names() {
        return new LinkedHashSet<>(names);
    }

    /**
     * The metrics that were asked for, as the newest build that measured them describes them; where none were, the usual ones.
     *
     * @param builds oldest first
     */
    public List<Metric> of(List<BuildRecord> builds, List<Metric> usual) {
        return names.isEmpty() || builds.isEmpty()
                ? usual
                : names().stream().map(name -> metric(name, builds)).toList();
    }

    /**
     * Checks the name of a metric that no build measured.
     *
     * @param builds oldest first; without any, nothing is checked
     * @throws CommandException where it is no metric of theirs, with the names that are
     */
    public void requireKnown(String name, List<BuildRecord> builds) {
        if (!builds.isEmpty()) {
            metric(name, builds);
        }
    }

    private static Metric metric(String name, List<BuildRecord> builds) {
        return newest(name, builds)
                .or(() -> PhaseMetric.completed(name).flatMap(whole -> newest(whole, builds)))
                .orElseGet(() -> total(name, builds));
    }

    private static Optional<Metric> newest(String name, List<BuildRecord> builds) {
        for (int i = builds.size() - 1; i >= 0; i--) {
            Optional<Reading> reading = builds.get(i).build().reading(name);
            if (reading.isPresent()) {
                return reading.map(Reading::metric);
            }
        }
        return Optional.empty();
    }

    private static Metric total(String name, List<BuildRecord> builds) {
        return TotalMetric.ALL.stream()
                .map(TotalMetric::metric)
                .filter(total -> total.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name, builds.get(builds.size() - 1).build()));
    }

    /** What tables call so is what was meant, and then whatever holds it in its key or in what tables call it. */
    private static CommandException unknown(String name, BuildMetrics newest) {
        String asked = name.toLowerCase(Locale.ROOT);
        List<Metric> known = newest.readings().stream().map(Reading::metric).toList();
        String meant = known.stream()
                .filter(one -> one.name().contains(name) || label(one).contains(asked))
                .sorted(Comparator.comparing(one -> !label(one).equals(asked)))
                .limit(NAMES_MEANT)
                .map(MetricOption::key)
                .collect(Collectors.joining(", "));
        String rest = meant.isEmpty()
                ? "The newest one has: "
                        + known.stream()
                                .limit(NAMES_SHOWN)
                                .map(MetricOption::key)
                                .collect(Collectors.joining(", "))
                : "The newest one has " + meant;
        return new CommandException("None of these builds measured '" + name + "'. " + rest + ".");
    }

    private static String label(Metric metric) {
        return Label.metric(metric).toLowerCase(Locale.ROOT);
    }

    /** A name comes from a record and may hold what steers a terminal. */
    private static String key(Metric metric) {
        return metric.name().replaceAll("\\p{C}", "\uFFFD");
    }
}
