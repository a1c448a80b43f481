package dev.bengal.cli.gate;

import dev.bengal.analysis.Budget;
import dev.bengal.analysis.Budgets;
import dev.bengal.analysis.Limit;
import dev.bengal.analysis.Thresholds;
import dev.bengal.cli.terminal.CommandException;
import dev.bengal.model.Metric;
import dev.bengal.model.PhaseMetric;
import dev.bengal.model.Reading;
import dev.bengal.model.Scenario;
import dev.bengal.model.TotalMetric;
import dev.bengal.site.config.Configuration;
import dev.bengal.site.config.ConfigurationEntry;
import dev.bengal.site.config.NearestName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code [perf.thresholds]} and {@code [perf.budgets]} say for one scenario. A key may stand in a table of a scenario's name and
 * then holds there alone, whatever is said for all.
 *
 * @param warnings about keys that mean nothing, a sentence each
 */
public record GateSettings(Thresholds thresholds, Budgets budgets, List<String> warnings) {
    private static final List<String> TABLES = List.of("perf.thresholds.", "perf.budgets.");
    private static final List<String> GROWTHS = List.of("time_growth_pct", "memory_growth_pct", "allocated_growth_pct");
    private static final Map<String, Metric> PER_PAGE = Map.of(
            "time_per_page_ms", TotalMetric.DURATION.metric(),
            "memory_rss_per_page_mb", TotalMetric.RSS_GROWTH.metric());
    private static final String GROWTH = ".growth_pct";
    private static final String LEAST_CHANGE = ".min_change";

    public GateSettings {
        warnings = List.copyOf(warnings);
    }

    /**
     * What the configuration says of a scenario.
     *
     * @param readings of a build of that scenario: only these metrics have limits of their own
     */
    public static GateSettings of(Configuration configuration, Scenario scenario, List<Reading> readings) {
        Reader reader = new Reader(scenario, readings);
        List<GateKey> keys = configuration.entries().stream()
                .flatMap(entry -> reader.key(entry).stream())
                .sorted(Comparator.comparing(GateKey::isOfScenario))
                .toList();
        keys.forEach(reader::take);
        return new GateSettings(reader.thresholds(), reader.budgets, reader.warnings);
    }

    /** One entry: what it is about, without its table and its scenario. */
    private record GateKey(ConfigurationEntry entry, String name, boolean isOfScenario) {
        double number() {
            Object value = entry.value();
            double number = value instanceof Number given ? given.doubleValue() : Double.NaN;
            if (!(number >= 0) || Double.isInfinite(number)) {
                throw new CommandException(entry.origin() + ": '" + entry.key()
                        + "' must be a number of at least 0, but is '" + entry.text() + "'.");
            }
            return number;
        }
    }

    private static final class Reader {
        private final Scenario scenario;
        private final Map<String, Metric> measured = new LinkedHashMap<>();
        private final Map<String, Double> growths = new LinkedHashMap<>();
        private final Map<String, Double> ownGrowths = new LinkedHashMap<>();
        private final Map<String, Double> leastChanges = new LinkedHashMap<>();
        private final List<String> warnings = new ArrayList<>();
        private Budgets budgets = Budgets.DEFAULT;

        Reader(Scenario scenario, List<Reading> readings) {
            this.scenario = scenario;
            readings.forEach(reading -> measured.put(reading.metric().name(), reading.metric()));
        }

        /** The key that an entry is for this scenario; empty for one of another scenario, or of something else. */
        Optional<GateKey> key(ConfigurationEntry entry) {
            Optional<String> table =
                    TABLES.stream().filter(entry.key()::startsWith).findFirst();
            if (table.isEmpty()) {
                return Optional.empty();
            }
            String rest = entry.key().substring(table.get().length());
            String own = scenario.name() + ".";
            if (rest.startsWith(own)) {
                return Optional.of(new GateKey(entry, rest.substring(own.length()), true));
            }
            return isOfAnotherScenario(rest) ? Optional.empty() : Optional.of(new GateKey(entry, rest, false));
        }

        /** A known key behind a text that belongs to no metric. */
        private boolean isOfAnotherScenario(String rest) {
            return !isMetric(meant(metricOf(rest)))
                    && Stream.of(
                                    GROWTHS.stream(),
                                    PER_PAGE.keySet().stream(),
                                    measured.keySet().stream(),
                                    measured.keySet().stream().map(name -> name + GROWTH),
                                    TotalMetric.ALL.stream()
                                            .map(total -> total.metric().name()),
                                    Stream.of(rest.substring(Math.max(0, rest.indexOf(".phase.") + 1)))
                                            .filter(name -> isMetric(metricOf(name))),
                                    Stream.of(rest.substring(Math.max(0, rest.indexOf(".module.") + 1)))
                                            .filter(name -> PhaseMetric.completed(metricOf(name))
                                                    .isPresent()))
                            .flatMap(names -> names)
                            .anyMatch(name -> rest.endsWith("." + name));
        }

        void take(GateKey key) {
            String named = metricOf(key.name());
            String metric = meant(named);
            if (GROWTHS.contains(key.name())) {
                growths.put(key.name(), key.number() / 100);
            } else if (PER_PAGE.containsKey(key.name())) {
                budget(PER_PAGE.get(key.name()).name(), key, true);
            } else if (named.equals(key.name()) && (isMetric(metric) || metric.contains("."))) {
                warnUnlessKnown(metric, key);
                budget(metric, key, false);
            } else if (isMetric(metric)) {
                (key.name().endsWith(GROWTH) ? ownGrowths : leastChanges)
                        .put(metric, key.name().endsWith(GROWTH) ? key.number() / 100 : key.number());
            } else {
                warn(key);
            }
        }

        /** One budget for each metric and kind is left: that of the scenario is taken last. */
        private void budget(String metric, GateKey key, boolean perPage) {
            budgets = budgets.with(new Budget(metric, null, key.number(), perPage));
        }

        private void warnUnlessKnown(String metric, GateKey key) {
            if (!isMetric(metric)) {
                warn(key);
            }
        }

        private void warn(GateKey key) {
            warnings.add(key.entry().origin() + ": '" + key.entry().key() + "' is no key and no metric of scenario '"
                    + scenario + "'; the nearest known is '" + nearest(key.name()) + "'.");
        }

        private String nearest(String name) {
            return Stream.of(GROWTHS.stream(), PER_PAGE.keySet().stream().sorted(), measured.keySet().stream())
                    .flatMap(names -> names)
                    .min(Comparator.comparingInt(known -> NearestName.distance(name, known)))
                    .orElseThrow();
        }

        private boolean isMetric(String name) {
            return measured.containsKey(name)
                    || TotalMetric.ALL.stream()
                            .anyMatch(total -> total.metric().name().equals(name))
                    || PhaseMetric.parse(name).isPresent();
        }

        /** With the {@code phase.} that a name may leave out. */
        private String meant(String name) {
            return isMetric(name)
                    ? name
                    : PhaseMetric.completed(name).filter(measured::containsKey).orElse(name);
        }

        /** A name without {@code .growth_pct} or {@code .min_change_ms}. */
        private static String metricOf(String name) {
            if (name.endsWith(GROWTH)) {
                return name.substring(0, name.length() - GROWTH.length());
            }
            int at = name.lastIndexOf(LEAST_CHANGE);
            return at > 0 && name.indexOf('.', at + 1) < 0 ? name.substring(0, at) : name;
        }

        Thresholds thresholds() {
            Thresholds usual = Thresholds.DEFAULT;
            Thresholds general = new Thresholds(
                    growths.getOrDefault(GROWTHS.get(0), usual.timeGrowth()),
                    growths.getOrDefault(GROWTHS.get(1), usual.memoryGrowth()),
                    growths.getOrDefault(GROWTHS.get(2), usual.allocatedGrowth()),
                    List.of());
            Thresholds result = general;
            for (Metric metric : measured.values()) {
                String name = metric.name();
                if (ownGrowths.containsKey(name) || leastChanges.containsKey(name)) {
                    Limit limit = general.limit(scenario, metric);
                    double growth = ownGrowths.getOrDefault(name, limit.growth());
                    double change = leastChanges.getOrDefault(name, limit.change());
                    result = result.with(null, name, new Limit(growth, change));
                }
            }
            return result;
        }
    }
}
