package dev.bengal.journal;

import dev.bengal.model.BuildMetrics;
import dev.bengal.model.UsualLevel;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code baseline.properties}: the levels that builds are on at present, for hosts that cannot judge a history themselves. The key is
 * {@code PROJECT|SCENARIO|ENVIRONMENT|METRIC}; the value {@code LOW MIDDLE HIGH}, in the metric's unit. What nobody judged yet is not
 * there, and what makes no sense counts as not there.
 */
public final class BaselineFile {
    private static final String NAME = "baseline.properties";
    private static final long LONGEST = 4 << 20;

    private final Path file;

    BaselineFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** The levels that a build can be held against, by the names of their metrics. */
    public Map<String, UsualLevel> of(BuildMetrics build) {
        String prefix = new Key(
                        build.identity().project(),
                        build.identity().scenario().name(),
                        build.environment().fingerprint(),
                        "")
                .text();
        Map<String, UsualLevel> levels = new TreeMap<>();
        for (Map.Entry<String, UsualLevel> known : read().entrySet()) {
            if (known.getKey().startsWith(prefix)) {
                levels.put(known.getKey().substring(prefix.length()), known.getValue());
            }
        }
        return levels;
    }

    /**
     * Writes down these levels, and forgets those that cannot be told any more; what is known of others stays.
     *
     * @throws JournalException where the file cannot be written
     */
    public void keep(Map<Key, Optional<UsualLevel>> levels) {
        Map<String, UsualLevel> known = read();
        Map<String, UsualLevel> before = Map.copyOf(known);
        levels.forEach((key, level) ->
                level.ifPresentOrElse(found -> known.put(key.text(), found), () -> known.remove(key.text())));
        if (known.equals(before) && (known.isEmpty() || Files.exists(file))) {
            return;
        }
        try {
            MetricsDirectory.replace(file, text(known).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new JournalException(file + " cannot be written: " + JournalException.reason(e), e);
        }
    }

    private Map<String, UsualLevel> read() {
        Map<String, UsualLevel> known = new TreeMap<>();
        try {
            if (Files.exists(file) && Files.size(file) <= LONGEST) {
                Properties properties = new Properties();
                properties.load(new StringReader(Files.readString(file)));
                for (String key : properties.stringPropertyNames()) {
                    Optional<UsualLevel> level = level(properties.getProperty(key));
                    if (level.isPresent()) {
                        known.put(key, level.get());
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            // A damaged one is as none: the next judgement writes it anew.
            return new TreeMap<>();
        }
        return known;
    }

    private static Optional<UsualLevel> level(String text) {
        String[] numbers = text.strip().split(" ", -1);
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

    /** Sorted, and without the date that properties begin with: the same levels are the same bytes. */
    private static String text(Map<String, UsualLevel> levels) throws IOException {
        Properties properties = new Properties();
        levels.forEach(
                (key, level) -> properties.setProperty(key, level.low() + " " + level.middle() + " " + level.high()));
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return text.toString()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .sorted()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Which builds, and what of them. */
    public record Key(String project, String scenario, String fingerprint, String metric) {
        public Key {
            Objects.requireNonNull(project, "project");
            Objects.requireNonNull(scenario, "scenario");
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(metric, "metric");
        }

        // Written out for the reason given at BuildId.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && text().equals(key.text());
        }

        @Override
        public int hashCode() {
            return text().hashCode();
        }

        private String text() {
            return String.join("|", project, scenario, fingerprint, metric);
        }
    }
}
