package dev.bengal.formats.reading;

import dev.bengal.formats.FormatsException;
import dev.bengal.model.Outcome;
import dev.bengal.model.PhaseMetrics;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The end of Maven's output: the whole time, and each module of the Reactor Summary as a phase. */
final class MavenReader implements FormatReader {
    private static final String PREFIX = "^(?:.{0,100}?)\\[(?:INFO|ERROR)] ?";
    private static final Pattern TOTAL = Pattern.compile(PREFIX + "Total time:\\s+(.{1,40}?)(?: \\(Wall Clock\\))?$");
    private static final Pattern MODULE =
            Pattern.compile(PREFIX + "(\\S.{0,300}?) \\.{0,200} ?(SUCCESS|FAILURE) \\[ {0,10}([^\\]]{1,40})]$");
    private static final Pattern SUMMARY = Pattern.compile(PREFIX + "Reactor Summary\\b");
    private static final Pattern RESULT = Pattern.compile(PREFIX + "BUILD (SUCCESS|FAILURE)$");
    private static final Pattern FINISHED = Pattern.compile(PREFIX + "Finished at: (\\S{1,60})$");
    private static final Pattern CLOCK =
            Pattern.compile("(?:([0-9]{1,4}):)?([0-9]{1,4})(?::([0-9]{1,2}))?(?:\\.([0-9]{1,3}))? ?(s|min|h)");

    @Override
    public boolean recognises(Content content) {
        return content.hasLine(TOTAL) && content.hasLine(RESULT);
    }

    @Override
    public void read(Content content, Runs runs) {
        Walk walk = new Walk(content, runs.of(Format.MAVEN, content));
        content.eachLine(walk::take);
        walk.finish();
    }

    private static final class Walk {
        private final Content content;
        private final RunBuilder run;
        private final Map<String, String> modules = new HashMap<>();
        private boolean isInSummary;
        private @Nullable String totalAt;
        private double totalMillis;

        Walk(Content content, RunBuilder run) {
            this.content = content;
            this.run = run;
        }

        void take(int number, String line) {
            Matcher module = MODULE.matcher(line);
            Matcher total = TOTAL.matcher(line);
            Matcher result = RESULT.matcher(line);
            Matcher finished = FINISHED.matcher(line);
            if (SUMMARY.matcher(line).find()) {
                isInSummary = true;
            } else if (isInSummary && module.matches()) {
                module(module.group(1), module.group(2), module.group(3), content.line(number));
            } else if (result.matches()) {
                isInSummary = false;
                if (result.group(1).equals("FAILURE")) {
                    run.failed();
                }
            } else if (total.matches()) {
                total(total.group(1), content.line(number));
            } else if (finished.matches() && totalAt != null) {
                java.time.Instant end = Times.parse(finished.group(1));
                run.began(end == null ? null : end.minusMillis((long) totalMillis));
            }
        }

        private void module(String name, String result, String time, String place) {
            String other = modules.putIfAbsent(name, place);
            if (other != null) {
                throw new FormatsException(place + ": the module '" + name + "' stands at " + other
                        + " already; nothing of this file was taken.");
            }
            run.phase(PhaseMetrics.timed(
                    name,
                    null,
                    null,
                    millis(time, place),
                    result.equals("SUCCESS") ? Outcome.SUCCESS : Outcome.FAILED));
        }

        private void total(String time, String place) {
            if (totalAt != null) {
                throw new FormatsException(place + ": a second build ends here, after the one at " + totalAt
                        + "; import the output of one build at a time. Nothing of this file was taken.");
            }
            totalAt = place;
            totalMillis = millis(time, place);
            run.addWall(totalMillis);
        }

        void finish() {
            if (totalAt == null) {
                throw new FormatsException(
                        content.name() + ": no line 'Total time:' is in there; nothing of this file was taken.");
            }
        }

        /** {@code 1.234 s}, {@code 02:05 min}, {@code 01:02 h}, and {@code 1:23.456s} of Maven 2. */
        private static double millis(String time, String place) {
            Matcher clock = CLOCK.matcher(time.strip());
            if (!clock.matches()) {
                throw new FormatsException(
                        place + ": '" + time + "' should be a time; nothing of this file was taken.");
            }
            double last = Double.parseDouble(clock.group(2));
            double first = clock.group(1) == null ? 0 : Double.parseDouble(clock.group(1));
            String fraction = clock.group(4);
            double decimals = fraction == null ? 0 : Double.parseDouble("0." + fraction);
            double seconds = switch (clock.group(5)) {
                case "h" -> first * 3600 + last * 60;
                case "min" -> first * 60 + last;
                default -> first * 60 + last + decimals;
            };
            return Math.round(seconds * 1000);
        }
    }
}
