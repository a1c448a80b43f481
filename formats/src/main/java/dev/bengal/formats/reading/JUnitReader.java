package dev.bengal.formats.reading;

import dev.bengal.formats.BenchmarkName;
import dev.bengal.formats.FormatsException;
import dev.bengal.model.Unit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * JUnit's XML: what each test case took, seconds made milliseconds; the whole is their sum. Skipped cases took nothing and are left out; a
 * failure or an error makes the whole fail.
 */
final class JUnitReader implements FormatReader {
    private static final double MILLIS_PER_SECOND = 1000;
    private static final Pattern ROOT =
            Pattern.compile("^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--[^>]*-->\\s*)?<testsuites?\\b");

    @Override
    public boolean recognises(Content content) {
        return content.kind() == Content.Kind.XML
                && ROOT.matcher(content.head()).find();
    }

    @Override
    public void read(Content content, Runs runs) {
        Xml.walk(content, new Walk(runs.of(Format.JUNIT, content)));
    }

    private static final class Walk implements Xml.Visitor {
        private final RunBuilder run;
        private final Deque<String> suites = new ArrayDeque<>();
        private @Nullable Case open;

        Walk(RunBuilder run) {
            this.run = run;
        }

        @Override
        public void start(String name, Map<String, String> attributes, String place) {
            switch (name) {
                case "testsuite" -> {
                    suites.addLast(attributes.getOrDefault("name", ""));
                    run.began(Times.parse(attributes.getOrDefault("timestamp", "")));
                }
                case "testcase" -> open = testCase(attributes, place);
                case "failure", "error" -> run.failed();
                case "skipped" -> open = null;
                default -> {}
            }
        }

        private Case testCase(Map<String, String> attributes, String place) {
            String name = attributes.getOrDefault("name", "").strip();
            String type = attributes.getOrDefault("classname", "").strip();
            if (type.isEmpty()) {
                type = suites.isEmpty() ? "" : suites.getLast().strip();
            }
            if (name.isEmpty() && type.isEmpty()) {
                throw new FormatsException(place + ": a testcase without a name; nothing of this file was taken.");
            }
            String both = type.isEmpty() || type.equals(name) ? name : name.isEmpty() ? type : type + "." + name;
            return new Case(both, Optional.ofNullable(attributes.get("time")).map(time -> seconds(time, place)), place);
        }

        private static double seconds(String time, String place) {
            return Numbers.parse(time)
                    .orElseThrow(() -> new FormatsException(place + ": time is '"
                            + (time.length() > 50 ? time.substring(0, 50) + "…" : time)
                            + "' and should be a number of seconds; nothing of this file was taken."));
        }

        @Override
        public void end(String name) {
            Case ended = open;
            if (name.equals("testsuite") && !suites.isEmpty()) {
                suites.removeLast();
            } else if (name.equals("testcase") && ended != null) {
                open = null;
                ended.seconds().ifPresent(seconds -> {
                    run.add(
                            ended.place(),
                            Metrics.time(BenchmarkName.of(ended.name(), BenchmarkName.TIME), Unit.MILLISECONDS),
                            seconds * MILLIS_PER_SECOND);
                    run.addWall(seconds * MILLIS_PER_SECOND);
                });
            }
        }
    }

    private record Case(String name, Optional<Double> seconds, String place) {}
}
