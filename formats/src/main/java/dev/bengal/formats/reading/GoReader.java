package dev.bengal.formats.reading;

import dev.bengal.formats.BenchmarkName;
import dev.bengal.formats.FormatsException;
import dev.bengal.model.Direction;
import dev.bengal.model.Machine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Go's benchmarks: pairs of value and unit after a name and a count. Repeated lines are samples, and the value is their median. The
 * number of processors that Go puts behind a name is taken off where every name ends with the same one.
 */
final class GoReader implements FormatReader {
    private static final Pattern RESULT =
            Pattern.compile("^(Benchmark[^\\s\\p{Ll}]\\S*|Benchmark)\\s+([0-9]+)\\s+(\\S.*)$");
    private static final Pattern PROCESSORS = Pattern.compile("-([0-9]{1,4})$");
    private static final Pattern BETTER = Pattern.compile("^Unit\\s+(\\S+)\\s+.*\\bbetter=(higher|lower)\\b");

    @Override
    public boolean recognises(Content content) {
        return content.hasLine(Pattern.compile("^Benchmark\\S*\\s+[0-9]+\\s+[0-9.]+(?:[eE][+-]?[0-9]+)?\\s+\\S+"));
    }

    @Override
    public void read(Content content, Runs runs) {
        Lines lines = new Lines(content);
        content.eachLine(lines::take);
        lines.addTo(runs.of(Format.GO, content));
    }

    /** What the lines say. */
    private static final class Lines {
        private final Content content;
        private final Map<String, String> facts = new HashMap<>();
        private final Map<String, Direction> directions = new HashMap<>();
        private final List<Result> results = new ArrayList<>();
        private boolean hasFailed;

        Lines(Content content) {
            this.content = content;
        }

        void take(int number, String line) {
            Matcher result = RESULT.matcher(line);
            Matcher better = BETTER.matcher(line);
            if (result.matches()) {
                results.add(new Result(
                        facts.getOrDefault("pkg", ""),
                        result.group(1),
                        pairs(result.group(3), number),
                        content.line(number)));
            } else if (better.find()) {
                directions.put(better.group(1), better.group(2).equals("higher") ? Direction.HIGHER : Direction.LOWER);
            } else if (line.equals("FAIL") || line.startsWith("--- FAIL")) {
                hasFailed = true;
            } else {
                int colon = line.indexOf(": ");
                if (colon > 0 && Set.of("goos", "goarch", "pkg", "cpu").contains(line.substring(0, colon))) {
                    facts.put(
                            line.substring(0, colon), line.substring(colon + 2).strip());
                }
            }
        }

        private Map<String, Double> pairs(String text, int number) {
            String[] words = text.split("\\s+");
            Map<String, Double> pairs = new LinkedHashMap<>();
            for (int i = 0; i + 1 < words.length; i += 2) {
                String word = words[i];
                double value = Numbers.parse(word)
                        .orElseThrow(() -> new FormatsException(content.line(number) + ": '" + word
                                + "' should be a number; nothing of this file was taken."));
                if (pairs.put(words[i + 1], value) != null) {
                    throw new FormatsException(content.line(number) + ": the unit '" + words[i + 1]
                            + "' stands twice; nothing of this file was taken.");
                }
            }
            if (words.length % 2 == 1) {
                throw new FormatsException(content.line(number) + ": '" + words[words.length - 1]
                        + "' has no unit; nothing of this file was taken.");
            }
            return pairs;
        }

        void addTo(RunBuilder run) {
            run.machine(new Machine(facts.get("goos"), facts.get("goarch"), null, facts.get("cpu"), null, null, null));
            if (hasFailed) {
                run.failed();
            }
            String suffix = commonSuffix();
            Map<String, Samples> samples = new LinkedHashMap<>();
            for (Result result : results) {
                String name = result.name(suffix);
                result.pairs()
                        .forEach((unit, value) -> samples.computeIfAbsent(
                                        BenchmarkName.of(name, unit).metric(),
                                        key -> new Samples(name, unit, result.place()))
                                .values()
                                .add(value));
            }
            samples.values().forEach(one -> one.addTo(run, directions.get(one.unit())));
        }

        private String commonSuffix() {
            Set<String> suffixes = new HashSet<>();
            for (Result result : results) {
                Matcher processors = PROCESSORS.matcher(result.name());
                suffixes.add(processors.find() ? processors.group() : "");
            }
            return suffixes.size() == 1 ? suffixes.iterator().next() : "";
        }
    }

    private record Result(String packageName, String name, Map<String, Double> pairs, String place) {
        String name(String suffix) {
            String bare = name.substring(0, name.length() - suffix.length());
            return packageName.isEmpty() ? bare : packageName + "." + bare;
        }
    }

    private record Samples(String name, String unit, String place, List<Double> values) {
        Samples(String name, String unit, String place) {
            this(name, unit, place, new ArrayList<>());
        }

        void addTo(RunBuilder run, @Nullable Direction said) {
            String metric = BenchmarkName.of(name, unit).metric();
            Direction direction = said == null ? Metrics.direction(unit) : said;
            if (values.size() == 1) {
                run.add(place, Metrics.of(metric, unit, direction), values.get(0));
            } else {
                run.addMedian(place, Metrics.of(metric, unit, direction), values);
            }
        }
    }
}
