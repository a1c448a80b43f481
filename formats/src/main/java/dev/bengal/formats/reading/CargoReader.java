package dev.bengal.formats.reading;

import dev.bengal.formats.BenchmarkName;
import dev.bengal.formats.FormatsException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code test NAME ... bench: 1,234 ns/iter (+/- 56) = 78 MB/s}. There is one value a benchmark and no sample. */
final class CargoReader implements FormatReader {
    private static final Pattern LINE = Pattern.compile("^test (.{1,2000}?)\\s+\\.\\.\\. bench:\\s+(.*)$");
    private static final Pattern TAIL =
            Pattern.compile("^(\\S+) (\\S+/iter)(?: \\(\\+/- [^)]{1,100}\\))?(?: = (\\S+) (\\S+))?$");
    private static final Pattern FAILED = Pattern.compile("^test .{1,2000} \\.\\.\\. FAILED$");

    @Override
    public boolean recognises(Content content) {
        return content.hasLine(Pattern.compile("^test \\S.{0,2000} \\.\\.\\. bench:\\s"));
    }

    @Override
    public void read(Content content, Runs runs) {
        RunBuilder run = runs.of(Format.CARGO, content);
        content.eachLine((number, line) -> {
            Matcher bench = LINE.matcher(line);
            if (bench.matches()) {
                add(run, bench.group(1).strip(), bench.group(2), content.line(number));
            } else if (FAILED.matcher(line).matches()) {
                run.failed();
            }
        });
    }

    private static void add(RunBuilder run, String name, String rest, String place) {
        Matcher tail = TAIL.matcher(rest.strip());
        if (name.isBlank() || !tail.matches()) {
            throw new FormatsException(place + ": this should be a value and its unit: '" + shortened(rest)
                    + "'; nothing of this file was taken.");
        }
        run.add(
                place,
                Metrics.ofUnit(BenchmarkName.of(name, BenchmarkName.TIME), tail.group(2)),
                number(tail.group(1), place));
        if (tail.group(3) != null) {
            run.add(
                    place,
                    Metrics.ofUnit(BenchmarkName.of(name, "throughput"), tail.group(4)),
                    number(tail.group(3), place));
        }
    }

    private static double number(String text, String place) {
        return Numbers.parse(text)
                .orElseThrow(() -> new FormatsException(
                        place + ": '" + shortened(text) + "' should be a number; nothing of this file was taken."));
    }

    private static String shortened(String text) {
        return text.length() > 100 ? text.substring(0, 100) + "…" : text;
    }
}
