package dev.bengal.cli;

import dev.bengal.analysis.UsualLevel;
import dev.bengal.journal.MetricsDirectory;
import dev.bengal.model.BuildMetrics;
import dev.bengal.model.HistoryEvent;
import dev.bengal.model.Series;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The usual levels that lie ready in {@code baseline.properties}, so that the line after a build can say what is beyond noise without
 * judging the history: {@code project|scenario|environment|metric=low middle high}. What no command judged yet is not there, and
 * nothing is claimed of it.
 */
final class UsualLevels {
    private static final String SEPARATOR = "|";

    private final MetricsDirectory directory;

    UsualLevels(MetricsDirectory directory) {
        this.directory = directory;
    }

    /** Those that a build can be held against, by the names of their metrics. */
    Map<String, UsualLevel> of(BuildMetrics build) {
        String prefix = prefix(
                build.identity().project(),
                build.identity().scenario().name(),
                build.environment().fingerprint());
        Map<String, UsualLevel> levels = new HashMap<>();
        read().forEach((key, text) -> {
            if (key.startsWith(prefix)) {
                level(text).ifPresent(level -> levels.put(key.substring(prefix.length()), level));
            }
        });
        return levels;
    }

    /**
     * Writes down what these series say; what others said stays.
     *
     * @param series in the order of their commits
     */
    void keep(List<Series> series, List<HistoryEvent.Accepted> accepted) {
        Map<String, String> known = read();
        for (Series one : series) {
            if (!one.points().isEmpty()) {
                String key = prefix(
                                one.project(),
                                one.scenario().name(),
                                one.points().get(one.points().size() - 1).fingerprint())
                        + one.metric().name();
                Optional<UsualLevel> level = UsualLevel.of(one, accepted);
                level.ifPresentOrElse(found -> known.put(key, text(found)), () -> known.remove(key));
            }
        }
        String text = known.entrySet().stream()
                .map(entry -> escaped(entry.getKey()) + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        if (!text.equals(directory.readBaseline())) {
            directory.writeBaseline(text);
        }
    }

    private static String prefix(String project, String scenario, String fingerprint) {
        return String.join(SEPARATOR, project, scenario, fingerprint, "");
    }

    private Map<String, String> read() {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(directory.readBaseline()));
        } catch (IOException | IllegalArgumentException e) {
            // A damaged one is as none: the next judgement writes it anew.
            return new TreeMap<>();
        }
        Map<String, String> known = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> known.put(key, properties.getProperty(key)));
        known.values().removeIf(text -> level(text).isEmpty());
        return known;
    }

    private static String text(UsualLevel level) {
        return level.low() + " " + level.middle() + " " + level.high();
    }

    private static Optional<UsualLevel> level(String text) {
        String[] numbers = text.strip().split(" ");
        try {
            return numbers.length == 3
                    ? Optional.of(new UsualLevel(
                            Double.parseDouble(numbers[0]),
                            Double.parseDouble(numbers[1]),
                            Double.parseDouble(numbers[2])))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String escaped(String key) {
        StringBuilder escaped = new StringBuilder();
        for (char c : key.toCharArray()) {
            if (c < 0x21 || c > 0x7e) {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                escaped.append("=:#!\\".indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }
}
