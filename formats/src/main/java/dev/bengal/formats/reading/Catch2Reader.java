package dev.bengal.formats.reading;

import dev.bengal.formats.BenchmarkName;
import dev.bengal.formats.FormatsException;
import dev.bengal.model.Unit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Catch2: means in nanoseconds. A benchmark is told from others by its test case and the sections around it; the XML has no samples.
 */
final class Catch2Reader implements FormatReader {
    private static final Pattern ROOT =
            Pattern.compile("^\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--[^>]*-->\\s*)?<Catch2?(?:TestRun)?\\b");

    @Override
    public boolean recognises(Content content) {
        return content.kind() == Content.Kind.XML
                && ROOT.matcher(content.head()).find();
    }

    @Override
    public void read(Content content, Runs runs) {
        Xml.walk(content, new Walk(runs.of(Format.CATCH2, content)));
    }

    private static final class Walk implements Xml.Visitor {
        private final RunBuilder run;
        private final Deque<String> around = new ArrayDeque<>();

        Walk(RunBuilder run) {
            this.run = run;
        }

        @Override
        public void start(String name, Map<String, String> attributes, String place) {
            switch (name) {
                case "TestCase", "Section", "BenchmarkResults" ->
                    around.addLast(attributes.getOrDefault("name", "").strip());
                case "mean" -> mean(attributes, place);
                case "OverallResult" -> {
                    if ("false".equals(attributes.get("success"))) {
                        run.failed();
                    }
                }
                default -> {}
            }
        }

        private void mean(Map<String, String> attributes, String place) {
            String path = String.join("/", around);
            if (path.isBlank()) {
                throw new FormatsException(place + ": a mean that is of no benchmark; nothing of this file was taken.");
            }
            String value = attributes.getOrDefault("value", "");
            double mean = Numbers.parse(value)
                    .orElseThrow(() -> new FormatsException(
                            place + ": value should be a number; nothing of this file was taken."));
            run.add(place, Metrics.time(BenchmarkName.of(path, BenchmarkName.TIME), new Unit("ns")), mean);
        }

        @Override
        public void end(String name) {
            if (name.equals("TestCase") || name.equals("Section") || name.equals("BenchmarkResults")) {
                around.removeLast();
            }
        }
    }
}
